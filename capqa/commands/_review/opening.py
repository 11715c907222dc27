"""A session on the project's settings: its log, its suggestions, its list of allowed names."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.commands import _options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.config import Settings
    from capqa.model import Suggestion
    from capqa.review.pairs import DecisionPairs
    from capqa.review.session import ReviewItem, Session


@contextmanager
def opened(
    items: Sequence[ReviewItem], settings: Settings, address: str, reviewer: str
) -> Iterator[tuple[Session, DecisionPairs | None]]:
    """Open a review of items in the log at an address, and close the log afterwards.

    Gives the session with what reads the decisions for the memory. Raises CapqaError when the log
    cannot be used.
    """
    from capqa.review.allow_file import allow_file, start_allow_file
    from capqa.review.glossary_state import glossary_states
    from capqa.review.session import Session
    from capqa.review.store import is_url, open_store

    store = open_store(address)
    try:
        pairs = _options.decisions(settings, store if is_url(address) else Path(address))
        session = Session(
            items,
            store,
            reviewer=reviewer,
            suggest=lambda item: _suggestion(item, settings, pairs),
            glossary_state=glossary_states(settings.glossaries),
            allowlist=lambda: allow_file(settings) or start_allow_file(settings),
        )
        yield session, pairs
    finally:
        store.close()


def _suggestion(
    item: ReviewItem, settings: Settings, pairs: DecisionPairs | None
) -> Suggestion | None:
    from capqa import pipeline

    return pipeline.suggest(item.document, (item.finding,), settings, read_pairs=pairs)[0]
