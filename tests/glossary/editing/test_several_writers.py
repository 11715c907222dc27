"""Several processes add to one file at once, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.glossary.editing import history
from capqa.glossary.editing.adding import add
from capqa.glossary.editing.changing import change
from capqa.glossary.editing.locking import locked
from capqa.glossary.files import read_glossary
from tests.glossary.editing.samples import PLAIN

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES = 4
EACH = 25

WRITER = """
import sys
from pathlib import Path
from capqa.glossary.editing.adding import add
from capqa.glossary.editing.changing import change
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    values = {"source": f"{name}{number}", "target": f"target {number}"}
    change(path, lambda table: add(table, values), by=name, create=True, wait=60)
"""

HOLDER = """
import sys
from pathlib import Path
from capqa.glossary.editing.locking import locked
with locked(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.readline()
"""


def started(program: str, *arguments: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def test_concurrent_adds_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "house.de-en.csv"
    names = [f"Wort{letter}" for letter in "ABCD"[:PROCESSES]]
    writers = [started(WRITER, str(path), name, str(EACH)) for name in names]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0] * PROCESSES
    expected = {f"{name}{number}" for name in names for number in range(EACH)}
    sources = [entry.source for entry in read_glossary(path)]
    assert len(sources) == PROCESSES * EACH
    assert set(sources) == expected
    assert sources == sorted(sources, key=str.casefold)
    records = history.read(path)
    assert sorted(record.source for record in records) == sorted(sources)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "house.de-en.csv",
        "house.de-en.history.jsonl",
    ]


def test_a_held_lock_is_waited_for_no_longer_than_said(tmp_path: Path) -> None:
    path = tmp_path / "house.de-en.csv"
    path.write_bytes(PLAIN)
    holder = started(HOLDER, str(path))
    try:
        with pytest.raises(CapqaError, match=r"somebody else .* 0.05 seconds; try again"):
            change(
                path, lambda table: add(table, {"source": "a", "target": "b"}), by="x", wait=0.05
            )
    finally:
        holder.communicate("\n")
    assert path.read_bytes() == PLAIN
    assert not history.history_of(path).exists()


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "house.de-en.csv"
    holder = started(HOLDER, str(path))
    holder.kill()
    holder.communicate()
    with locked(path, wait=5):
        pass
    assert list(tmp_path.iterdir()) == []


def test_links_to_a_file_share_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "house.de-en.csv"
    path.write_bytes(PLAIN)
    link = tmp_path / "link.de-en.csv"
    link.symlink_to(path)
    with locked(path), pytest.raises(CapqaError), locked(link, wait=0):
        pass
