"""How long cues are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.formats import srt, ttml, webvtt
from capqa.formats._cue_times import moment, shown, shown_in_ttml

TTML = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="urn:x" {}><body><div>{}</div></body></tt>'


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("00:00:01,500", 1.5),
        ("0:00:05.5", 5.5),
        ("01:02.5", 62.5),
        ("1:00:00", 3600.0),
        ("00:00:01:15", 1.5),
        ("2.5s", 2.5),
        ("500ms", 0.5),
        ("2m", 120.0),
        ("1h", 3600.0),
        ("45f", 1.5),
        ("", None),
        ("soon", None),
        ("-00:00:01", None),
    ],
)
def test_moments(time: str, seconds: float | None) -> None:
    assert moment(time) == seconds


@pytest.mark.parametrize(
    ("begin", "end", "seconds"),
    [
        ("00:00:01,000", "00:00:03,500", 2.5),
        ("00:00:03,500", "00:00:01,000", None),
        ("00:00:01,000", "00:00:01,000", None),
        ("00:00:01,000", "x", None),
    ],
)
def test_shown(begin: str, end: str, seconds: float | None) -> None:
    assert shown(begin, end) == seconds


@pytest.mark.parametrize(
    ("times", "rates", "seconds"),
    [
        ({"begin": "1s", "end": "3.5s"}, ("", ""), 2.5),
        ({"begin": "1s", "dur": "2s"}, ("", ""), 2.0),
        ({"begin": "1s", "end": "5s", "dur": "2s"}, ("", ""), 2.0),
        ({"dur": "2s"}, ("", ""), 2.0),
        ({"begin": "25f", "end": "75f"}, ("25", ""), 2.0),
        ({"begin": "0t", "end": "20000000t"}, ("", "10000000"), 2.0),
        ({"begin": "3s", "end": "1s"}, ("", ""), None),
        ({}, ("", ""), None),
    ],
)
def test_shown_in_ttml(
    times: dict[str, str], rates: tuple[str, str], seconds: float | None
) -> None:
    assert shown_in_ttml(times, *rates) == seconds


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_times(begin: str, end: str) -> None:
    assert (shown(begin, end) or 1) > 0
    assert (shown_in_ttml({"begin": begin, "dur": end}, end, begin) or 1) > 0


def test_subrip() -> None:
    data = b"1\n00:00:01,000 --> 00:00:03,500 X1:40\nHi\n\n2\n00:00:04,000 --> 0\nBye\n"
    assert [each.seconds for each in srt.read(data, "a.srt").segments] == [2.5, None]


def test_webvtt() -> None:
    data = b"WEBVTT\n\n00:01.000 --> 00:03.5 align:start\nA <lang de>b</lang>\n\n00:04.0 -->\nx\n"
    assert [each.seconds for each in webvtt.read(data, "a.vtt").segments] == [2.5, 2.5, None]


@pytest.mark.parametrize(
    ("root", "paragraph", "seconds"),
    [
        ("", '<p begin="1s" end="3.5s">Hi</p>', 2.5),
        ("", '<p><span begin="1s" dur="2s">Hi</span></p>', 2.0),
        ('ttp:frameRate="25"', '<p begin="00:00:01:00" end="00:00:01:05">Hi</p>', 0.2),
        ("", "<p>Hi</p>", None),
    ],
)
def test_ttml(root: str, paragraph: str, seconds: float | None) -> None:
    document = ttml.read(TTML.format(root, paragraph).encode(), "a.ttml")
    assert [each.seconds for each in document.segments] == [seconds]
