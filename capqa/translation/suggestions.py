"""Suggestions for findings: engines asked in order, terms enforced, everything verified.

What a person decided on the same text wins unless it breaks the glossary; then a complete
translation from the glossary alone, because nothing in it is guessed; then a model's under the same
terms; then the glossary's with its unknown words left visible, or what was decided on a like text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError, ConfigurationError
from capqa.glossary.termbase import Termbase
from capqa.language.languages import is_written_in_latin
from capqa.model import Suggestion, Verdict
from capqa.plugins import load
from capqa.translation import checks
from capqa.translation.checks.subject import Subject
from capqa.translation.enforcement.terms import required_terms
from capqa.translation.enforcement.verification import places, verdicts
from capqa.translation.engine import ENGINES, REQUIRED, EngineContext, TranslationRequest
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.options import EngineOptions
from capqa.translation.separators import opens_sentence
from capqa.translation.word_by_word import read_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.model import Finding
    from capqa.translation.engine import Candidate, Engine
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.memory.pairs import PairReader
    from capqa.translation.options import OptionValue

DEFAULT_ENGINES: Final = ("memory", "glossary", "argos")
"""The engines asked by default.

memory answers only where the caller hands over decisions, argos only where the user has installed
a package.
"""

_NO_OPTIONS: Final[Mapping[str, Mapping[str, OptionValue]]] = {}


class Suggester:
    """Proposes replacements for findings; see the module."""

    def __init__(
        self,
        termbase: Termbase,
        engines: Sequence[Engine],
        *,
        target_language: str = "en",
        lexicons: Lexicons | None = None,
    ) -> None:
        """Ask these engines in this order; ``lexicons`` default to the termbase's own."""
        self._engines = tuple(engines)
        self._target_language = target_language
        self._lexicons = lexicons or lexicons_of(termbase)
        self._notes: dict[str, None] = {}

    @classmethod
    def create(
        cls,
        *,
        target_language: str = "en",
        engine_names: Sequence[str] = DEFAULT_ENGINES,
        glossary_paths: Sequence[Path] = (),
        engine_options: Mapping[str, Mapping[str, OptionValue]] = _NO_OPTIONS,
        options_folder: Path = Path(),
        read_pairs: PairReader | None = None,
    ) -> Suggester:
        """Load the shipped glossaries, the extra ones over them, and the engines by name.

        ``engine_options`` are the engines' options by name, paths among them relative to
        ``options_folder``. ``read_pairs`` reads what reviewers decided. Raises ConfigurationError
        for a broken glossary or option and PluginError for an unknown engine.
        """
        termbase = Termbase.load("de", target_language, glossary_paths)
        engines = []
        for name in engine_names:
            module = load(ENGINES, name, REQUIRED)
            options = EngineOptions.of_module(
                name, module, engine_options.get(name, {}), options_folder
            )
            context = EngineContext(termbase, options=options, read_pairs=read_pairs)
            engines.append(module.create(context))
        return cls(termbase, engines, target_language=target_language)

    @property
    def notes(self) -> tuple[str, ...]:
        """One line for each engine that failed, and for what an engine itself passed over."""
        theirs = [note for engine in self._engines for note in getattr(engine, "notes", ())]
        return tuple(dict.fromkeys([*self._notes, *theirs]))

    def suggest(
        self, findings: Sequence[Finding], *, page_names: frozenset[str] = frozenset()
    ) -> list[Suggestion | None]:
        """Return a verified suggestion for each finding's text, None where no engine knows a word.

        ``page_names`` are capitalised words of the page's target-language text; their spelling
        goes before any other. Of our engines libretranslate alone touches the network.
        """
        asked = [self._request(finding, page_names) for finding in findings]
        # Pages repeat their captions; each is translated once.
        requests = list(dict.fromkeys(asked))
        suggested = dict(zip(requests, self._answers(requests), strict=True))
        return [suggested[request] for request in asked]

    def _answers(self, requests: Sequence[TranslationRequest]) -> list[Suggestion | None]:
        found: list[list[Suggestion]] = [[] for _ in requests]
        for engine in self._engines:
            open_ = [
                at for at, done in enumerate(found) if not any(each.compliant for each in done)
            ]
            for at, candidate in zip(
                open_, self._ask(engine, [requests[at] for at in open_]), strict=True
            ):
                verified = candidate and self._verified(requests[at], candidate, engine.label)
                if verified:
                    found[at].append(verified)
        return [_best(each) for each in found]

    def _request(self, finding: Finding, page_names: frozenset[str]) -> TranslationRequest:
        return TranslationRequest(
            finding.text,
            finding.language,
            self._target_language,
            finding.segment.role,
            page_names,
            opens_sentence(finding.segment.text, finding.span.start),
        )

    def _ask(
        self, engine: Engine, requests: Sequence[TranslationRequest]
    ) -> list[Candidate | None]:
        answers: list[Candidate | None] = [None] * len(requests)
        by_language: dict[str, list[int]] = {}
        for at, request in enumerate(requests):
            by_language.setdefault(request.source_language, []).append(at)
        for language, positions in by_language.items():
            if not engine.supports(language, self._target_language):
                continue
            try:
                candidates = engine.translate([requests[at] for at in positions])
                for at, candidate in zip(positions, candidates, strict=True):
                    answers[at] = candidate
            except ConfigurationError:
                # A broken glossary is the user's to mend, whichever engine comes across it.
                raise
            except CapqaError as error:
                self._notes[f"{engine.label}: {error}"] = None
            except Exception as error:
                # An engine of somebody else's may raise anything; the review must go on.
                reason = (str(error).splitlines() or [""])[0]
                self._notes[f"{engine.label}: {type(error).__name__}: {reason}"] = None
        return answers

    def _verified(
        self, request: TranslationRequest, candidate: Candidate, label: str
    ) -> Suggestion | None:
        """Return the candidate with verdicts and checks, None if it says what is forbidden."""
        lexicon = self._lexicons.of(request.source_language, request.target_language)
        ours = {part.span for part in candidate.parts if part.origin == "function"}
        # "erobert ... zurück" is no "erobert": there the grammar knows better than a list of terms.
        terms = [
            term
            for term in required_terms(request.text, lexicon)
            if not (term.is_verb and term.span in ours)
        ]
        found = verdicts(terms, candidate.text)
        origin = f"{label} {candidate.version}".strip()
        for term in found:
            if term.verdict is Verdict.FORBIDDEN:
                self._notes[f"{origin}: said {term.target!r}, which the glossary forbids"] = None
                return None
        reading = tuple(read_parts(request.text, lexicon, request.names))
        subject = Subject(
            request.text,
            candidate.text,
            reading,
            candidate.parts,
            lexicon.is_only_source_word,
            is_written_in_latin(request.target_language),
        )
        alternatives = tuple(
            text
            for text in candidate.alternatives
            if not any(each.verdict is Verdict.FORBIDDEN for each in verdicts(terms, text))
        )
        return Suggestion(
            candidate.text, origin, alternatives, candidate.parts, found, checks.run(subject)
        )


