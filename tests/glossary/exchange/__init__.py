"""Glossaries of other tools, read and written."""
