"""Translating requests with any text translator under the glossary's terms.

Pieces between separators are translated one by one, and those that are one term or place and
nothing else never reach the translator. Where a piece comes out broken, the text is tried as a
whole: some models have learnt from captions with their separators, and know no caption without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from capqa.model import Part
from capqa.translation.enforcement.cascade import enforce
from capqa.translation.enforcement.pieces import enforce_pieces
from capqa.translation.enforcement.requirements import requirements
from capqa.translation.enforcement.whole import is_broken, pieces_of_whole
from capqa.translation.engine import Candidate
from capqa.translation.grammar.english.rendering import capitalised
from capqa.translation.separators import fragments, rejoined
from capqa.translation.word_by_word import translate_fragment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.enforcement.cascade import Enforced
    from capqa.translation.enforcement.rendering import TextTranslator
    from capqa.translation.enforcement.terms import RequiredTerm
    from capqa.translation.engine import TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.separators import Fragment

_GLOSSARY_HIT: Final = frozenset({"glossary", "exonym", "name", "kept"})
_ALTERNATIVES: Final = 3


@dataclass(slots=True)
class _Task:
    """A request in pieces: each is known from the glossary or has terms and then a result."""

    request: TranslationRequest
    pieces: Sequence[Fragment]
    known: dict[int, str] = field(default_factory=dict)
    terms: dict[int, tuple[RequiredTerm, ...]] = field(default_factory=dict)
    results: dict[int, Enforced] = field(default_factory=dict)

    def text(self, number: int) -> str:
        return self.pieces[number].span.of(self.request.text)


def translate_under_terms(
    requests: Sequence[TranslationRequest],
    lexicons: Lexicons,
    translator: TextTranslator,
    version: str,
) -> list[Candidate]:
    """Return a candidate for each request, ``version`` saying who translated.

    Every piece between separators is a part; its detail is the means that made it keep its terms.
    Raises EngineError when the translator does.
    """
    tasks = [_task(request, lexicons) for request in requests]
    asked = [(task, number) for task in tasks for number in task.terms]
    found = enforce_pieces(
        [task.text(number) for task, number in asked],
        [task.terms[number] for task, number in asked],
        translator,
    )
    for (task, number), result in zip(asked, found, strict=True):
        task.results[number] = result
    _try_as_a_whole([task for task in tasks if _is_worth_it(task)], lexicons, translator)
    return [_candidate(task, version) for task in tasks]


def _task(request: TranslationRequest, lexicons: Lexicons) -> _Task:
    lexicon = lexicons.of(request.source_language, request.target_language)
    task = _Task(
        request, fragments(request.text, opens=request.opens_sentence, inside_sentences=False)
    )
    for number, piece in enumerate(task.pieces):
        text = task.text(number)
        rendered, parts = translate_fragment(text, lexicon, request.names, opens=piece.opens)
        if len(parts) == 1 and parts[0].origin in _GLOSSARY_HIT:
            task.known[number] = rendered
        else:
            task.terms[number] = requirements(text, lexicon, request.names)
    return task


def _is_worth_it(task: _Task) -> bool:
    # A model's answer is one line, so it cannot keep the breaks between several.
    return (
        len(task.pieces) > 1
        and "\n" not in task.request.text
        and any(is_broken(task.text(number), each) for number, each in task.results.items())
    )


def _try_as_a_whole(tasks: Sequence[_Task], lexicons: Lexicons, translator: TextTranslator) -> None:
    if not tasks:
        return
    terms = []
    for task in tasks:
        request = task.request
        lexicon = lexicons.of(request.source_language, request.target_language)
        terms.append(requirements(request.text, lexicon, request.names))
    found = enforce([task.request.text for task in tasks], terms, translator)
    for task, whole in zip(tasks, found, strict=True):
        pieces = pieces_of_whole(task.request.text, whole, task.known, task.terms)
        if pieces is not None:
            task.results = pieces


def _candidate(task: _Task, version: str) -> Candidate:
    texts: list[str] = []
    parts: list[Part] = []
    for number, piece in enumerate(task.pieces):
        result = task.results.get(number)
        text = result.text if result else task.known[number]
        texts.append(capitalised(text) if piece.opens else text)
        origin, detail = ("engine", str(result.method)) if result else ("glossary", "")
        parts.append(Part(piece.span, texts[-1], origin, detail))
    text = rejoined(task.request.text, task.pieces, texts)
    alternatives = []
    for number, result in task.results.items():
        for other in result.alternatives:
            changed = [*texts]
            changed[number] = capitalised(other) if task.pieces[number].opens else other
            alternatives.append(rejoined(task.request.text, task.pieces, changed))
    others = tuple(each for each in dict.fromkeys(alternatives) if each != text)
    return Candidate(text, others[:_ALTERNATIVES], tuple(parts), version)
