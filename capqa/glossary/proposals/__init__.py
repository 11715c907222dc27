"""Proposed glossary entries: kept beside the glossary, only added to, decided on by maintainers."""
