"""Proposing terms from the review: what the form begins with, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError
from capqa.glossary.proposals.best_guess import best_guess
from capqa.glossary.proposals.knowledge import Knowledge
from capqa.glossary.proposals.outlook import Gravity, neighbours, outlook
from capqa.glossary.proposals.proposing import example_of, propose, rejected_before, rows_of
from capqa.glossary.proposals.values import guesses
from capqa.language_names import language_name
from capqa.tui.drawing import styles
from capqa.tui.drawing.entries import neighbour_rows, remark_rows
from capqa.tui.drawing.rows import drawn, field, shortened
from capqa.tui.term_form.form import PROPOSING, TermForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.content import Content

    from capqa.glossary.proposals.rows import Row
    from capqa.glossary.proposals.shelf import Shelf
    from capqa.model import Finding, Suggestion

_MOST_SHOWN: Final = 3
_LONGEST_SHOWN: Final = 160


class Terms:
    """The glossaries of the languages that findings are in, read when first needed."""

    def __init__(self, target: str, shelf_of: Callable[[str], Shelf], *, by: str) -> None:
        """Take what finds the shelf of a source language, and who proposes."""
        self._target = target
        self._shelf_of = shelf_of
        self._by = by
        self._shelves: dict[str, Shelf] = {}
        self._knowledge: dict[str, Knowledge] = {}
        self._waiting: dict[str, tuple[object, list[Row]]] = {}

    def form(
        self, finding: Finding, suggestion: Suggestion | None, written: str | None
    ) -> TermForm[Row]:
        """Return the form for a term of a finding, filled with the best guess there is.

        ``written`` is what stands for the finding's words by now, None if nothing does. Raises
        CapqaError when a glossary cannot be read.
        """
        language = finding.language
        knowledge = self._known(language)
        pair = knowledge.shelf.pair
        replacement = written or (suggestion.text if suggestion else "")

        about = drawn((shortened(finding.text, _LONGEST_SHOWN), styles.STRONG))
        if replacement:
            about += drawn(" → ", shortened(replacement, _LONGEST_SHOWN))
        return TermForm(
            f"Propose a term: {language_name(pair[0])} to {language_name(pair[1])}",
            best_guess(finding, self._target, suggestion, written),
            PROPOSING,
            save=lambda values, _: self.propose(finding, values, written),
            guess=lambda values: guesses(values, pair),
            known=lambda values, width: _known_rows(knowledge, values, width),
            about=about,
        )

    def propose(self, finding: Finding, values: Mapping[str, str], written: str | None) -> Row:
        """Keep a proposal met in a finding; raises what `proposing.propose` does."""
        example = example_of(finding, written or "")
        return propose(self._known(finding.language), values, by=self._by, example=example)

    def waiting(self, finding: Finding) -> list[Row]:
        """Return what is proposed for words of a finding and not decided on; a few at most."""
        text = finding.text
        try:
            rows = self._rows(finding.language)
        except CapqaError:
            # Proposing says so; reviewing goes on.
            return []
        found = (row for row in rows if row.source in text)
        return [row for row, _ in zip(found, range(_MOST_SHOWN), strict=False)]

    def _rows(self, language: str) -> list[Row]:
        shelf = self._shelf(language)
        stamp = shelf.stamp
        held = self._waiting.get(language)
        if held is None or held[0] != stamp:
            held = (stamp, [row for row in rows_of(shelf) if row.state.waits])
            self._waiting[language] = held
        return held[1]

    def _shelf(self, language: str) -> Shelf:
        if language not in self._shelves:
            self._shelves[language] = self._shelf_of(language)
        return self._shelves[language]

    def _known(self, language: str) -> Knowledge:
        held = self._knowledge.get(language)
        shelf = self._shelf(language)
        self._knowledge[language] = Knowledge(shelf) if held is None else held.current()
        return self._knowledge[language]


def _known_rows(knowledge: Knowledge, values: Mapping[str, str], width: int) -> list[Content]:
    if not values["source"].strip():
        return []
    fields = {name: " ".join(value.split()) for name, value in values.items()}
    remarks = outlook(knowledge, fields) if fields["target"] else []
    # Whoever proposes is not asked to word a row: what is wrong with it is the maintainer's to say.
    rows = remark_rows((each for each in remarks if each.gravity is not Gravity.NOTE), width)
    rows += neighbour_rows(neighbours(knowledge, fields), width, "GLOSSARY", _MOST_SHOWN)
    rejected = rejected_before(knowledge.shelf, fields["source"], fields["target"])
    if rejected is not None and rejected.decision is not None:
        reason = getattr(rejected.decision, "reason", "")
        said = f"{rejected.decision.by}, {rejected.decision.at[:10]}"
        line = drawn(("✗ rejected before", styles.BAD), f" by {said}: {reason}".rstrip(": "))
        rows += field("", line, width)
    return rows
