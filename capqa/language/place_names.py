"""What a language calls a place: Mossul is Mosul in English."""

from __future__ import annotations

from capqa.language.folding import fold
from capqa.language.languages import canonical
from capqa.language.lexicon import shared_lexicon


def place_name(name: str, source_language: str, target_language: str) -> str | None:
    """Return the target language's name of a place, the same spelling where it has no other.

    None when the place is unknown in the source language. Sources: our own list, CLDR's
    territories and exemplar cities, GeoNames' alternate names where a word list confirms them.
    Raises CapqaError when the language data have not been built.
    """
    source, target = canonical(source_language), canonical(target_language)
    lexicon = shared_lexicon()
    folded = fold(name.strip())
    if not folded:
        return None
    english = lexicon.place_names(source, folded, "en")
    if not english and source != "en":
        # A place without a name of its own in the source language goes by its English one.
        english = lexicon.place_names("en", folded, "en")
    if not english:
        return name if lexicon.is_place(folded) else None
    if target == "en":
        return english[0]
    for candidate in english:
        if found := lexicon.place_names("en", fold(candidate), target):
            return found[0]
    return english[0]
