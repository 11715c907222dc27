"""Leaves the names at a fragment's ends out of it: "Karl Lagerfeld [mit seiner Katze]".

A name that English spells alike needs no translation. One that the fragment's own words govern
belongs to it: "[Besuch in Niger]", "[zu Ehren von Miriam Makeba]".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.language.languages import INDEX
from capqa.language.spans import SPEAKS_FOR, Run
from capqa.language.target_words import EVERYDAY_TARGET, SOLID
from capqa.language.tokens import Gap, cell_around
from capqa.language.word_evidence import UNLISTED

if TYPE_CHECKING:
    from capqa.language.line import Line

# Prepositions, articles and conjunctions: what follows them belongs to them.
_GOVERNING: Final = frozenset((
    "in", "an", "auf", "aus", "bei", "von", "vom", "zu", "zum", "zur", "mit", "nach", "vor",
    "für", "gegen", "um", "über", "unter", "durch", "ohne", "seit", "der", "die", "das", "des",
    "den", "dem", "im", "am", "beim", "ans", "ins", "und", "oder", "als", "wie", "de", "du",
    "la", "le", "les", "à", "au", "aux", "en", "dans", "sur", "pour", "par", "avec", "et",
    "chez", "contre", "entre", "del", "el", "los", "las", "a", "al", "con", "por", "para", "y",
    "o", "contra", "sobre", "desde", "di", "dello", "della", "dei", "degli", "delle", "il",
    "lo", "gli", "allo", "alla", "ai", "per", "da", "dal", "dalla", "e", "tra", "fra", "nel",
    "nella", "sul", "sulla", "do", "dos", "em", "no", "na", "nos", "nas", "com", "ao", "aos",
    "uma", "van", "op", "te", "bij", "met", "voor", "uit", "naar", "het", "een", "w", "we", "z",
    "ze", "od", "przy", "dla", "i", "ku", "pod", "nad", "po", "ve", "ile", "på", "av", "till",
    "från", "vid", "och", "hos", "mot", "för", "med", "til", "af", "og", "ved", "u", "sa", "za",
    "iz", "din", "cu", "pe", "și", "si", "în", "в", "на", "из", "с", "от", "к", "у", "о", "по",
    "за", "до", "и", "з", "із", "від", "та", "й",
))  # fmt: skip
# What tells the kind of the place whose name follows: "am Bahnhof Keleti".
_KINDS_OF_PLACES: Final = (
    "stadt", "dorf", "insel", "bahnhof", "flughafen", "hafen", "werk", "stadtteil", "viertel",
    "bezirk", "provinz", "region", "gebiet", "fluss", "berg", "see", "schloss", "platz", "straße",
    "lager", "universität", "hotel", "schiff", "kloster", "kirche", "gefängnis", "stadion",
    "ville", "village", "île", "quartier", "province", "camp", "gare", "aéroport", "place", "rue",
    "ciudad", "pueblo", "isla", "barrio", "provincia", "plaza", "calle", "aeropuerto", "puerto",
    "città", "isola", "quartiere", "piazza", "via", "aeroporto", "porto", "carcere",
    "cidade", "ilha", "bairro", "província", "praça", "rua", "praia", "stad", "eiland", "wijk",
    "miasto", "wyspa", "plac", "ulica", "lotnisko",
)  # fmt: skip


_ENGLISH_TOO: Final = frozenset(
    ["in", "on", "at", "of", "to", "for", "from", "a", "an", "the", "and"]
)
_AMBIGUOUS: Final = frozenset(
    ["in", "an", "am", "a", "i", "on", "die", "un", "la", "le", "il", "so"]
)
# The frequency in the target language from which on a word may be a word as well as a name.
_KNOWN: Final = 1e-6
_CLEARLY_AGAINST: Final = -0.7
_MOST_SHARED: Final = 2
_NAME_AT_MOST: Final = 4.5
_LIKENESS: Final = 0.2
_GERMAN: Final = INDEX["de"]


def tightened(run: Run, line: Line) -> Run:
    """Return what a reviewer would replace of a run: whole phrases, without the names beside them.

    Names alone are kept whole: "Charkiw, Ukraine".
    """
    first, last, language = run
    start, end = first, last
    while start < end and _is_left_over(line, start, language, in_front=True):
        start += 1
    if start == end:
        return run
    start = _after_target_words(line, start, end)
    mixed = _is_beside_target(line, start, end, language)
    while end > start and (
        _is_left_over(line, end - 1, language) if mixed else _is_name(line, end - 1, language)
    ):
        end -= 1
    if start >= end or not _has_plain_word(line, start, end, language):
        return run
    if mixed:
        end = _reached_on(line, end, last, language)
    elif end < last and _governs(line, end, language):
        end = last
    return Run(_reached_back(line, start), end, language)


def _after_target_words(line: Line, start: int, end: int) -> int:
    """Return where a run goes on after words of the target's it shares: "war | Rauch über ..."."""
    for index in range(start + 1, min(end, start + _MOST_SHARED + 1)):
        if line.tokens[index].gap >= Gap.BREAK:
            opens_cell = start == 0 or line.tokens[start].gap >= Gap.BREAK
            shared = all(
                line.evidence[place].own >= EVERYDAY_TARGET for place in range(start, index)
            )
            # "Wind turbines off Rügen (Archivbild)"
            before_marker = index == start + 1 and line.evidence[index].kind == "furniture"
            return index if (shared or before_marker) and not opens_cell else start
    return start


