"""Whether a text is JSON, as the standard library reads it, and where it is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from capqa.errors import UnreadableError
from capqa.formats._json.values import DEEPEST

if TYPE_CHECKING:
    from capqa.formats._mapping import Places

# Nothing that is read is kept; a number may be longer than Python turns into one.
_DECODER: Final = json.JSONDecoder(object_pairs_hook=lambda _: None, parse_int=len, parse_float=len)


def refuse_broken(text: str, name: str, places: Places, offset: int = 0) -> None:
    """Raise UnreadableError, with the place, unless a text is one value in JSON.

    ``places`` are those of the file in which the text stands at ``offset``.
    """
    try:
        _DECODER.decode(text)
    except json.JSONDecodeError as error:
        line, column = places.of(offset + error.pos)
        raise UnreadableError(
            f"is broken JSON (line {line}, column {column}: {_reason(error.msg)})",
            where=name,
            mend=_mend(error.msg),
        ) from error
    except RecursionError:
        raise too_deep(name) from None


def too_deep(name: str) -> UnreadableError:
    """Return the error for JSON with too many objects and arrays in one another."""
    return UnreadableError(
        f"has more than {DEEPEST} objects and arrays in one another",
        where=name,
        mend="leave it out, or make it less deep",
    )


def _reason(message: str) -> str:
    return message[:1].lower() + message[1:].removesuffix(" at").removesuffix(" starting")


def _mend(message: str) -> str:
    if message == "Extra data":
        return "if each line is a record of its own, give the file the ending .jsonl"
    return "restore it there"
