"""Known findings: taken once each, found again after edits elsewhere, reported when stale."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from capqa import checking
from capqa.config import Settings
from capqa.errors import ConfigurationError
from capqa.formats import text
from capqa.gate import baseline
from capqa.gate.baseline import Baseline, KnownFinding

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.model import Finding

CAPTION = "Irak | Befreiungsaktion Mossul"
PAGE = f"The army is near the town.\n\n{CAPTION}\n\nThe town was taken in a day.\n"


def findings_in(page: str, path: Path) -> list[Finding]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    return list(checking.check(text.read(page.encode(), str(path)), Settings()))


def written(tmp_path: Path, *pages: tuple[str, str]) -> Path:
    path = tmp_path / "known.json"
    found = [(str(tmp_path / name), findings_in(page, tmp_path / name)) for name, page in pages]
    baseline.write(path, Baseline(path).updated(found))
    return path


def test_what_is_known_is_found_again_although_lines_moved(tmp_path: Path) -> None:
    path = written(tmp_path, ("a/page.txt", PAGE))
    file = tmp_path / "a" / "page.txt"
    moved = findings_in("The first line is new.\n\n" + PAGE, file)
    known = Baseline.read(path)
    assert known.take(str(file), moved) == ([], moved)
    assert known.stale() == []


def test_each_is_taken_once(tmp_path: Path) -> None:
    path = written(tmp_path, ("page.txt", PAGE))
    known = Baseline.read(path)
    (finding,) = findings_in(PAGE, tmp_path / "page.txt")
    assert known.take(str(tmp_path / "page.txt"), [finding, finding]) == ([finding], [finding])


def test_what_surrounds_a_known_one_may_change_and_a_further_one_is_new(tmp_path: Path) -> None:
    path = written(tmp_path, ("page.txt", PAGE))
    file = tmp_path / "page.txt"
    edited = findings_in(f"The army has come.\n\n{CAPTION}\n\nThe town is empty.\n", file)
    known = Baseline.read(path)
    assert known.parted(str(file), edited) == ([], edited)
    assert known.take(str(file), edited) == ([], edited)
    assert known.stale() == []
    twice = findings_in(f"The army has come.\n\n{CAPTION}\n\n{PAGE}", file)
    # The one that stands as it stood is the known one.
    assert Baseline.read(path).take(str(file), twice) == (twice[:1], twice[1:])
    other = findings_in(PAGE.replace("Irak", "Syrien"), file)
    assert Baseline.read(path).take(str(file), other) == (other, [])


def test_another_file_is_another_finding(tmp_path: Path) -> None:
    path = written(tmp_path, ("page.txt", PAGE))
    other = findings_in(PAGE, tmp_path / "other.txt")
    assert Baseline.read(path).take(str(tmp_path / "other.txt"), other) == (other, [])


def test_stale_are_those_mended_and_those_whose_file_is_gone(tmp_path: Path) -> None:
    path = written(tmp_path, ("a.txt", PAGE), ("b.txt", PAGE), ("c.txt", PAGE))
    (tmp_path / "b.txt").unlink()
    known = Baseline.read(path)
    known.take(str(tmp_path / "a.txt"), [])
    assert [each.file for each in known.stale()] == ["a.txt", "b.txt"]


def test_an_update_keeps_what_is_known_of_other_files(tmp_path: Path) -> None:
    path = written(tmp_path, ("a.txt", PAGE), ("b.txt", PAGE), ("c.txt", PAGE))
    (tmp_path / "c.txt").unlink()
    known = Baseline.read(path)
    assert [each.file for each in known.updated([(str(tmp_path / "a.txt"), [])])] == ["b.txt"]


def test_writing_again_gives_the_same_bytes_in_order(tmp_path: Path) -> None:
    path = written(tmp_path, ("b.txt", PAGE), ("a.txt", PAGE))
    before = path.read_bytes()
    assert [row["file"] for row in json.loads(before)["findings"]] == ["a.txt", "b.txt"]
    baseline.write(path, Baseline.read(path).updated([]))
    assert path.read_bytes() == before


def test_names_and_texts_that_are_no_unicode_survive(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    odd = KnownFinding("p\udcff.txt", "untranslated", 'Die "Lage" \ud800\n', "f")
    baseline.write(path, [odd])
    (tmp_path / odd.file).touch()
    assert Baseline.read(path).updated([]) == [odd]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such baseline; make it with --update-baseline"),
        (b"{", "is no JSON"),
        (b"[" * 200_000, "is no JSON"),
        (b"\xff", "is no JSON"),
        (b'{"version": 2, "findings": []}', "is no baseline of this version"),
        (b"[]", "is no baseline of this version"),
        (b'{"version": 1}', "lists no findings"),
        (b'{"version": 1, "findings": [{"file": "a"}]}', "finding 1 lacks one of file, rule"),
        (b'{"version": 1, "findings": [1]}', "finding 1 lacks"),
    ],
)
def test_what_is_no_baseline_fails_in_one_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "known.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=re.escape(said)) as raised:
        Baseline.read(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)
