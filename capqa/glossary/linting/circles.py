"""Finding circles in what points to what, in linear time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

Node = TypeVar("Node", bound="Hashable")


def circles(edges: Mapping[Node, Iterable[Node]]) -> list[frozenset[Node]]:
    """Return the largest sets of several nodes each of which can be reached from every other.

    Source: Tarjan, Depth-first search and linear graph algorithms (1972), without recursion.

    >>> circles({1: [2], 2: [3], 3: [2], 4: [4]})
    [frozenset({2, 3})]
    """
    found: list[frozenset[Node]] = []
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    for start in edges:
        if start in number:
            continue
        way: list[tuple[Node, Iterator[Node]]] = [(start, iter(edges[start]))]
        number[start] = lowest[start] = len(number)
        open_nodes.append(start)
        is_open.add(start)
        while way:
            node, following = way[-1]
            step = next(following, None)
            if step is None:
                way.pop()
                if way:
                    above = way[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == number[node]:
                    members = {node}
                    while (last := open_nodes.pop()) != node:
                        members.add(last)
                    is_open -= members
                    if len(members) > 1:
                        found.append(frozenset(members))
            elif step not in number:
                number[step] = lowest[step] = len(number)
                open_nodes.append(step)
                is_open.add(step)
                way.append((step, iter(edges.get(step, ()))))
            elif step in is_open:
                lowest[node] = min(lowest[node], number[step])
    return found
