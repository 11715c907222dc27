"""Where a reviewer wants to go: the number of a finding, a file with a line, or a percentage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.review.items import ReviewError
from capqa.tui.searching import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from capqa.review.items import ReviewItem

# No number of more digits is one of a finding or a line; Python refuses very long ones.
_NUMBER: Final = re.compile(r"[0-9][0-9,]{0,11}")
_PERCENTAGE: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{0,6})?)\s*%")
_PLACE: Final = re.compile(r"(.*?)(?::([0-9]{1,9}))?(?::([0-9]{1,9}))?", re.DOTALL)

HINT: Final = "12, page.txt:40 or 50%"
"""What may be typed."""


def target(text: str, items: Sequence[ReviewItem], shown: Sequence[int], current: int) -> int:
    """Return the index of the finding that a text asks for.

    A number is that of any finding; a percentage is of those ``shown``; in a file those shown come
    first. Without a name a line is one of the file of the ``current`` finding. Raises ReviewError,
    which says what is wrong with the text.
    """
    text = text.strip()
    if not text:
        raise ReviewError(f"where to? {HINT}")
    if _NUMBER.fullmatch(text):
        return _numbered(int(text.replace(",", "")), len(items))
    if found := _PERCENTAGE.fullmatch(text):
        return _at_percentage(float(found[1]), shown)
    place = _PLACE.fullmatch(text)
    assert place is not None
    name, line, column = place[1], int(place[2] or 0), int(place[3] or 0)
    inside = _in_file(name, items, current)
    for indexes in ([index for index in shown if index in inside], inside):
        reached = [
            index
            for index in indexes
            if (items[index].finding.line, items[index].finding.column) >= (line, column)
        ]
        if reached:
            return min(reached, key=lambda index: (items[index].finding.line, index))
    last = max(items[index].finding.line for index in inside)
    document = items[next(iter(inside))].finding.document
    raise ReviewError(f"no finding in {document} from line {line} on; the last is in line {last}")


def _numbered(number: int, count: int) -> int:
    if not 1 <= number <= count:
        raise ReviewError(f"findings are numbered from 1 to {count:,}")
    return number - 1


def _at_percentage(percentage: float, shown: Sequence[int]) -> int:
    if percentage > 100:
        raise ReviewError("there is nothing beyond 100%")
    if not shown:
        raise ReviewError("nothing is shown")
    return shown[round((len(shown) - 1) * percentage / 100)]


def _in_file(name: str, items: Sequence[ReviewItem], current: int) -> dict[int, None]:
    """Return the findings of the file that a name, or a part of one, fits best."""
    if not name:
        document = items[current].finding.document
    else:
        documents = dict.fromkeys(item.finding.document for item in items)
        document = _fitting(name, documents)
    return {index: None for index, item in enumerate(items) if item.finding.document == document}


def _fitting(name: str, documents: Iterable[str]) -> str:
    wanted = plain(name).replace("\\", "/")
    fitting: dict[int, str] = {}
    for document in documents:
        folded = plain(document).replace("\\", "/")
        if wanted not in folded:
            continue
        base = folded.rpartition("/")[2]
        ranks = (
            document == name,
            folded == wanted,
            f"/{folded}".endswith(f"/{wanted}"),
            base.startswith(wanted),
            wanted in base,
        )
        rank = next((at for at, fits in enumerate(ranks) if fits), len(ranks))
        fitting.setdefault(rank, document)
    if not fitting:
        raise ReviewError(f"no file with findings has {name!r} in its name; {HINT}")
    return fitting[min(fitting)]
