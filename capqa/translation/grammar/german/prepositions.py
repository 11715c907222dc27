"""Which English preposition a German one is: it depends on the word before and the word after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.grammar.word import Kind, Word
from capqa.translation.grammar.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_AFTER_HEAD: Final = {
    ("attack", "auf"): "on",
    ("fight", "um"): "for",
    ("fighting", "um"): "for",
    ("battle", "um"): "for",
    ("struggle", "um"): "for",
    ("search", "nach"): "for",
    ("demand", "nach"): "for",
    ("call", "nach"): "for",
    ("call", "zu"): "for",
    ("view", "auf"): "of",
    ("view", "von"): "of",
    ("storming", "auf"): "of",
    ("border", "zu"): "with",
    ("visit", "in"): "to",
    ("trip", "in"): "to",
    ("return", "in"): "to",
    ("talk", "über"): "on",
    ("negotiation", "über"): "on",
    ("debate", "über"): "on",
    ("vote", "über"): "on",
    ("referendum", "über"): "on",
    ("agreement", "über"): "on",
    ("dispute", "um"): "over",
    ("dispute", "über"): "over",
    ("conflict", "um"): "over",
    ("memorial", "an"): "to",
    ("commemoration", "an"): "of",
    ("speech", "zu"): "on",
    ("victory", "über"): "over",
    ("demonstration", "für"): "for",
    ("way", "nach"): "to",
    ("flight", "nach"): "to",
    ("accession", "zu"): "to",
    ("discuss", "über"): "",
    ("wait", "auf"): "for",
    ("hope", "auf"): "for",
    ("flee", "vor"): "",
    ("shoot", "auf"): "at",
    ("speak", "über"): "about",
    ("speak", "zu"): "to",
    ("meet", "mit"): "with",
    ("warn", "vor"): "of",
    ("move", "auf"): "on",
    ("run", "vor"): "from",
    ("advance", "auf"): "on",
    ("wounded", "bei"): "in",
    ("injured", "bei"): "in",
    ("killed", "bei"): "in",
    ("dead", "bei"): "in",
    ("death", "bei"): "in",
    ("fatality", "bei"): "in",
    ("victim", "bei"): "of",
}
_OPEN_AIR: Final = word_set(
    """
    coast island shore beach sea lampedusa lesbos kos samos chios malta cyprus crete sicily libya
    tunisia somalia yemen greece italy gibraltar australia islands
    """
)
_BEFORE_TIME: Final = word_set(
    "election vote war attack start beginning summit match trial departure referendum"
)
_BODIES: Final = word_set("assembly parliament council court committee tribunal congress senate")
_GATHERINGS: Final = word_set("""
    summit meeting conference rally ceremony training funeral service demonstration protest match
    reception congress debate festival party fair session parade concert final opening
    event exercise inauguration talks
    """)
_AT_PLACES: Final = word_set("""
    airport border station checkpoint court port university school summit gate memorial embassy
    market wall fence computer wheel table scene front end beginning exit entrance grave
    """)
_ON_SURFACES: Final = word_set("""
    border coast river beach wall front island frontline line edge monday tuesday wednesday
    thursday friday saturday sunday outskirts day anniversary euphrates tigris danube rhine
    """)
_MONTHS: Final = word_set(
    """
    January February March April May June July August September October November December
    """
)
_TIMES: Final = frozenset({"night", "morning", "evening", "weekend", "noon"})


def choose(words: Sequence[Word]) -> None:
    """Set the target of every preposition by what stands around it."""
    for position, word in enumerate(words):
        if word.kind is not Kind.PREPOSITION or word.lemma.startswith("genitive"):
            continue
        before = _content_before(words, position)
        if before is not None and word.lemma == "von" and before.target.endswith(" of"):
            # "südlich von" is all of it "south of".
            word.target = ""
            continue
        after = _head_after(words, position)
        word.target = _chosen(word, before, after)


def _chosen(word: Word, before: Word | None, after: Word | None) -> str:
    lemma = word.lemma
    if before is not None:
        governed = _AFTER_HEAD.get((_singular(before), lemma))
        if governed is not None:
            return governed
    if after is None:
        return word.target
    head = after.head
    rule = _RULES.get(lemma)
    return rule(after, head) if rule else word.target


def _on_or_at(after: Word, head: str) -> str:
    if head in _TIMES:
        return "at" if head in ("noon", "night") else "in"
    if after.kind is Kind.NUMBER or head in _ON_SURFACES or _is_date(after):
        return "on"
    return "at"


def _after_or_to(after: Word, head: str) -> str:
    return (
        "to" if after.place or (after.origin == "name" and after.target[:1].isupper()) else "after"
    )


def _at_or_near(after: Word, head: str) -> str:
    if after.kind is not Kind.NOUN:
        if after.form == "person":
            return "with"
        return "near" if after.place or after.origin == "name" else "at"
    if after.plural and head.endswith(
        ("ers", "ors", "ists", "ants", "people", "women", "children")
    ):
        return "with"
    if head in _GATHERINGS or head.removesuffix("s") in _GATHERINGS:
        return "at"
    return "at" if head in _AT_PLACES else "during" if _is_event(head) else "at"


def _off_or_before(after: Word, head: str) -> str:
    if head in _OPEN_AIR:
        return "off"
    if after.kind is Kind.NUMBER or head in _BEFORE_TIME or head in _BODIES:
        return "before"
    return "outside" if after.place or after.origin == "name" else "in front of"


def _on(after: Word, head: str) -> str:
    if head in ("airport", "station", "summit", "conference", "congress", "festival", "market"):
        return "at"
    if head in ("photo", "picture", "image", "camp", "cemetery", "sky"):
        return "in"
    return "on"


def _of_or_from(after: Word, head: str) -> str:
    return "from" if _is_date(after) or head in _ON_SURFACES else "of"


def _for(after: Word, head: str) -> str:
    if head in ("anniversary", "opening", "birthday"):
        return "for"
    return "to" if after.kind is not Kind.NOUN or not _is_event(head) else "for"


def _around(after: Word, head: str) -> str:
    return "at" if after.kind is Kind.NUMBER else "around"


def _until_or_to(after: Word, head: str) -> str:
    return "to" if after.place else "until"


_RULES: Final = {
    "an": _on_or_at,
    "nach": _after_or_to,
    "bei": _at_or_near,
    "vor": _off_or_before,
    "auf": _on,
    "von": _of_or_from,
    "zu": _for,
    "um": _around,
    "bis": _until_or_to,
}


def _is_event(head: str) -> bool:
    endings = ("fighting", "ion", "ions", "strike", "strikes", "clashes", "unrest", "riots")
    return head.endswith(endings) or head in ("battle", "battles", "attacks", "visit", "operation")


def _is_date(word: Word) -> bool:
    return word.target.partition(" ")[0] in _MONTHS


def _singular(word: Word) -> str:
    head = word.head
    if word.kind is Kind.VERB:
        return word.target
    if head.endswith("ies"):
        return head[:-3] + "y"
    return head.removesuffix("s") if word.plural else head


def _content_before(words: Sequence[Word], position: int) -> Word | None:
    for word in reversed(words[:position]):
        if word.target:
            return word if word.kind is not Kind.PUNCTUATION else None
    return None


def _head_after(words: Sequence[Word], position: int) -> Word | None:
    number: Word | None = None
    for at in range(position + 1, len(words)):
        word = words[at]
        following = words[at + 1] if at + 1 < len(words) else None
        if word.is_nominal:
            # "EU Gipfel": an acronym before a noun only says which.
            acronym = word.kind is Kind.PROPER and word.target.isupper()
            return following if acronym and following and following.kind is Kind.NOUN else word
        if word.kind is Kind.NUMBER:
            number = word
        elif word.kind not in (Kind.ARTICLE, Kind.ADJECTIVE, Kind.PARTICIPLE, Kind.PRONOUN):
            break
    return number
