"""Glossary entries, their files, and finding their terms."""
