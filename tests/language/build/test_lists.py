from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from capqa.language.build.lists import LISTS, compile_lists, lists_up_to_date
from capqa.language.marks import ADOPTED, CLOSING, OPENS_KEPT, OPENS_TELLING
from capqa.language.phrases import PhraseTable
from capqa.language.word_lists import WordLists

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    return shutil.copytree(LISTS, tmp_path / "lists")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def add(path: Path, row: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")


def test_our_own_lists_are_compiled_as_they_are(lists: Path, data: Path) -> None:
    assert lists_up_to_date(LISTS.parent / "data"), "run: python -m capqa.language.build"


def test_builds_are_reproducible_and_know_when_they_are_stale(lists: Path, data: Path) -> None:
    assert not lists_up_to_date(data, lists)
    compile_lists(data, lists)
    first = {path.name: path.read_bytes() for path in data.iterdir()}
    compile_lists(data, lists)
    assert {path.name: path.read_bytes() for path in data.iterdir()} == first
    assert lists_up_to_date(data, lists)
    add(lists / "kept_names" / "media.csv", "Der Zeitungsbote,")
    assert not lists_up_to_date(data, lists)


def test_a_name_is_found_with_and_without_its_accents(lists: Path, data: Path) -> None:
    add(lists / "kept_names" / "media.csv", "Correiazo da Manhãzinha,")
    compile_lists(data, lists)
    phrases = PhraseTable(data)
    marks = WordLists(data)
    assert marks.marks("correiazo") & OPENS_KEPT
    for line in ("o correiazo da manhãzinha de hoje", "o correiazo da manhazinha de hoje"):
        (found,) = phrases.kept(line.split(), [1])
        assert (found.first, found.last, found.kind, found.alone) == (1, 4, "media", False)
    assert not list(phrases.kept(["correiazo", "da", "terra"], [0]))


def test_the_longest_of_two_names_is_found(lists: Path, data: Path) -> None:
    add(lists / "kept_names" / "media.csv", "Zeitungs Bote,yes")
    add(lists / "kept_names" / "works.csv", "Zeitungs Bote der Nacht,")
    compile_lists(data, lists)
    phrases = PhraseTable(data)
    (long,) = phrases.kept(["zeitungs", "bote", "der", "nacht"], [0])
    (short,) = phrases.kept(["zeitungs", "bote", "der", "tage"], [0])
    assert (long.last, long.kind, long.alone) == (4, "work", False)
    assert (short.last, short.kind, short.alone) == (2, "media", True)


def test_words_and_endings_have_marks(lists: Path, data: Path) -> None:
    add(lists / "adopted_words.csv", "Zwischenruferei,de")
    add(lists / "standing_names.csv", "verbändchen,closing")
    add(lists / "telling_phrases.csv", "de,Zwergen lesen mehr,furniture")
    compile_lists(data, lists)
    marks = WordLists(data)
    assert marks.marks("zwischenruferei") == ADOPTED
    assert marks.marks("großverbändchen") & CLOSING
    assert marks.marks("zwergen") & OPENS_TELLING
    assert marks.marks("qqqqq") == 0


def test_a_list_of_an_unknown_kind_is_refused(lists: Path, data: Path) -> None:
    (lists / "kept_names" / "planets.csv").write_text("name,alone\nMars,\n", encoding="utf-8")
    with pytest.raises(KeyError, match="planets"):
        compile_lists(data, lists)
