"""Changing glossary files by hand: one row at a time, other bytes kept, changes recorded."""
