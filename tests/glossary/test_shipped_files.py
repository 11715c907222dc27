"""The shipped glossaries hold what they promise: order, statuses, genders, and terms that match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.glossary.entry import Entry, Status
from capqa.glossary.files import COLUMNS, language_pair, read_glossary, shipped_folder
from capqa.glossary.spellings import is_combining_form
from capqa.glossary.termbase import Termbase
from capqa.glossary.word_class import WordClass, word_class

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(shipped_folder().glob("*.csv"))
LEAST_SOURCES = {"de": 1_200}
PARTS_OF_SPEECH = {
    "adjective",
    "adverb",
    "noun",
    "participle",
    "phrase",
    "prefix",
    "proper noun",
    "verb",
}

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def by_source(entry: Entry) -> tuple[str, str, int, str]:
    """Return the order of rows: source, case aside; best status first; then the target."""
    return entry.source.casefold(), entry.source, entry.rank, entry.target.casefold()


def sources(entries: tuple[Entry, ...]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.source, []).append(entry)
    return found


def test_german_is_shipped() -> None:
    assert any(language_pair(path) == ("de", "en") for path in FILES)


@each_file
def test_bytes_are_diff_friendly(path: Path) -> None:
    data = path.read_bytes()
    assert data.startswith(",".join(COLUMNS).encode() + b"\n")
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")


@each_file
def test_rows_are_sorted(path: Path) -> None:
    entries = read_glossary(path)
    assert list(entries) == sorted(entries, key=by_source)


@each_file
def test_enough_sources(path: Path) -> None:
    pair = language_pair(path)
    assert pair is not None
    assert len(sources(read_glossary(path))) >= LEAST_SOURCES.get(pair[0], 120)


@each_file
def test_no_pair_stands_twice(path: Path) -> None:
    pairs = [(entry.source, entry.target) for entry in read_glossary(path)]
    assert [pair for pair in set(pairs) if pairs.count(pair) > 1] == []


@each_file
def test_each_source_has_one_binding_target(path: Path) -> None:
    for source, entries in sources(read_glossary(path)).items():
        binding = [entry for entry in entries if entry.status.usable][:1]
        assert binding, source
        best = [e for e in entries if e.status in (Status.PREFERRED, Status.KEEP_AS_IS)]
        assert len(best) == 1, source


@each_file
def test_keep_as_is_keeps(path: Path) -> None:
    for entry in read_glossary(path):
        assert (entry.status is Status.KEEP_AS_IS) <= (entry.target == entry.source), entry.source


@each_file
def test_no_target_is_what_another_entry_forbids(path: Path) -> None:
    entries = read_glossary(path)
    refused = {e.target for e in entries if e.status in (Status.FORBIDDEN, Status.DEPRECATED)}
    for entry in entries:
        assert not (entry.status is Status.PREFERRED and entry.target in refused), entry.source


@each_file
def test_fields_are_clean(path: Path) -> None:
    for entry in read_glossary(path):
        fields = (entry.source, entry.target, entry.note, *entry.variants)
        for field in fields:
            assert field == " ".join(field.split()), entry.source
        assert entry.part_of_speech in PARTS_OF_SPEECH, entry.source
        assert entry.gender in ("", "m", "f", "n", "p"), entry.source
        assert entry.domain, entry.source
        assert len(set(entry.variants)) == len(entry.variants), entry.source
        assert entry.source not in entry.variants, entry.source


@each_file
def test_variants_are_nobody_elses(path: Path) -> None:
    owners: dict[str, str] = {}
    for entry in read_glossary(path):
        for spelling in (entry.source, *entry.variants):
            assert owners.setdefault(spelling, entry.source) == entry.source, spelling


def test_german_nouns_have_a_gender() -> None:
    for path in FILES:
        if language_pair(path) == ("de", "en"):
            for entry in read_glossary(path):
                if word_class(entry) is WordClass.NOUN:
                    assert entry.gender, entry.source


@each_file
def test_each_source_and_variant_is_found(path: Path) -> None:
    pair = language_pair(path)
    assert pair is not None
    entries = read_glossary(path)
    termbase = Termbase([entries], source_language=pair[0], target_language=pair[1])
    for entry in entries:
        if is_combining_form(entry.source):
            continue
        for spelling in (entry.source, *entry.variants):
            matches = termbase.find(spelling, typos=False)
            assert [(m.span.start, m.span.end) for m in matches] == [(0, len(spelling))], spelling
            assert matches[0].entry.source == entry.source, spelling


@each_file
def test_each_combining_form_is_found_in_a_compound(path: Path) -> None:
    entries = read_glossary(path)
    termbase = Termbase.load("de", "en")
    for entry in entries:
        if entry.source.endswith("-"):
            (match,) = termbase.find(f"{entry.source}Zeremonie")
            assert [part.target for part in match.parts] == [entry.target, "ceremony"], entry.source
        elif entry.source.startswith("-"):
            (match,) = termbase.find(f"Hagel{entry.source}")
            assert [part.target for part in match.parts] == ["hail", entry.target], entry.source


def test_files_of_a_pair_do_not_overrule_each_other() -> None:
    owners: dict[tuple[object, str], Path] = {}
    for path in FILES:
        for entry in read_glossary(path):
            for spelling in (entry.source, *entry.variants):
                assert owners.setdefault((language_pair(path), spelling), path) == path, spelling
