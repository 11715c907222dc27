"""An edit that cannot be made keeps no other edit of its file from being written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from capqa.formats import html
from capqa.model import Finding, Span
from capqa.review.log import DecisionLog
from capqa.review.session import Refusal, ReviewItem, Session
from tests.review.desk import items_in, open_session, translation, words

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<html><body>
<p>Irak | <a href="1">Mos</a><a href="2">sul</a></p>
<p>Krieg in Syrien</p>
<p>Irak again</p>
</body></html>
"""


def html_session(path: Path, log: Path) -> Session:
    path.write_text(PAGE, encoding="utf-8")
    document = html.read(path.read_bytes(), str(path))
    items = []
    for segment in document.segments:
        for word in ("Irak", "Mossul", "Krieg", "Syrien"):
            start = segment.text.find(word)
            if start >= 0:
                span = Span(start, start + len(word))
                finding = Finding("untranslated", str(path), segment, span, "", "de", 1.0)
                items.append(ReviewItem(finding, document, path))
    return Session(items, DecisionLog(log), reviewer="ana", suggest=translation)


def test_markup_inside_one_edit_refuses_that_one_alone(tmp_path: Path) -> None:
    path, log = tmp_path / "page.html", tmp_path / "log.sqlite3"
    session = html_session(path, log)
    assert words(session) == ["Irak", "Mossul", "Krieg", "Syrien", "Irak"]
    session.accept_identical(0)
    session.edit(1, "Kirkuk")
    session.edit(2, "<b>war</b>")
    session.accept(3)
    report = session.write()
    assert path.read_text(encoding="utf-8") == PAGE.replace("Irak", "Iraq").replace(
        "Syrien", "Syria"
    ).replace("Krieg", "&lt;b&gt;war&lt;/b&gt;")
    assert (report.written, report.edits, report.changed) == ((path,), 4, ())
    (refusal,) = report.refusals
    assert refusal.index == 1
    assert "'Mossul' cannot be replaced as a whole: a link" in refusal.reason
    assert report.refused == (refusal.reason,)
    assert session.unwritten() == (1,)
    # Nothing changes, and the refusal is told again, until it is decided otherwise.
    assert session.write() == replace(report, written=(), edits=0)
    session.dismiss(1)
    assert session.unwritten() == ()
    assert session.write().refused == ()


def test_only_the_characters_an_encoding_lacks_are_refused(tmp_path: Path) -> None:
    path, log = tmp_path / "page.txt", tmp_path / "log.sqlite3"
    lines = [f"Zerstörte Häuser im Irak {number}" for number in range(40)]
    path.write_bytes("\n".join(lines).encode("windows-1252"))
    session = open_session(log, path)
    for index in range(40):
        session.edit(index, f"Iraq {'Ирак' if index in (7, 8, 31) else ''}")
    report = session.write()
    assert report.edits == 37
    assert [each.index for each in report.refusals] == [7, 8, 31]
    assert len(report.refused) == 1  # the same words for all three
    text = path.read_bytes().decode("windows-1252")
    assert text.count("Iraq") == 37
    assert [f"Irak {number}" in text for number in (7, 8, 31)] == [True] * 3
    assert session.unwritten() == (7, 8, 31)
    for index in (7, 8, 31):
        session.edit(index, "Iraq")
    assert session.write().edits == 3
    assert path.read_bytes().decode("windows-1252") == "\n".join(lines).replace("Irak", "Iraq")


def test_overlapping_ones_are_all_refused_and_the_rest_is_written(tmp_path: Path) -> None:
    path, log = tmp_path / "page.txt", tmp_path / "log.sqlite3"
    path.write_bytes(b"Irak | Mossul | Syrien\n\nKrieg\n")
    irak, mossul, syrien, krieg = items_in(path)
    wide = replace(irak, finding=replace(irak.finding, span=Span(0, len("Irak | Mossul"))))
    session = open_session(log, items=[irak, mossul, syrien, krieg, wide])
    for index in (0, 1, 2):
        session.accept(index)
    session.edit(4, "Iraq and Mosul")
    session.edit(3, "war")
    report = session.write()
    assert path.read_bytes() == b"Irak | Mossul | Syria\n\nwar\n"
    assert report.refusals == tuple(
        Refusal(index, f"{path}: two replacements for 'Irak | Mossul' overlap; undo one of them")
        for index in (0, 1, 4)
    )
    session.dismiss(4)
    session.write()
    assert path.read_bytes() == b"Iraq | Mosul | Syria\n\nwar\n"


def test_a_refused_edit_is_still_decided_in_the_next_review(tmp_path: Path) -> None:
    path, log = tmp_path / "page.html", tmp_path / "log.sqlite3"
    session = html_session(path, log)
    session.edit(1, "Kirkuk")
    session.accept(0)
    assert session.write().edits == 1
    document = html.read(path.read_bytes(), str(path))
    (segment,) = [each for each in document.segments if "Mossul" in each.text]
    finding = replace(session.items[1].finding, segment=segment)
    item = ReviewItem(finding, document, path)
    resumed = Session([item], DecisionLog(log), reviewer="ana", suggest=translation)
    assert resumed.replacement(0) == "Kirkuk"
