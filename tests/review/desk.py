"""A small review desk: pages on disk, a rule that objects to a few words, and sessions on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.formats import text
from capqa.model import Finding, Span, Suggestion
from capqa.review.session import ReviewItem, Session
from capqa.review.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TRANSLATIONS = {"Irak": "Iraq", "Mossul": "Mosul", "Syrien": "Syria", "Bild": "Bild"}
_OBJECTIONABLE = re.compile("Irak|Mossul|Syrien|Krieg|Bild")

PAGE = "Irak | Mossul\r\nImage: dpa\r\n\r\nA sentence.\r\nSyrien: Krieg\r\nImage: Irak/dpa"


def items_in(*paths: Path) -> list[ReviewItem]:
    """Read the files as they are now and object to the words this rule knows."""
    items = []
    for path in paths:
        document = text.read(path.read_bytes(), str(path))
        for segment in document.segments:
            for found in _OBJECTIONABLE.finditer(segment.text):
                finding = Finding(
                    rule="untranslated",
                    document=document.name,
                    segment=segment,
                    span=Span(*found.span()),
                    message="not translated",
                    language="de",
                    confidence=1.0,
                )
                items.append(ReviewItem(finding, document, path))
    return items


def translation(item: ReviewItem) -> Suggestion | None:
    """Return what TRANSLATIONS says, None for a word it lacks."""
    found = TRANSLATIONS.get(item.finding.text)
    return None if found is None else Suggestion(found, "test", alternatives=(f"{found}!",))


def open_session(
    log_path: Path | str,
    *paths: Path,
    reviewer: str = "ana",
    suggest: Callable[[ReviewItem], Suggestion | None] = translation,
    items: Sequence[ReviewItem] | None = None,
) -> Session:
    """Start or resume a review of files as they are now."""
    chosen = items_in(*paths) if items is None else items
    return Session(chosen, open_store(log_path), reviewer=reviewer, suggest=suggest)


def words(session: Session) -> list[str]:
    """Return the words under review, in order."""
    return [item.finding.text for item in session.items]
