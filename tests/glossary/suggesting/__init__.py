"""Entries a glossary may lack: from edits, and from words nobody knows."""
