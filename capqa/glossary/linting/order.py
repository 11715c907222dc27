"""The order of the rows of a glossary file, which makes its changes easy to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from capqa.glossary.entry import STATUSES

if TYPE_CHECKING:
    from capqa.glossary.linting.table import Row

Order: TypeAlias = tuple[str, str, int, str]

_RANKS = {status: rank for rank, status in enumerate(STATUSES.values())}


def order(row: Row) -> Order:
    """Return the place of a row: by source, case aside; best status first; then by target."""
    return row.source.casefold(), row.source, _RANKS[row.status], row.target.casefold()