def _is_beside_target(line: Line, first: int, last: int, language: int) -> bool:
    """Return whether words of the target's stand in the cell around words, or names in front."""
    low, high = cell_around(line.tokens, first, last)
    return low < first or any(
        line.evidence[index].weight(language) <= _CLEARLY_AGAINST
        and not line.reasons[index]
        and not line.evidence[index].name
        for index in range(last - 1, high)
    )


def _speaks(line: Line, index: int, language: int) -> bool:
    return line.evidence[index].weight(language) >= SPEAKS_FOR


def _has_plain_word(line: Line, first: int, last: int, language: int) -> bool:
    """Return whether any word is more than another spelling of a name."""
    return any(
        _speaks(line, index, language) and line.evidence[index].kind != "exonym"
        for index in range(first, last)
    )


def _is_name(line: Line, index: int, language: int) -> bool:
    word = line.evidence[index]
    text = line.tokens[index].text
    if not text[0].isupper() or text.lower() in _GOVERNING:
        return False
    if _speaks(line, index, language):
        # Only German gives capitals to what is no name.
        weight = line.evidence[index].weight(language)
        if language == _GERMAN:
            return word.kind == "name" and weight < SOLID
        return _is_among_capitals(line, index) and weight < (
            _NAME_AT_MOST if word.kind == "name" else SOLID
        )
    if word.kind == UNLISTED and line.evidence[index].weight(language) > _LIKENESS:
        # A word nobody lists that looks like the language: a misspelt one sooner than a name.
        return False
    return word.name or word.own < _KNOWN or bool(line.reasons[index])


def _is_among_capitals(line: Line, index: int) -> bool:
    """Return whether a word's capital is not that of a first word, or the next has one too."""
    words = line.tokens
    if words[index].gap is Gap.NONE and index > 0:
        return True
    after = index + 1
    return after < len(words) and words[after].gap is Gap.NONE and words[after].text[0].isupper()


def _is_left_over(line: Line, index: int, language: int, *, in_front: bool = False) -> bool:
    """Return whether a word at an end may be the target's: "... in Mainz", "... on Thursday"."""
    if _is_name(line, index, language):
        return True
    if _speaks(line, index, language):
        return False
    text = line.tokens[index].text
    return (text in _ENGLISH_TOO and not in_front) or line.evidence[index].weight(
        language
    ) <= _CLEARLY_AGAINST


def _governs(line: Line, last: int, language: int) -> bool:
    """Return whether the word before an index governs the names from there on."""
    if line.tokens[last].gap is not Gap.NONE:
        return False
    text = line.tokens[last - 1].text
    if language == _GERMAN and text[0].islower() and _speaks(line, last - 1, language):
        # An adjective or a preposition, for nouns have capitals.
        return True
    return (
        text.lower() in _GOVERNING
        or text.endswith(("'", "’"))
        or text.lower().endswith(_KINDS_OF_PLACES)
    )


def _reached_on(line: Line, end: int, last: int, language: int) -> int:
    """Return where a phrase ends whose last word governs names or words spelt as in English."""
    while (
        end < last and _governs(line, end, language) and line.tokens[end].text not in _ENGLISH_TOO
    ):
        end += 1
        while end < last and _is_name(line, end, language) and line.tokens[end].gap is Gap.NONE:
            end += 1
    return end


def _reached_back(line: Line, start: int) -> int:
    """Return where a phrase begins whose first word could be English too: "in einem Dorf"."""
    if start == 0 or line.tokens[start].gap is not Gap.NONE:
        return start
    before = line.tokens[start - 1].text
    if before.lower() not in _AMBIGUOUS or line.reasons[start - 1]:
        return start
    opens = start == 1 or line.tokens[start - 1].gap >= Gap.BREAK
    if opens and before[0].isupper():
        return start - 1
    return start - 1 if before.islower() and line.tokens[start].text[0].islower() else start
