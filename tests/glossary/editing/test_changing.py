"""A change is made whole or not at all, and written down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError, ConfigurationError, ConflictError
from capqa.files import atomic
from capqa.glossary.editing import history
from capqa.glossary.editing.adding import add
from capqa.glossary.editing.amending import amend
from capqa.glossary.editing.changing import change
from capqa.glossary.editing.choosing import only
from capqa.glossary.editing.removing import remove
from tests.glossary.editing.samples import PLAIN

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.glossary.editing.changing import Change
    from capqa.glossary.editing.table import Table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "house.de-en.csv"
    path.write_bytes(PLAIN)
    return path


def new(table: Table) -> Change:
    return add(table, {"source": "Kabul", "target": "Kabul"})


def noted(table: Table) -> Change:
    return amend(table, only(table.entries, "Kabul"), {"note": "capital"})


def removed(table: Table) -> Change:
    return remove(table, only(table.entries, "Kabul"))


def test_every_change_is_recorded(path: Path) -> None:
    for edit, by in ((new, "Ana"), (noted, "Bo"), (removed, "Cy")):
        change(path, edit, by=by)
    assert path.read_bytes() == PLAIN
    records = history.read(path)
    row = {"source": "Kabul", "target": "Kabul", "status": "keep-as-is"}
    changed = {**row, "note": "capital"}
    assert [(each.by, each.action, each.before, each.after) for each in records] == [
        ("Ana", "add", {}, row),
        ("Bo", "edit", row, changed),
        ("Cy", "remove", changed, {}),
    ]
    assert all(each.at.endswith("Z") and each.at[10] == "T" for each in records)


def test_the_history_is_only_added_to(path: Path) -> None:
    file = history.history_of(path)
    file.write_bytes(b'{"by": "Old"}\n{"by": "cut sho')
    change(path, new, by="Ana\x1b[2J")
    data = file.read_bytes()
    assert data.startswith(b'{"by": "Old"}\n{"by": "cut sho\n')
    assert json.loads(data.splitlines()[-1])["by"] == "Ana\x1b[2J"
    assert [each.by for each in history.read(path)] == ["Old", "Ana\x1b[2J"]


@pytest.mark.parametrize("line", [b"null", b"[]", b'{"before": 1, "at": null}', b"[" * 10_000])
def test_strange_lines_in_the_history_do_no_harm(path: Path, line: bytes) -> None:
    history.history_of(path).write_bytes(line + b"\n\xff\n")
    change(path, new, by="Ana")
    assert history.read(path)[-1].by == "Ana"


def test_a_refused_change_leaves_everything(path: Path) -> None:
    with pytest.raises(ConfigurationError):
        change(path, lambda table: add(table, {"source": "Mossul", "target": "x"}), by="Ana")
    assert [(each.name, each.read_bytes()) for each in path.parent.iterdir()] == [
        (path.name, PLAIN)
    ]


def test_nothing_to_change_is_not_recorded(path: Path) -> None:
    change(path, lambda table: amend(table, only(table.entries, "Zaun"), {"gender": "m"}), by="Ana")
    assert not history.history_of(path).exists()


def test_a_missing_file_is_created_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new.de-en.csv"
    with pytest.raises(CapqaError, match="cannot be read"):
        change(path, new, by="Ana")
    assert list(tmp_path.iterdir()) == []
    change(path, new, by="Ana", create=True)
    header = PLAIN.partition(b"\n")[0]
    assert path.read_bytes() == header + b"\nKabul,Kabul,,,keep-as-is,,,,,\n"
    with pytest.raises(CapqaError, match="no such folder"):
        change(tmp_path / "no" / "new.de-en.csv", new, by="Ana", create=True)


def test_what_an_editor_saved_meanwhile_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = atomic.replace
    saved = PLAIN.replace(b"fence", b"railing")

    def after_an_editor(path: Path, data: bytes, *, expected: bytes) -> None:
        if path.read_bytes() == PLAIN:
            path.write_bytes(saved)
        replace(path, data, expected=expected)

    monkeypatch.setattr(atomic, "replace", after_an_editor)
    change(path, new, by="Ana")
    assert b"railing" in path.read_bytes()
    assert b"Kabul" in path.read_bytes()
    assert len(history.read(path)) == 1


def test_an_editor_that_never_rests_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def conflicting(path: Path, data: bytes, *, expected: bytes) -> None:
        raise ConflictError("changed", where=str(path))

    monkeypatch.setattr(atomic, "replace", conflicting)
    with pytest.raises(CapqaError, match="changed by another program"):
        change(path, new, by="Ana")
    assert path.read_bytes() == PLAIN


def test_a_history_that_cannot_be_written_stops_the_change(path: Path) -> None:
    history.history_of(path).mkdir()
    with pytest.raises(CapqaError, match=r"history\.jsonl: cannot be written"):
        change(path, new, by="Ana")
    assert path.read_bytes() == PLAIN
