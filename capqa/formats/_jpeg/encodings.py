"""The encodings of metadata that do not say theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.files.binary import is_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def encodings_of(values: Iterable[bytes], default: str) -> Iterator[str]:
    """Return the encoding of each value: UTF-8 where it is that, else the one in which those of the
    same photo that are not look most like words. Values in ASCII are in that of the others, in
    ``default`` where there are none.
    """
    found = list(values)
    legacy = [value for value in found if not is_utf8(value)]
    legacy_encoding = _legacy(b"\n".join(legacy)) if legacy else ""
    if not all(value.isascii() or not is_utf8(value) for value in found):
        default = "utf-8"
    elif legacy:
        default = legacy_encoding
    for value in found:
        if value.isascii():
            yield default
        else:
            yield "utf-8" if is_utf8(value) else legacy_encoding


def _legacy(data: bytes) -> str:
    # Imported here: nearly every photo is in UTF-8.
    from capqa.files.legacy import legacy_encoding

    found = legacy_encoding(data)
    if found:
        return found
    try:
        data.decode("windows-1252")
    except UnicodeDecodeError:
        return "latin-1"  # which reads any byte
    return "windows-1252"
