"""Entries and texts to compare termbases by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from capqa.glossary.entry import Entry, Status
from capqa.glossary.layers.building import build
from capqa.glossary.layers.stack import Stack
from capqa.glossary.layers.writing import compiled
from capqa.glossary.morphology import morphology_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.glossary.layers.layer import Layer
    from capqa.glossary.termbase import Termbase

WORDS = [
    "Krieg",
    "Kalter Krieg",
    "Öl",
    "Öl ins Feuer",
    "Flüchtling",
    "Flüchtlingslager",
    "Regierung",
    "Regierungs-",
    "-politik",
    "Politik",
    "Offensive",
    "Abstimmung",
    "Abstammung",
    "IS",
    "NATO",
    "irakisch",
    "北京",
    "v.l.n.r.",
    "Tag der Arbeit",
]
texts = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(["Abstmmung", "Regierungskrieg", "Krieges", "Öls ins Feuer", "Ofensive"]),
        st.text(max_size=6),
    ),
    max_size=8,
).map(" ".join)
_names = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.characters(exclude_characters="\0;", exclude_categories=["Cs"]), max_size=12),
)
_sources = _names.filter(lambda text: any(map(str.isalnum, text)))
entries = st.lists(
    st.builds(
        Entry,
        source=_sources,
        target=_sources,
        part_of_speech=st.sampled_from(["", "noun", "adjective", "proper noun", "phrase"]),
        gender=st.sampled_from(["", "m", "f", "n", "p"]),
        status=st.sampled_from(Status),
        domain=st.sampled_from(["", "conflict"]),
        variants=st.lists(_names.map(str.strip).filter(bool), max_size=3).map(tuple),
        note=_names,
        file=st.just("x.de-en.csv"),
        row=st.integers(0, 10**6),
    ),
    max_size=12,
)


def stored(some: Sequence[Entry]) -> bytes:
    """Return German entries compiled."""
    return compiled(build(some, morphology_of("de")))[1]


def stack(*layers: Layer) -> Stack:
    """Return layers as a termbase has them."""
    return Stack(layers)


def answers(termbase: Termbase, text: str) -> object:
    """Return all that a termbase says of a text."""
    return (
        termbase.find(text),
        termbase.find(text, typos=False),
        [termbase.lookup(word) for word in [text, *text.split()]],
    )
