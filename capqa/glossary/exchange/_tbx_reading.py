"""A concept of TBX made into entries: each source term with each target term."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capqa.glossary.entry import Status
from capqa.glossary.exchange import _tbx_categories as categories
from capqa.glossary.exchange._languages import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.exchange._reading import Reading
    from capqa.glossary.exchange._xml import Element

MOST_PAIRS = 1_000
"""The most entries one concept makes: each source term with each target term."""

LANGUAGE_SECTIONS = ("langSec", "langSet")
_TERM_SECTIONS = ("termSec", "tig", "ntig")
# Elements that only hold a category together with what is said about it.
_GROUPS = ("termGrp", "termNoteGrp", "adminGrp", "descripGrp")
# The source of a definition or context is not that of the term.
_CARRIERS = ("termNote", "descrip", "admin", "ref", "xref")
_STRUCTURE = {"term", "note", "transacGrp", "date", *LANGUAGE_SECTIONS, *_TERM_SECTIONS, *_GROUPS}
_TAKEN = {*categories.CATEGORIES, "normativeAuthorization"}
_OUR_FIELDS = ("part_of_speech", "gender", "reviewed")


@dataclass(slots=True)
class _Term:
    text: str
    line: int
    facts: dict[str, str] = field(default_factory=dict)
    ours: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)


def take(reading: Reading, concept: Element, languages: set[str]) -> bool:
    """Add what a concept says to a reading; return whether it has terms in both languages.

    The languages it has are added to ``languages``.
    """
    terms: dict[str, list[_Term]] = {}
    for section in concept.each(*LANGUAGE_SECTIONS):
        language = primary(section.attributes.get("lang", ""))
        languages.add(language)
        _term(reading, section)  # Notes what is said of a language as a whole and passed over.
        found = (_term(reading, each) for each in section.each(*_TERM_SECTIONS))
        terms.setdefault(language, []).extend(each for each in found if each.text.strip())
    sources = list(_with_variants(terms.get(reading.pair.source, [])))
    targets = terms.get(reading.pair.target, [])
    about = _term(reading, concept)
    if len(sources) * len(targets) > MOST_PAIRS:
        what = f"a concept with {len(sources)} source and {len(targets)} target terms"
        reading.refuse(concept.line, what, "split it into concepts of one meaning")
        return True
    ranked = [(target, _status(reading, target, targets)) for target in targets]
    for source in sources:
        for target, status in ranked:
            if status is not None:
                _add(reading, about, source, target, status)
    return bool(sources and targets)


def _add(reading: Reading, about: _Term, source: _Term, target: _Term, status: Status) -> None:
    facts = target.facts | source.facts
    values = {
        "part_of_speech": categories.part_of_speech(facts.get("partOfSpeech", "")),
        "gender": categories.gender(source.facts.get("grammaticalGender", "")),
        "domain": about.facts.get("subjectField", ""),
        "note": "\n".join(target.notes or source.notes or about.notes),
        "reference": target.facts.get("source", ""),
    }
    values |= {name: target.ours[name] for name in _OUR_FIELDS if name in target.ours}
    reading.add(
        target.line, source.text, target.text, status=status, variants=source.variants, **values
    )


def _status(reading: Reading, target: _Term, targets: list[_Term]) -> Status | None:
    if target.ours.get("status") == Status.KEEP_AS_IS:
        return Status.KEEP_AS_IS
    stated = _stated_status(target)
    if stated:
        found = categories.status(stated)
        if found is None:
            reading.refuse(target.line, f"unknown status {stated!r}", "use those of TBX-Basic")
        return found
    # Of several translations nobody ranked, the first one is the one to use.
    named = [_stated_status(each) for each in targets]
    preferred = any(categories.status(each) is Status.PREFERRED for each in named if each)
    first = next(each for each, status in zip(targets, named, strict=True) if not status)
    return Status.PREFERRED if target is first and not preferred else Status.ADMITTED


def _stated_status(term: _Term) -> str:
    facts = term.facts
    return facts.get("administrativeStatus", facts.get("normativeAuthorization", "")).strip()


def _with_variants(terms: list[_Term]) -> Iterator[_Term]:
    main: _Term | None = None
    for term in terms:
        if main is not None and term.facts.get("termType", "").strip() == "variant":
            main.variants.append(term.text)
        else:
            if main is not None:
                yield main
            main = term
    if main is not None:
        yield main


def _term(reading: Reading, section: Element) -> _Term:
    found = _Term("", section.line)
    for each in _parts(section):
        if each.name == "term":
            found.text = each.text()
        elif each.name == "note":
            found.notes.append(each.text())
        elif each.name not in _STRUCTURE:
            name = each.attributes.get("type", each.name) if each.name in _CARRIERS else each.name
            own = categories.read_our_own(each.text()) if name == "projectSubset" else None
            if own:
                found.ours[own[0]] = own[1]
            elif name in _TAKEN and name != "projectSubset":
                found.facts.setdefault(name, each.text())
            else:
                reading.note(f"{name!r} is passed over")
    return found


def _parts(section: Element) -> Iterator[Element]:
    for child in section.children:
        if child.name == "descripGrp":
            yield from child.children[:1]
        elif child.name in _GROUPS:
            yield from _parts(child)
        else:
            yield child
