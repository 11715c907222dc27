"""Files are read again only when their status says that somebody may have changed them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from capqa.review.disk import Disk


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    read = Path.read_bytes

    def counted(path: Path) -> bytes:
        found.append(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    return found


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at files a minute after they were made."""
    from capqa.review import disk

    class Clock:
        @staticmethod
        def time_ns() -> int:
            import time

            return time.time_ns() + 60_000_000_000

    monkeypatch.setattr(disk, "time", Clock)


@pytest.mark.usefixtures("later")
def test_an_untouched_file_is_read_once(tmp_path: Path, reads: list[Path]) -> None:
    page, data = tmp_path / "page", b"Irak"
    page.write_bytes(data)
    disk = Disk()
    assert [disk.holds(page, data) for _ in range(3)] == [True] * 3
    assert reads == [page]
    os.utime(page, ns=(1, 1))
    assert disk.holds(page, data)
    assert len(reads) == 2
    page.write_bytes(b"Iran")
    assert not disk.holds(page, data)
    page.unlink()
    assert not disk.holds(page, data)


@pytest.mark.usefixtures("later")
def test_another_length_tells_without_reading(tmp_path: Path, reads: list[Path]) -> None:
    page = tmp_path / "page"
    page.write_bytes(b"Irak and more")
    assert not Disk().holds(page, b"Irak")
    assert reads == []


def test_a_file_changed_a_moment_ago_is_read_each_time(tmp_path: Path, reads: list[Path]) -> None:
    page, data = tmp_path / "page", b"Irak"
    page.write_bytes(data)
    disk = Disk()
    assert disk.holds(page, data)
    assert disk.holds(page, data)
    assert len(reads) == 2


@pytest.mark.usefixtures("later")
def test_what_is_known_of_one_reading_is_not_taken_for_another(tmp_path: Path) -> None:
    page, old, new = tmp_path / "page", b"Irak", b"Iraq"
    page.write_bytes(old)
    disk = Disk()
    assert disk.holds(page, old)
    assert not disk.holds(page, new)
