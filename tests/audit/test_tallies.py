from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from capqa.audit import tallies
from capqa.audit.tallies import OTHERS, Cell, Tally

CELLS = st.lists(
    st.builds(
        Cell,
        st.sampled_from(["", "a", "b"]),
        st.sampled_from(["", "2015-01"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 9),
        st.dictionaries(st.sampled_from(["de", "fr"]), st.integers(1, 9)),
        st.dictionaries(st.sampled_from(["x", "y"]), st.integers(1, 9)),
    ),
    max_size=6,
)


@given(CELLS, CELLS)
def test_counts_of_parts_are_those_of_the_whole(one: list[Cell], other: list[Cell]) -> None:
    whole = Tally([*one, *other])
    assert whole.cells() == Tally([*Tally(one).cells(), *Tally(other).cells()]).cells()
    assert whole.total().texts == sum(cell.texts for cell in (*one, *other))
    assert sum(cell.findings for cell in whole.by_month().values()) == whole.total().findings
    assert sum(cell.records for cell in whole.by_section().values()) == whole.total().records


def test_sections_without_number_become_one() -> None:
    many = tallies.MOST_SECTIONS + 10
    tally = Tally(Cell(str(number), "", records=1) for number in range(many))
    sections = tally.by_section()
    assert len(sections) == tallies.MOST_SECTIONS + 1
    assert sections[OTHERS].records == 10
