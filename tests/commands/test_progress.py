from __future__ import annotations

import io

import pytest

from capqa.commands._progress import ProgressLine, in_bytes


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is_and_the_line_is_gone_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    terminal = Terminal()
    with ProgressLine("de-en 1.9", terminal) as progress:
        progress(42_000_000, 84_900_000)
        shown = terminal.getvalue()
    assert shown == f"\r\x1b[Kde-en 1.9 ▕{'█' * 11}{' ' * 13}▏  49% of 84.9 MB"
    assert terminal.getvalue() == shown + "\r\x1b[K"


def test_nothing_is_written_twice_and_no_line_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    with ProgressLine("de-en 1.9", terminal) as progress:
        for received in range(1000):
            progress(received, 1_000_000)
    lines = terminal.getvalue().split("\r\x1b[K")
    assert len(lines) == 3
    assert max(map(len, lines)) <= 19


def test_without_a_known_size_the_bytes_are_told() -> None:
    terminal = Terminal()
    with ProgressLine("de-en", terminal) as progress:
        progress(1_500_000, 0)
    assert "de-en 1.5 MB" in terminal.getvalue()


def test_escape_sequences_in_a_version_do_not_act() -> None:
    terminal = Terminal()
    with ProgressLine("1.\x1b[31m9", terminal) as progress:
        progress(1, 0)
    assert "\x1b[31m" not in terminal.getvalue()


def test_what_is_no_terminal_gets_nothing() -> None:
    stream = io.StringIO()
    with ProgressLine("de-en", stream) as progress:
        progress(1, 2)
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("size", "text"),
    [
        *[(0, "0 bytes"), (999, "999 bytes"), (170_335, "170 KB"), (999_999, "1.0 MB")],
        *[(84_900_000, "84.9 MB"), (4_294_967_296, "4.29 GB"), (5_000_000_000_000, "5000.00 GB")],
    ],
)
def test_sizes_read_well(size: int, text: str) -> None:
    assert in_bytes(size) == text
