"""Translating under terms: the model's own words first, then ever firmer means.

Measured on 400 captions whose terms contradict the model: replacing the isolated rendering honours
0.99 of the terms, replacing the aligned span 0.99, splitting at the term all of them but at the
price of the sentence; placeholders, prefixes and forbidden sequences do worse.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from capqa.model import Verdict
from capqa.translation.enforcement.replacement import put_by_alignment, put_by_rendering
from capqa.translation.enforcement.verification import honoured, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.rendering import Rendering, TextTranslator
    from capqa.translation.enforcement.terms import RequiredTerm

_HYPOTHESES: Final = 4
_ISOLATED: Final = 2


class Method(StrEnum):
    """How a translation came to honour its terms."""

    FREE = "no terms to keep"
    OWN = "the model kept the terms"
    HYPOTHESIS = "another of the model's answers keeps the terms"
    RENDERING = "replaced what the model calls the term alone"
    ALIGNMENT = "replaced what the model aligns with the term"
    SPLIT = "translated around the term"
    FAILED = "a term could not be kept"


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation, the means that made it keep its terms, and others that keep them too."""

    text: str
    method: Method
    alternatives: tuple[str, ...] = ()


@dataclass(slots=True)
class _Task:
    text: str
    terms: tuple[RequiredTerm, ...]
    renderings: list[Rendering]
    result: Enforced | None = None

    def missing(self, text: str) -> list[RequiredTerm]:
        found = verdicts(self.terms, text)
        return [
            term
            for term, each in zip(self.terms, found, strict=True)
            if each.verdict is not Verdict.KEPT
        ]


def enforce(
    texts: Sequence[str],
    terms: Sequence[Sequence[RequiredTerm]],
    translator: TextTranslator,
) -> list[Enforced]:
    """Return a translation for each text that keeps its terms wherever any means helps.

    Term spans are relative to their text. Every result is verified; one that still breaks a term
    says so by its method. Raises EngineError when the translator does.
    """
    tasks = [
        _Task(text, tuple(each), renderings)
        for text, each, renderings in zip(
            texts, terms, translator.translate(texts, _HYPOTHESES), strict=True
        )
    ]
    for task in tasks:
        task.result = _by_hypothesis(task)
    _by_replacement([task for task in tasks if task.result is None], translator)
    _by_split([task for task in tasks if task.result is None], translator)
    return [task.result or Enforced(task.renderings[0].text, Method.FAILED) for task in tasks]


def _by_hypothesis(task: _Task) -> Enforced | None:
    good = [each.text for each in task.renderings if honoured(task.terms, each.text)]
    if not good:
        return None
    others = tuple(good[1:])
    if not task.terms:
        return Enforced(good[0], Method.FREE, others)
    own = good[0] == task.renderings[0].text
    # A later answer may keep the terms and lose the rest; only the second best is near enough.
    if own or good[0] == task.renderings[1].text:
        return Enforced(good[0], Method.OWN if own else Method.HYPOTHESIS, others)
    return None


def _by_replacement(tasks: Sequence[_Task], translator: TextTranslator) -> None:
    alone = _isolated(tasks, translator)
    for task in tasks:
        for rendering in task.renderings[:2]:
            text, method = _replaced(task, rendering, alone)
            if honoured(task.terms, text):
                task.result = Enforced(text, method)
                break


def _replaced(task: _Task, rendering: Rendering, alone: dict[str, list[str]]) -> tuple[str, Method]:
    text = rendering.text
    method = Method.RENDERING
    for term in task.missing(text):
        mended = put_by_rendering(term, text, alone.get(term.source, []))
        if mended is None or term in task.missing(mended):
            mended = put_by_alignment(term, rendering, text)
            if mended is not None:
                method = Method.ALIGNMENT
        text = mended if mended is not None else text
    return text, method


def _isolated(tasks: Sequence[_Task], translator: TextTranslator) -> dict[str, list[str]]:
    sources = dict.fromkeys(
        term.source
        for task in tasks
        for each in task.renderings[:2]
        for term in task.missing(each.text)
    )
    if not sources:
        return {}
    found = translator.translate(list(sources), _ISOLATED)
    return {
        source: [rendering.text for rendering in each]
        for source, each in zip(sources, found, strict=True)
    }


def _by_split(tasks: Sequence[_Task], translator: TextTranslator) -> None:
    cuts = [_pieces(task) for task in tasks]
    wanted = dict.fromkeys(piece for cut in cuts for piece in cut if isinstance(piece, str))
    found = translator.translate(list(wanted), 1) if wanted else []
    translated = {piece: each[0].text for piece, each in zip(wanted, found, strict=True)}
    for task, cut in zip(tasks, cuts, strict=True):
        parts = [translated[each] if isinstance(each, str) else each.target for each in cut]
        # A model ends a piece like a sentence; only the last piece is the end of one.
        parts[:-1] = [part.rstrip(".") for part in parts[:-1]]
        parts[1:] = [
            _uncapitalised(part, each) for part, each in zip(parts[1:], cut[1:], strict=True)
        ]
        text = " ".join(part for part in parts if part)
        if honoured(task.terms, text):
            task.result = Enforced(text, Method.SPLIT)


def _pieces(task: _Task) -> list[str | RequiredTerm]:
    pieces: list[str | RequiredTerm] = []
    position = 0
    for term in task.missing(task.renderings[0].text):
        if term.span.start < position or not term.allowed:
            continue
        before = task.text[position : term.span.start].strip()
        if before:
            pieces.append(before)
        pieces.append(term)
        position = term.span.end
    rest = task.text[position:].strip()
    return [*pieces, rest] if rest else pieces


def _uncapitalised(part: str, piece: str | RequiredTerm) -> str:
    if isinstance(piece, str) and piece[:1].islower() and part[1:2].islower():
        return part[:1].lower() + part[1:]
    return part
