"""Telling the encodings that pages came in before UTF-8 (by the letters, see `alphabets`)."""

from __future__ import annotations


def legacy_encoding(data: bytes) -> str | None:
    """Return the encoding, None when it cannot be told."""
    return None
