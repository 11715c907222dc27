"""What the plain review says, in lines: each begins with what it is about, for who listens.

A line end within a text from outside must not begin a line of ours: such texts are made visible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import CapqaError
from capqa.language_names import language_name
from capqa.model import Action
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.review.session import Conflict, News, Session, WriteReport

HELP = """\
a: accept the suggestion. A number accepts an alternative. A: accept it for all identical findings.
e: edit, write a text of your own.
r: dismiss, the text is right. R: all identical findings. r always: in pages to come as well.
s: skip. u: undo. U: redo. c: comment.
n: next. p: previous. Enter: show the finding again.
w: write the files. q: quit, decisions are kept."""

_SURROUNDINGS = 80
_MOST_PLACES = 20
_WHAT = {
    Action.ACCEPT: "accepted",
    Action.EDIT: "edited",
    Action.DISMISS: "dismissed",
    Action.SKIP: "skipped",
    Action.UNDO: "undid a decision on",
    Action.REDO: "took a decision again on",
}


def finding(session: Session, index: int) -> str:
    """Return all there is to know of a finding."""
    return "\n".join(_finding(session, index))


def counts(session: Session) -> str:
    """Return how many findings there are, and how many in each state."""
    counted = session.counts()
    states = [f"{count} {state}" for state, count in counted.items() if count]
    return f"{_number(sum(counted.values()), 'finding')}: {', '.join(states)}"


def done(what: str, count: int) -> str:
    """Return what was done, to how many findings if to several."""
    return f"{what} {count} findings." if count > 1 else f"{what}."


def places(session: Session, indexes: Sequence[int]) -> str:
    """Return where findings are, a line each."""
    lines = [f"Place: {_place(session, index)}" for index in indexes[:_MOST_PLACES]]
    if len(indexes) > _MOST_PLACES:
        lines.append(f"and {len(indexes) - _MOST_PLACES} more")
    return "\n".join(lines)


def written(report: WriteReport) -> str:
    """Return what a writing did."""
    lines = [f"Not written: {visible(line)}" for line in report.refused]
    done = f"{_number(report.edits, 'edit')} in {_number(len(report.written), 'file')}"
    return "\n".join([f"Written: {done}.", *lines])


def news(session: Session, news: News) -> str:
    """Return what somebody else did."""
    text = f" to {news.text!r}" if news.text else ""
    what = f"{news.reviewer} {_WHAT[news.action]} {_place(session, news.index)}{text}"
    if not news.conflict:
        return f"News: {visible(what)}."
    stands = "theirs stands, being the later" if news.stands else "yours stands, being the later"
    return f"Conflict: {visible(what)}; you decided otherwise; {stands}."


def conflict(conflict: Conflict) -> str:
    """Return the three texts of a conflict."""
    return "\n".join(
        (
            f"Conflict: {visible(str(conflict.path))} changed what you decided on",
            f"It was: {_cut(conflict.base)}",
            f"On disk: {_cut(conflict.disk) or 'nothing like it'}",
            f"Yours: {_cut(conflict.yours)}",
        )
    )


def _finding(session: Session, index: int) -> Iterator[str]:
    item = session.items[index]
    found = item.finding
    yield ""
    yield f"Finding {index + 1} of {len(session.items)}, {session.state(index)}."
    yield f"Place: {_place(session, index)}"
    yield f"Why: {visible(found.message)}, {language_name(found.language)}, rule {found.rule}"
    yield f"Line: {_context(found.segment.text, found.span.start, found.span.end)}"
    yield f"Text: {_cut(found.text)}"
    yield from _suggestion(session, index)
    decision = session.decision(index)
    replacement = session.replacement(index)
    if decision:
        becomes = f" to: {_cut(replacement)}" if replacement is not None else ""
        yield f"Decided: {session.state(index)} by {visible(decision.reviewer)}{becomes}"
    for comment in session.comments(index):
        yield f"Comment: {visible(f'{comment.reviewer}, {comment.time}: {comment.text}')}"


def _suggestion(session: Session, index: int) -> Iterator[str]:
    try:
        suggestion = session.suggestion(index)
    except CapqaError as error:
        yield f"Suggestion: failed, {visible(str(error))}"
        return
    if suggestion is None:
        yield "Suggestion: none"
        return
    yield f"Suggestion: {_cut(suggestion.text)}"
    yield f"From: {visible(suggestion.origin)}"
    for number, text in enumerate(suggestion.alternatives, start=1):
        yield f"Alternative {number}: {_cut(text)}"
    for term in suggestion.terms:
        yield f"Term: {visible(term.source)}, {visible(term.target)}, {term.verdict}"
    for word in suggestion.unknown:
        yield f"Unknown: {visible(word)}"
    for check in suggestion.checks:
        if not check.passed:
            yield f"Check failed: {visible(check.name)}, {visible(check.message)}"
    passed = sum(check.passed for check in suggestion.checks)
    yield f"Checks: {passed} of {len(suggestion.checks)} passed"


def _place(session: Session, index: int) -> str:
    item = session.items[index]
    found = item.finding
    locator = f", {visible(found.segment.locator)}" if found.segment.locator else ""
    return f"{visible(str(item.path))}, line {found.line}, column {found.column}{locator}"


def _context(text: str, start: int, end: int) -> str:
    first = max(text.rfind("\n", 0, start) + 1, start - _SURROUNDINGS)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _SURROUNDINGS)
    return visible(text[first:start]) + _cut(text[start:end]) + visible(text[end:last])


def _cut(text: str) -> str:
    most = 4 * _SURROUNDINGS
    return visible(text if len(text) <= most else f"{text[: most - 1]}…")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
