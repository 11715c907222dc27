"""A folder of small pages, some with a caption left in German, one that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa import checking, pipeline
from capqa.config import Settings
from capqa.review.session import ReviewItem, Session
from capqa.review.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from capqa.pipeline import CheckedFile

CAPTIONS = ("Irak | Befreiungsaktion Mossul", "Geflüchtete Kinder im Lager")


def write_pages(folder: Path, number: int) -> list[Path]:
    """Write pages and return their paths; the second is no text."""
    paths = []
    for at in range(number):
        path = folder / f"page-{at:03}.txt"
        caption = CAPTIONS[at % 2] if at % 3 == 0 else "The army is near the town."
        path.write_text(f"Page {at} is about the town.\n\n{caption}\n", encoding="utf-8")
        if at == 1:
            path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        paths.append(path)
    return paths


def dismiss(page: Path, address: Path | str, *at: int, name: str = "") -> None:
    """Dismiss some findings of a page in the session at an address, as a reviewer would."""
    document = pipeline.read_data(page.read_bytes(), name or str(page))
    found = checking.check(document, Settings())
    items = [ReviewItem(finding, document, page) for finding in found]
    store = open_store(address)
    session = Session(items, store, reviewer="ana", suggest=lambda _: None)
    for index in at:
        session.dismiss(index)
    store.close()


def without_documents(files: Iterable[CheckedFile]) -> list[CheckedFile]:
    """Return what became of files as it is told by other processes and by the cache."""
    return [replace(file, document=None) for file in files]
