"""What is told before a line is labelled is what the labels say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from capqa.language.decoding import TARGET, candidates, label, may_hold_foreign
from capqa.language.tokens import Gap
from capqa.language.word_evidence import Shape, WordEvidence

_NATS = st.floats(-6, 6, allow_nan=False).map(lambda nats: round(nats, 2))


@st.composite
def _words(draw: st.DrawFn) -> WordEvidence:
    weights = draw(st.dictionaries(st.integers(1, 4), _NATS, max_size=3))
    absent = draw(st.floats(-6, 0, allow_nan=False))
    best = max([*weights.values(), 0.0])
    return WordEvidence(weights, absent, best, "word", False, Shape.LOWER)


@given(st.lists(st.tuples(_words(), st.sampled_from(list(Gap))), min_size=1, max_size=12))
def test_a_line_that_may_hold_nothing_holds_nothing(line: list[tuple[WordEvidence, Gap]]) -> None:
    evidence, gaps = [word for word, _ in line], [gap for _, gap in line]
    labels = label(evidence, gaps, candidates(evidence) or [1])
    if any(each != TARGET for each in labels):
        assert may_hold_foreign(evidence, gaps)
