from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from capqa.errors import EngineError
from capqa.glossary.folding import fold
from capqa.translation.dictionary import ding, index
from capqa.translation.dictionary.index import cache_folder, index_of
from tests.translation.dictionary.word_list import LINES, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "dictionaries"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The word lists an index was built of."""
    built: list[Path] = []
    real = index._entries

    def entries(path: Path) -> Iterator[tuple[str, tuple[int]]]:
        built.append(path)
        return real(path)

    monkeypatch.setattr(index, "_entries", entries)
    return built


def test_a_word_leads_to_the_lines_that_explain_it(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path)
    found, note = index_of(path, cache)
    lines = [path.read_bytes()[at:].partition(b"\n")[0] for at in found.offsets(fold("Anschlag"))]
    assert [line.decode().partition(" {")[0] for line in lines] == ["Anschlag"] * 2
    assert found.offsets(fold("Bäche")) == found.offsets("baeche") != []
    assert found.offsets("nichts") == []
    assert note == ""


def test_it_is_built_once_and_kept(tmp_path: Path, cache: Path, builds: list[Path]) -> None:
    path = write(tmp_path)
    first, _ = index_of(path, cache)
    second, _ = index_of(path, cache)
    assert first.offsets("bach") == second.offsets("bach") != []
    assert builds == [path]


def test_what_is_kept_holds_no_translation(tmp_path: Path, cache: Path) -> None:
    index_of(write(tmp_path), cache)
    (kept,) = cache.iterdir()
    assert b"brook" not in kept.read_bytes()


def test_a_changed_list_is_indexed_anew_and_the_stale_index_goes(
    tmp_path: Path, cache: Path, builds: list[Path]
) -> None:
    path = write(tmp_path)
    index_of(path, cache)
    write(tmp_path, LINES.replace("Bach", "Fluss"))
    found, _ = index_of(path, cache)
    assert found.offsets("fluss")
    os.utime(path, ns=(0, 0))
    index_of(path, cache)
    assert len(builds) == 3
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("change", ["cut", "flip", "empty"])
def test_a_damaged_index_is_built_anew(
    change: str, tmp_path: Path, cache: Path, builds: list[Path]
) -> None:
    path = write(tmp_path)
    index_of(path, cache)
    (kept,) = cache.iterdir()
    data = kept.read_bytes()
    flipped = data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]
    kept.write_bytes({"cut": data[:-9], "flip": flipped, "empty": b""}[change])
    assert index_of(path, cache)[0].offsets("bach")
    assert len(builds) == 2
    assert kept.read_bytes() == data


def test_where_nothing_can_be_kept_it_works_all_the_same_and_says_so(
    tmp_path: Path, cache: Path
) -> None:
    cache.parent.write_bytes(b"")
    found, note = index_of(write(tmp_path), cache)
    assert found.offsets("bach")
    assert note.startswith(f"{cache}: the index cannot be kept: ")


def test_endless_lines_are_passed_over(tmp_path: Path, cache: Path) -> None:
    endless = f"Endlos {{n}} :: {'x' * (3 * ding.LONGEST_LINE)}\n"
    path = write(tmp_path, endless + LINES)
    found, _ = index_of(path, cache)
    assert found.offsets("endlos") == []
    (at,) = found.offsets("bach")
    assert path.read_bytes()[at:].startswith(b"Bach ")


@pytest.mark.parametrize("text", ["", "no dictionary\n" * 100, "\x00\x01 :: \n"])
def test_what_is_no_dictionary_is_told(text: str, tmp_path: Path, cache: Path) -> None:
    with pytest.raises(EngineError, match="no line explains a word; name a word list"):
        index_of(write(tmp_path, text), cache)
    assert not cache.exists()


def test_a_missing_list_is_told(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read: No such file"):
        index_of(tmp_path / "none", cache)


def test_the_index_is_kept_in_the_user_s_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder().is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
