"""Criteria and facets, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.tui.filtering import BANDS, Criteria, Facet, band, picked, value_counts

VALUES = st.sampled_from(["a", "b", "[/x]", ""])
ROWS = st.lists(st.tuples(VALUES, VALUES, st.booleans()), min_size=1, max_size=20)
CHOSEN = st.dictionaries(
    st.sampled_from([Facet.RULE, Facet.FILE]), st.frozensets(VALUES, min_size=1), max_size=2
)


@pytest.mark.parametrize(
    ("confidence", "name"),
    [
        (1.0, "99 %+"),
        (0.99, "99 %+"),
        (0.9899, "95-99 %"),
        (0.95, "95-99 %"),
        (0.90, "90-95 %"),
        (0.8999, "below 90 %"),
        (float("nan"), "below 90 %"),
    ],
)
def test_a_confidence_lies_in_one_band(confidence: float, name: str) -> None:
    assert band(confidence) == name
    assert name in BANDS


@given(ROWS, CHOSEN)
def test_values_of_a_facet_are_or_facets_are_and_and_counts_say_what_choosing_would_show(
    rows: list[tuple[str, str, bool]], chosen: dict[Facet, frozenset[str]]
) -> None:
    columns = {Facet.RULE: [row[0] for row in rows], Facet.FILE: [row[1] for row in rows]}
    found = bytes(row[2] for row in rows)

    def meets(rule: str, file: str, chosen: dict[Facet, frozenset[str]]) -> bool:
        return all(
            value in chosen[facet]
            for facet, value in ((Facet.RULE, rule), (Facet.FILE, file))
            if facet in chosen
        )

    expected = [found and meets(rule, file, chosen) for rule, file, found in rows]
    assert list(map(bool, picked(columns, chosen, found))) == expected
    for facet, counts in value_counts(columns, chosen, found).items():
        assert set(counts) == set(columns[facet])
        for value, count in counts.items():
            alone = {**chosen, facet: frozenset({value})}
            assert count == sum(picked(columns, alone, found))


@given(st.lists(st.tuples(st.sampled_from(list(Facet)), VALUES)))
def test_a_value_toggled_twice_is_as_before(toggles: list[tuple[Facet, str]]) -> None:
    criteria = Criteria("words")
    for facet, value in [*toggles, *reversed(toggles)]:
        criteria = criteria.toggled(facet, value)
    assert criteria == Criteria("words")
    assert not Criteria("  ")
