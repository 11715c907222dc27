"""Telling files that hold no text: by their signature, or by NUL bytes."""

from __future__ import annotations

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "ZIP archive, such as .docx, .odt or .epub"),
    (b"PK\x05\x06", "ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\0", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"ID3", "MP3 audio"),
    (b"OggS", "Ogg media"),
    (b"fLaC", "FLAC audio"),
    (b"RIFF", "WebP, WAV or AVI media"),
    (b"\x1aE\xdf\xa3", "Matroska or WebM media"),
    (b"wOFF", "web font"),
    (b"wOF2", "web font"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\0asm", "program"),
    (b"SQLite format 3\0", "SQLite database"),
)

_ALWAYS_BINARY = b"%PDF-"


def binary_kind(data: bytes) -> str:
    """Return what kind of binary file this is, "" for text.

    Files with a Unicode byte-order mark are text and not for this function: UTF-16 is full of NUL.
    """
    has_nul = b"\0" in data
    for signature, kind in _SIGNATURES:
        # Most signatures are also how a text may start; then nothing else in it is out of place.
        if data.startswith(signature) and (
            has_nul or signature == _ALWAYS_BINARY or not is_utf8(data)
        ):
            return kind
    if data[4:8] == b"ftyp" and has_nul:
        return "MP4 or HEIC media"
    if not has_nul:
        return ""
    evens, odds = data[0:2000:2].count(0), data[1:2000:2].count(0)
    # Latin letters in UTF-16 have a NUL in each pair, always on the same side.
    if max(evens, odds) > 10 * min(evens, odds) and max(evens, odds) * 4 > min(len(data), 2000) / 2:
        return "or UTF-16 text without a byte-order mark"
    return "it holds NUL bytes"


def is_utf8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 throughout."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
