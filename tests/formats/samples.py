"""A small file of every format, which tests and fuzzing start from.

The sample of a format is ``samples/FORMAT.ENDING``. The words ``Zerstörte Häuser`` stand in its
text letter by letter, and where it declares its encoding, in the first thousand bytes, that is
UTF-8. What does not hold for a format stands in ``SPECIAL``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "samples"
WORDS = "Zerstörte Häuser"
"""The words in every sample that an edit replaces."""

_DECLARED = re.compile("utf-8", re.IGNORECASE)
_DECLARATION_ENDS = 1000


class Sample(NamedTuple):
    """What holds for the sample of a format.

    ``is_text`` says whether the file is text in one encoding, ``is_written`` whether capqa writes
    it, ``unreadable_in`` which Unicode encodings, given by a byte-order mark, the format forbids.
    ``is_quoted`` says whether an edit may set quotation marks around a value that has none, and
    write the whole value anew.
    """

    is_text: bool = True
    is_written: bool = True
    unreadable_in: tuple[str, ...] = ()
    is_quoted: bool = False


SPECIAL: dict[str, Sample] = {
    "csv": Sample(is_quoted=True),
    "html": Sample(is_quoted=True),
    "jpeg": Sample(is_text=False),
    "markdown": Sample(is_quoted=True),
    "warc": Sample(is_text=False, is_written=False),
}
"""The formats whose sample is not the usual one."""


def sample_of(format_: str) -> Sample:
    """Return what holds for a format's sample."""
    return SPECIAL.get(format_, Sample())


def path_of(format_: str) -> Path:
    """Return where a format's sample is; a test fails that asks for one that is not there."""
    found = sorted(FOLDER.glob(f"{format_}.*"))
    assert len(found) == 1, f"add a sample of the format {format_!r}: {FOLDER}/{format_}.ENDING"
    return found[0]


def text_of(format_: str) -> str:
    """Return the text of a format's sample."""
    return path_of(format_).read_bytes().decode("utf-8")


def declared(text: str, encoding: str) -> str | None:
    """Return a sample that declares another encoding, None where it declares none."""
    head, rest = text[:_DECLARATION_ENDS], text[_DECLARATION_ENDS:]
    changed, count = _DECLARED.subn(encoding, head, count=1)
    return changed + rest if count else None