def _best(suggestions: Sequence[Suggestion]) -> Suggestion | None:
    """Return the best suggestion, the others' texts as alternatives."""
    if not suggestions:
        return None
    best = min(suggestions, key=_rank)
    texts = [*best.alternatives]
    for other in suggestions:
        # As an alternative it could not say in what its source differed, or that it is a gloss.
        if not (_has_origin(other, "similar") or _has_origin(other, "gloss")):
            texts += [other.text, *other.alternatives]
    alternatives = tuple(text for text in dict.fromkeys(texts) if text != best.text)
    return Suggestion(best.text, best.origin, alternatives, best.parts, best.terms, best.checks)


def _rank(suggestion: Suggestion) -> tuple[bool, int, bool]:
    """Return a key, least for the best: what a person decided on this text, then fewest defects.

    What was decided against the glossary as it is now ranks as if nobody had, but people may say a
    term once for two places; what was decided on a like text comes after its equals.
    """
    keeps_terms = all(
        term.verdict is Verdict.KEPT or places(term.target, suggestion.text)
        for term in suggestion.terms
    )
    is_decided = _has_origin(suggestion, "memory") and keeps_terms
    return not is_decided, _defects(suggestion), _has_origin(suggestion, "similar")


def _has_origin(suggestion: Suggestion, origin: str) -> bool:
    return any(part.origin == origin for part in suggestion.parts)


def _defects(suggestion: Suggestion) -> int:
    return (
        len(suggestion.unknown)
        + sum(term.verdict is not Verdict.KEPT for term in suggestion.terms)
        + sum(not check.passed for check in suggestion.checks)
    )
