"""Editing glossary files: the bytes, the refusals, the history, and several writers at once."""
