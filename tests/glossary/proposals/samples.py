"""A glossary of a project, and proposals for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.proposals.knowledge import Knowledge
from capqa.glossary.proposals.proposing import propose
from capqa.glossary.proposals.shelf import Shelf
from capqa.glossary.suggesting.candidate import Example

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.glossary.proposals.rows import Row

HEADER = b"source,target,part_of_speech,gender,status,domain,variants,note,reference,reviewed\n"
ROWS = HEADER + (
    b"Abkommen,agreement,noun,n,preferred,politics,,,,\n"
    b"Kiesweg,gravel path,noun,m,preferred,general,,,,\n"
    b"Zaun,fence,noun,m,preferred,general,,,,\n"
)
PAIR = ("de", "en")


def shelf(folder: Path, data: bytes | None = ROWS) -> Shelf:
    """Return the shelf of a house glossary that the settings name."""
    path = folder / "house.de-en.csv"
    if data is not None:
        path.write_bytes(data)
    return Shelf(PAIR, path, (path,), (path,))


def proposed(
    at: Shelf, source: str, target: str, by: str = "ana", text: str = "", **values: str
) -> Row:
    """Return the row of a proposal made from a caption."""
    example = Example("page.html", 7, text or f"Arbeiter in der {source}", f"Workers in a {target}")
    fields = {"source": source, "target": target, **values}
    return propose(Knowledge(at), fields, by=by, example=example)
