"""The document formats, one module each: bytes to segments, and edits back to the same bytes."""
