from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from capqa.glossary.linting import circles as module
from capqa.glossary.linting.circles import circles

nodes = st.integers(0, 7)


def test_the_example_holds() -> None:
    assert doctest.testmod(module).failed == 0


@given(st.dictionaries(nodes, st.lists(nodes, max_size=4)))
def test_two_nodes_are_in_a_circle_when_each_is_reached_from_the_other(
    edges: dict[int, list[int]],
) -> None:
    reached = {node: _reached(edges, node) for node in range(8)}
    expected = {
        frozenset(other for other in range(8) if other in reached[node] and node in reached[other])
        for node in range(8)
    }
    assert set(circles(edges)) == {circle for circle in expected if len(circle) > 1}


def _reached(edges: dict[int, list[int]], start: int) -> set[int]:
    found = {start}
    waiting = [start]
    while waiting:
        for node in edges.get(waiting.pop(), []):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found
