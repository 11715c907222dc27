"""Kill -9 amid the writing of many files: each is old or new, and a rerun completes the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from capqa.review.session import State
from tests.review.desk import open_session, words

OLD = b"Syrien | Krieg\nImage: dpa\n\nIrak | Mossul\nImage: dpa\n"
NEW = OLD.replace(b"Syrien", b"Syria").replace(b"Irak", b"Iraq")

WRITER = """
import sys
from pathlib import Path
from tests.review.desk import open_session, words
folder = Path(sys.argv[1])
session = open_session(folder / "log.sqlite3", *sorted(folder.glob("*.txt")))
for index, word in enumerate(words(session)):
    if word in ("Syrien", "Irak"):
        session.accept(index)
    else:
        session.dismiss(index)
print("decided", flush=True)
print(session.write(), flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")
@pytest.mark.parametrize("written_at_kill", [1, 7, 20])
def test_kill_9_while_writing(tmp_path: Path, written_at_kill: int) -> None:
    pages = [tmp_path / f"{number:02}.txt" for number in range(30)]
    for page in pages:
        page.write_bytes(OLD)
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"decided\n"
    while pages[written_at_kill - 1].read_bytes() == OLD:
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    contents = [page.read_bytes() for page in pages]
    assert set(contents) <= {OLD, NEW}
    assert contents == sorted(contents, key=lambda content: content == OLD)

    session = open_session(tmp_path / "log.sqlite3", *pages)
    undecided = [
        word for index, word in enumerate(words(session)) if session.state(index) is State.OPEN
    ]
    assert undecided == []
    assert session.write().edits == 2 * contents.count(OLD)
    assert [page.read_bytes() for page in pages] == [NEW] * 30
    after = open_session(tmp_path / "log.sqlite3", *pages)
    assert words(after) == ["Krieg", "Mossul"] * 30
    assert after.counts()[State.DISMISSED] == 60
