"""The glossary terms a source text contains, with what may and what must not stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from capqa.glossary.entry import Entry
    from capqa.glossary.matching import TermMatch
    from capqa.model import Span
    from capqa.translation.lexicon.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class RequiredTerm:
    """A term at a place in the source; targets are in their dictionary form.

    ``allowed`` is best first and may be empty when the glossary only forbids. For a compound each
    element of ``allowed`` is the parts side by side, and ``binding`` tells that a part of it is a
    glossary's.
    """

    span: Span
    source: str
    allowed: tuple[str, ...]
    refused: tuple[str, ...] = ()
    is_verb: bool = False
    is_proper: bool = False

    @property
    def target(self) -> str:
        """The target to ask for: the best one allowed, else the term itself."""
        return self.allowed[0] if self.allowed else self.source


def required_terms(text: str, lexicon: Lexicon) -> tuple[RequiredTerm, ...]:
    """Return the glossary's terms in a source text, in text order; common words are no terms."""
    return tuple(
        _required(text, match) for match in lexicon.find(text) if _is_binding(match, lexicon)
    )


def _is_binding(match: TermMatch, lexicon: Lexicon) -> bool:
    if not match.parts:
        return lexicon.is_term(match.entry)
    # A compound binds when all of it is the glossary's: "Kinderarmee" leaves room, "Rebellenarmee"
    # does not.
    return all(part.entry is None or lexicon.is_term(part.entry) for part in match.parts)


def _required(text: str, match: TermMatch) -> RequiredTerm:
    entries = (match.entry, *match.others)
    source = match.span.of(text)
    kind = word_class(match.entry)
    is_verb = kind in (WordClass.VERB, WordClass.PARTICIPLE)
    if match.parts:
        return RequiredTerm(match.span, source, _compound_targets(match), is_verb=False)
    return RequiredTerm(
        match.span,
        source,
        _targets(entries, usable=True),
        _targets(entries, usable=False),
        is_verb=is_verb,
        is_proper=kind is WordClass.PROPER,
    )


def _targets(entries: tuple[Entry, ...], *, usable: bool) -> tuple[str, ...]:
    targets = (entry.target for entry in entries if entry.status.usable is usable)
    return tuple(dict.fromkeys(targets))


def _compound_targets(match: TermMatch) -> tuple[str, ...]:
    before = " ".join(part.target for part in match.parts[:-1])
    heads = _targets((match.entry, *match.others), usable=True) or (match.parts[-1].target,)
    return tuple(f"{before} {head}" for head in heads)
