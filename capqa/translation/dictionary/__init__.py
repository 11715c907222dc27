"""A word list in the format of the program Ding, read where the user's system has one.

Debian's trans-de-en installs one for German and English. It is GPL data: read there, never bundled.
"""
