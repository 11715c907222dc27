"""What others decided meanwhile, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.model import Action
from capqa.tui.drawing.changes import counted
from capqa.tui.drawing.rows import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from capqa.review.session import News

_LONGEST = 40
_DID: Mapping[Action, str] = {
    Action.ACCEPT: "accepted",
    Action.EDIT: "edited",
    Action.DISMISS: "dismissed",
    Action.SKIP: "skipped",
    Action.UNDO: "took back",
    Action.REDO: "decided again",
}


def news_line(news: Sequence[News]) -> str:
    """Return who decided how many findings, and who took how many decisions back."""
    return "; ".join(
        _told(reviewer, [each for each in news if each.reviewer == reviewer])
        for reviewer in dict.fromkeys(each.reviewer for each in news)
    )


def disagreement_line(news: News, text: str) -> str:
    """Return what somebody else decided on a text, what you did, and which of the two stands."""
    theirs = _DID[news.action]
    own = _DID[news.own] if news.own else "decided otherwise"
    if own == theirs:
        own += " with another text"
    whose = f"{news.reviewer}'s stands" if news.stands else "yours stands"
    return f"{news.reviewer} {theirs} {_quoted(text)}, you {own}: {whose} (later)"


def _told(reviewer: str, news: Iterable[News]) -> str:
    last = {each.index: each.action for each in news}
    back = sum(action is Action.UNDO for action in last.values())
    said = []
    if len(last) > back:
        said.append(f"decided {counted(len(last) - back, 'finding')}")
    if back:
        said.append(f"took {counted(back, 'decision')} back")
    return f"{reviewer} {' and '.join(said)}"


def _quoted(text: str) -> str:
    return f"'{shortened(text, _LONGEST)}'"
