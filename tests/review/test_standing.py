"""What is kept up to date about all items agrees with looking at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from capqa.model import Action, Decision
from capqa.review.items import State, state_after
from capqa.review.standing import Flags, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACTIONS = [Action.ACCEPT, Action.EDIT, Action.DISMISS, Action.SKIP]
DECISIONS = st.none() | st.sampled_from(_ACTIONS).map(
    lambda action: Decision("f", "d", action, "", "", "ana", "", "")
)


@given(
    st.lists(DECISIONS, min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), DECISIONS)),
    st.sampled_from(list(State)),
)
def test_counts_and_the_first_agree_with_the_decisions(
    decisions: list[Decision | None],
    changes: Sequence[tuple[int, Decision | None]],
    state: State,
) -> None:
    standing = Standing(decisions)
    for index, decision in changes:
        if index < len(decisions):
            decisions[index] = standing[index] = decision
    states = list(map(state_after, decisions))
    assert standing.states() == states == [standing.state(at) for at in range(len(states))]
    assert standing.counts() == {each: states.count(each) for each in State}
    backwards = range(len(states) - 1, -1, -1)
    expected = next((at for at in backwards if states[at] is state), None)
    assert standing.first(backwards, state) == expected


def test_flags_look_again_only_where_something_may_have_changed() -> None:
    true = {1, 2}
    asked: list[int] = []

    def is_true(index: int) -> bool:
        asked.append(index)
        return index in true

    flags = Flags(4, is_true)
    assert flags.indexes() == (1, 2)
    assert flags.count() == 2
    assert asked == [0, 1, 2, 3]
    true ^= {2, 3}
    flags.look_again(3)
    assert flags.indexes() == (1, 2, 3)
    flags.look_at_all()
    assert flags.indexes() == (1, 3)
