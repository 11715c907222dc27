"""The commands under ``capqa glossary``, one thin module each, shaped as those of `capqa.commands`.

A module's name is the command's, with hyphens for underscores and none at its end (``import_``).
"""
