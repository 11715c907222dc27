"""Which files a path means, and whether they have changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from capqa.glossary.paths import csv_files, glossary_states

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_folder_means_its_csv_files_in_order(tmp_path: Path) -> None:
    for name in ("b.de-en.csv", "a.de-en.csv", "a.txt"):
        (tmp_path / name).touch()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "c.de-en.csv").touch()
    assert csv_files(tmp_path) == [tmp_path / "a.de-en.csv", tmp_path / "b.de-en.csv"]
    assert csv_files(tmp_path / "a.txt") == [tmp_path / "a.txt"]
    assert csv_files(tmp_path / "nowhere.csv") == [tmp_path / "nowhere.csv"]


def test_the_states_change_with_the_files_and_not_with_the_folder_worked_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = tmp_path / "terms"
    terms.mkdir()
    first = terms / "a.de-en.csv"
    seen = [glossary_states([terms])]
    first.write_text("source,target\n")
    seen.append(glossary_states([terms]))
    first.write_text("source,target\na,b\n")
    seen.append(glossary_states([terms]))
    os.utime(first, ns=(1, 1))
    seen.append(glossary_states([terms]))
    (terms / "b.de-en.csv").touch()
    seen.append(glossary_states([terms]))
    assert len(set(seen)) == len(seen)
    assert glossary_states([tmp_path / "nowhere"]) == ()
    monkeypatch.chdir(tmp_path)
    relative = glossary_states([terms.relative_to(tmp_path)])
    assert relative == seen[-1]
