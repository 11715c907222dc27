"""Replacing a file: as a whole, what it was linked, owned and allowed as before, or not at all."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError, ConflictError
from capqa.files.atomic import replace

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(os.name == "nt", reason="there are no modes and signals there")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(b"Irak\r\n")
    return path


def test_the_new_bytes_stand_there_and_nothing_is_left_over(page: Path) -> None:
    replace(page, b"Iraq\r\n", expected=b"Irak\r\n")
    assert page.read_bytes() == b"Iraq\r\n"
    assert list(page.parent.iterdir()) == [page]


def test_what_changed_meanwhile_is_not_overwritten(page: Path) -> None:
    page.write_bytes(b"Iran\r\n")
    with pytest.raises(ConflictError, match=r"page\.txt: changed on disk since it was read; run"):
        replace(page, b"Iraq\r\n", expected=b"Irak\r\n")
    assert page.read_bytes() == b"Iran\r\n"
    assert list(page.parent.iterdir()) == [page]


def test_a_link_stays_a_link(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.txt"
    link.symlink_to(page)
    replace(link, b"Iraq", expected=b"Irak\r\n")
    assert link.is_symlink()
    assert page.read_bytes() == b"Iraq"
    assert list(folder.iterdir()) == [link]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_the_mode_is_kept(page: Path, mode: int) -> None:
    page.chmod(mode)
    replace(page, b"Iraq", expected=b"Irak\r\n")
    assert stat.S_IMODE(page.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(page: Path) -> None:
    os.chown(page, 12345, 23456)
    page.chmod(0o640)
    replace(page, b"Iraq", expected=b"Irak\r\n")
    after = page.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (12345, 23456, 0o640)


def test_what_is_no_file_or_not_there_is_refused(page: Path) -> None:
    loop = page.parent / "loop.txt"
    loop.symlink_to(loop)
    for path in (page.parent, page.parent / "missing.txt", page / "x", loop):
        with pytest.raises(CapqaError, match=rf"{path.name}: .*; ") as caught:
            replace(path, b"x", expected=b"")
        assert "\n" not in str(caught.value)


def test_a_failure_to_write_leaves_the_old_bytes(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CapqaError, match="cannot be written: No space left on device; check"):
        replace(page, b"Iraq", expected=b"Irak\r\n")
    assert page.read_bytes() == b"Irak\r\n"
    assert list(page.parent.iterdir()) == [page]


REPLACER = """
import itertools, sys
from pathlib import Path
from capqa.files.atomic import replace
path = Path(sys.argv[1])
old = path.read_bytes()
print("ready", flush=True)
for number in itertools.count():
    new = b"%d" % (number % 10) * 200_000
    replace(path, new, expected=old)
    old = new
"""


@posix
def test_kill_9_leaves_a_whole_file(page: Path) -> None:
    page.write_bytes(b"0" * 200_000)
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", REPLACER, str(page)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        seen = [page.read_bytes() for _ in range(30)]
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for data in [*seen, page.read_bytes()]:
            assert (len(data), len(set(data))) == (200_000, 1)
