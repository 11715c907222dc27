"""German inflection by tables says what the plain reading of its rules says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.glossary.morphology import Reduction, german
from tests.glossary.morphology import german_reference as reference

ENDINGS = [*reference.ENDINGS, *reference.VERB_ENDINGS, *reference.ADJECTIVAL_STEMS, "el"]
words = st.tuples(
    st.sampled_from(["", "ge", "ange", "zurueckge", "q"]),
    st.lists(st.sampled_from(["ae", "oe", "ue", "a", "o", "e", "r", "st", "n", "ß"]), max_size=5),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
).map(lambda parts: parts[0] + "".join(parts[1]) + "".join(parts[2]))


@given(st.one_of(words, st.text(max_size=12), st.text("abenrst", max_size=70)))
@settings(max_examples=1000, deadline=None)
def test_reductions(word: str) -> None:
    assert german.reductions(word) == reference.reductions(word)


@given(words)
@settings(max_examples=300, deadline=None)
def test_plain_reductions(word: str) -> None:
    plain = [each for each in reference.reductions(word) if not each.ending.startswith("+")]
    assert german.plain_reductions(word) == plain


@given(words, st.data())
@settings(max_examples=500, deadline=None)
def test_known_reductions(word: str, data: st.DataObject) -> None:
    every = reference.reductions(word)
    lemmas = sorted({each.lemma for each in every})
    known = data.draw(st.sets(st.sampled_from(lemmas))) if lemmas else set()
    expected = [each for each in every if each.lemma in known]
    assert german.known_reductions(word, known) == expected


@given(words)
@settings(max_examples=300, deadline=None)
def test_plurals_end_where_they_may(word: str) -> None:
    may = german.plural_ends(word)
    for start in range(len(word)):
        for end in range(start + 1, len(word)):
            assert end in may or not german.modifier_reductions(word[start:end])


@pytest.mark.parametrize(
    ("word", "reduction"),
    [
        ("haeusern", Reduction("haus", "ern", umlaut=True)),
        ("museen", Reduction("museum", "+plural")),
        ("verletzter", Reduction("verletzte", "+adjectival")),
        ("jubelte", Reduction("jubeln", "+teverb")),
        ("angezeigt", Reduction("anzeigen", "+participleverb")),
    ],
)
def test_examples(word: str, reduction: Reduction) -> None:
    assert reduction in german.reductions(word)
    assert german.known_reductions(word, {reduction.lemma}) == [
        each for each in german.reductions(word) if each.lemma == reduction.lemma
    ]
