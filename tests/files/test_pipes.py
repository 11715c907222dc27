"""Pipes can be read again."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from capqa.errors import UnreadableError
from capqa.files import pipes
from capqa.files.inputs import Search, StandardInput, searched
from capqa.files.pipes import kept


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("data", [b"", b"a\r\n\0\xff\x1a", b"abc" * 10_000])
def test_standard_input_comes_as_it_is_small_or_large(
    monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(pipes, "_IN_MEMORY", 1000)
    monkeypatch.setattr(pipes, "_CHUNK", 100)
    piped(monkeypatch, data)
    with kept(StandardInput()) as stream:
        for _ in range(2):
            stream.seek(0)
            assert stream.read() == data


def test_a_pipe_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "_IN_MEMORY", 1000)
    monkeypatch.setattr(pipes, "LARGEST_STREAM", 5000)
    monkeypatch.setattr(pipes, "_CHUNK", 100)
    piped(monkeypatch, b"y\n" * 5000)
    with pytest.raises(UnreadableError, match=r"<stdin>: is too large \(at most .*; split it"):
        kept(StandardInput())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes there")
def test_a_named_pipe_is_read_as_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "page.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"text",))
    writer.start()
    with kept(pipe) as stream:
        assert stream.read() == b"text"
    writer.join()


def test_a_hyphen_is_standard_input_once_and_a_file_where_it_has_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("text")
    (tmp_path / "a.txt").write_text("text")
    search = Search(lambda path: True, stdin_name="page.html")
    found = list(searched(["a.txt", "-", "./-", "-", "a.txt"], search))
    assert found[:3] == [Path("a.txt"), StandardInput("page.html"), Path("./-")]
    assert [str(each) for each in found[3:]] == [
        "-: standard input can be read only once; name it once"
    ]
    assert list(searched(["-"], Search(lambda path: True))) == [Path("-")]
