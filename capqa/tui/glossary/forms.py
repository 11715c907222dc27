"""The forms of the maintainers' app: what each begins with, and what saving it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError
from capqa.glossary.files import COLUMNS
from capqa.glossary.proposals import by_hand
from capqa.glossary.proposals.outlook import neighbours, outlook
from capqa.glossary.proposals.values import guesses
from capqa.language_names import language_name
from capqa.tui.drawing.entries import neighbour_rows, remark_rows
from capqa.tui.drawing.rows import drawn, shortened
from capqa.tui.term_form.form import TermForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.content import Content

    from capqa.glossary.editing.adding import OnConflict
    from capqa.glossary.entry import Entry
    from capqa.glossary.proposals.desk import Desk, Listed, Pair
    from capqa.glossary.proposals.rows import Row

_MOST_SHOWN: Final = 4
# Dates are set where entries are reviewed, which is not here.
_LEFT_OUT: Final = frozenset({"reviewed"})


def approval_form(desk: Desk, row: Row) -> TermForm[Entry]:
    """Return the form for something proposed; saving approves it as the fields say."""

    def save(values: dict[str, str], on_conflict: OnConflict) -> Entry:
        return desk.approve(row, values, on_conflict)

    columns = _columns(desk, row.pair)
    return _form(desk, row.pair, "Approve", row.values, columns, save, verb="Approve")


def addition_form(desk: Desk, pair: Pair, source: str = "") -> TermForm[Entry]:
    """Return the form for an entry nobody has proposed."""
    several = len(desk.pairs) > 1

    def save(values: dict[str, str], on_conflict: OnConflict) -> Entry:
        language = values.pop("language", pair[0]).strip()
        return desk.add((language, pair[1]), values, on_conflict)

    columns = _columns(desk, pair)
    values = {"source": source}
    if several:
        columns = ["language", *columns]
        values["language"] = pair[0]
    return _form(desk, pair, "New entry", values, columns, save, verb="Add")


def entry_form(desk: Desk, listed: Listed) -> TermForm[Entry]:
    """Return the form for an entry of a glossary; one not to be changed is written over.

    Raises CapqaError when the entry is not there any more as it was.
    """
    pair, entry = listed.pair, listed.known.entry

    def change(values: dict[str, str], on_conflict: OnConflict) -> Entry:
        return desk.change(pair, entry, values)

    def write_over(values: dict[str, str], on_conflict: OnConflict) -> Entry:
        return desk.add(pair, values, on_conflict)

    values = by_hand.fields_of(entry)
    if listed.known.own:
        columns = [name for name in COLUMNS if name in values and name not in _LEFT_OUT]
        return _form(desk, pair, "Edit", values, columns, change, but=entry)
    columns = _columns(desk, pair)
    return _form(desk, pair, "Write over", values, columns, write_over, but=entry)


def rejection_form(desk: Desk, row: Row) -> TermForm[bool]:
    """Return the form that asks why something proposed is rejected, which need not be said."""

    def save(values: dict[str, str], on_conflict: OnConflict) -> bool:
        desk.reject(row, values["reason"])
        return True

    return TermForm(
        "Reject",
        {},
        ["reason"],
        save=save,
        guess=lambda values: {},
        known=lambda values, width: [],
        about=drawn(f"{shortened(row.source, 80)} → {shortened(row.target or '?', 80)}"),
        verb="Reject",
    )


def _columns(desk: Desk, pair: Pair) -> list[str]:
    header = desk.knowledge(pair).table.header
    return [name for name in COLUMNS if name in header and name not in _LEFT_OUT]


def _form(
    desk: Desk,
    pair: Pair,
    title: str,
    values: Mapping[str, str],
    columns: Sequence[str],
    save: Callable[[dict[str, str], OnConflict], Entry],
    *,
    verb: str = "Save",
    but: Entry | None = None,
) -> TermForm[Entry]:
    def pair_of(values: Mapping[str, str]) -> Pair:
        return (values.get("language", pair[0]).strip(), pair[1])

    def known(values: Mapping[str, str], width: int) -> list[Content]:
        fields = {name: " ".join(value.split()) for name, value in values.items()}
        fields.pop("language", None)
        if not fields["source"] or pair_of(values) not in desk.pairs:
            return []
        try:
            knowledge = desk.knowledge(pair_of(values))
        except CapqaError:
            return []  # Saving says so.
        remarks = outlook(knowledge, fields) if but is None else []
        near = [each for each in neighbours(knowledge, fields) if each.entry != but]
        return [
            *remark_rows(remarks, width),
            *neighbour_rows(near, width, "GLOSSARY", _MOST_SHOWN),
        ]

    several = "language" in columns
    languages = f"{language_name(pair[0])} to {language_name(pair[1])}"
    return TermForm(
        title if several else f"{title}: {languages}",
        values,
        columns,
        save=save,
        guess=lambda values: guesses(values, pair_of(values)),
        known=known,
        verb=verb,
    )
