"""Writing decisions into files: exactly them, again and again, and never over foreign changes."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError
from capqa.files import atomic
from capqa.model import Span
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewError, ReviewItem, State
from tests.review.desk import PAGE, items_in, open_session, words

if TYPE_CHECKING:
    from pathlib import Path

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)
OLD = PAGE.encode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def test_accepted_and_edited_words_are_replaced_and_nothing_else(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.edit(SYRIEN, "Syrian Arab Republic")
    session.dismiss(KRIEG)
    session.skip(CREDIT)
    report = session.write()
    assert page.read_bytes() == OLD.replace(b"Irak |", b"Iraq |").replace(
        b"Syrien", b"Syrian Arab Republic"
    )
    assert (report.written, report.edits, report.refused) == ((page,), 2, ())


def test_nothing_decided_writes_nothing(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.dismiss(IRAK)
    before = page.stat().st_mtime_ns
    report = session.write()
    assert (report.written, report.edits, report.refused) == ((), 0, ())
    assert (page.stat().st_mtime_ns, page.read_bytes()) == (before, OLD)


def test_writing_again_writes_what_was_decided_since(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.write()
    assert session.write().written == ()
    session.accept(MOSSUL)
    session.accept(SYRIEN)
    report = session.write()
    assert report.edits == 2
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Iraq | Mosul").replace(
        b"Syrien", b"Syria"
    )
    session.edit(IRAK, "Republic of Iraq")
    session.write()
    assert page.read_bytes().startswith(b"Republic of Iraq | Mosul\r\n")


def test_the_session_knows_the_bytes_it_wrote(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.write()
    # What was written still shows the words decided on; the others lie in the new text.
    assert words(session) == ["Irak", "Mossul", "Syrien", "Krieg", "Irak"]
    assert session.items[MOSSUL].finding.segment.text == "Iraq | Mossul"
    assert session.items[SYRIEN].document.data == page.read_bytes()
    session.dismiss(SYRIEN)
    decision = DecisionLog(log).decisions()[-1]
    assert decision.base_hash == session.items[SYRIEN].document.content_hash


def test_undoing_what_was_written_takes_it_out_again(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.dismiss(KRIEG)
    session.accept(IRAK)
    session.write()
    assert session.undo() == IRAK
    assert session.state(IRAK) is State.OPEN
    assert session.write().edits == 1
    assert page.read_bytes() == OLD
    resumed = open_session(log, page)
    assert [resumed.state(index) for index in range(5)] == [State.OPEN] * 3 + [
        State.DISMISSED,
        State.OPEN,
    ]


def test_decisions_outlive_the_mending_of_their_neighbours(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.dismiss(MOSSUL)  # in the segment that is mended
    session.skip(CREDIT)  # in the segment after one that is mended
    session.accept(IRAK)
    session.accept(SYRIEN)
    session.write()
    resumed = open_session(log, page)
    assert words(resumed) == ["Mossul", "Krieg", "Irak"]
    assert [resumed.state(index) for index in range(3)] == [
        State.DISMISSED,
        State.OPEN,
        State.SKIPPED,
    ]
    assert resumed.undo() == words(resumed).index("Irak")


def test_a_decision_on_one_of_many_alike_stays_with_it(page: Path, log: Path) -> None:
    page.write_bytes(b"x\nIrak\ny\nx\nIrak\ny\nx\nIrak\ny\n")
    session = open_session(log, page)
    session.accept(0)
    session.dismiss(2)
    session.write()
    assert page.read_bytes() == b"x\nIraq\ny\nx\nIrak\ny\nx\nIrak\ny\n"
    resumed = open_session(log, page)
    assert [resumed.state(index) for index in range(2)] == [State.OPEN, State.DISMISSED]
    resumed.accept(0)
    resumed.write()
    assert page.read_bytes() == b"x\nIraq\ny\nx\nIraq\ny\nx\nIrak\ny\n"


def test_a_file_put_back_finds_its_decisions_again(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.dismiss(MOSSUL)
    session.write()
    page.write_bytes(OLD)
    resumed = open_session(log, page)
    assert [resumed.state(index) for index in (IRAK, MOSSUL)] == [State.ACCEPTED, State.DISMISSED]
    assert resumed.write().edits == 1


def test_a_replacement_that_is_objected_to_again_is_open(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.edit(KRIEG, "Bild")
    session.write()
    resumed = open_session(log, page)
    index = words(resumed).index("Bild")
    assert resumed.state(index) is State.OPEN
    resumed.dismiss(index)
    assert open_session(log, page).state(index) is State.DISMISSED


def test_a_file_that_changed_is_refused_and_the_others_are_written(
    page: Path, log: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"Irak\n")
    gone = tmp_path / "gone.txt"
    gone.write_bytes(b"Irak\n")
    session = open_session(log, page, gone, other)
    for index, word in enumerate(words(session)):
        if word == "Irak":
            session.accept(index)
    changed = OLD + b" and more"
    page.write_bytes(changed)
    gone.unlink()
    report = session.write()
    assert report.written == (other,)
    assert report.refused == (
        f"{page}: changed on disk since it was read; run capqa review again",
        f"{gone}: cannot be read: No such file or directory; run capqa review again",
    )
    assert page.read_bytes() == changed
    assert not gone.exists()
    resumed = open_session(log, page)
    assert resumed.state(IRAK) is State.ACCEPTED
    assert resumed.write().refused == ()
    assert page.read_bytes().startswith(b"Iraq | Mossul\r\n")


def test_a_change_in_the_last_moment_is_not_overwritten(
    page: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    fsync = os.fsync

    def someone_saves_meanwhile(descriptor: int) -> None:
        page.write_bytes(b"Iran\r\n")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", someone_saves_meanwhile)
    assert session.write().refused == (
        f"{page}: changed on disk since it was read; run capqa review again",
    )
    assert page.read_bytes() == b"Iran\r\n"


def overlapping_items(page: Path) -> list[ReviewItem]:
    first, *_ = items_in(page)
    whole = replace(first.finding, span=Span(0, len("Irak | Mossul")))
    return [first, ReviewItem(whole, first.document, page)]


def test_overlapping_replacements_are_refused_until_one_is_undone(page: Path, log: Path) -> None:
    session = open_session(log, items=overlapping_items(page))
    session.accept(0)
    session.edit(1, "Iraq and Mosul")
    (refusal,) = session.write().refused
    assert refusal == f"{page}: two replacements for 'Irak | Mossul' overlap; undo one of them"
    assert page.read_bytes() == OLD
    session.undo()
    assert session.write().written == (page,)
    assert page.read_bytes() == OLD.replace(b"Irak |", b"Iraq |")


def test_words_that_another_replacement_changed_are_not_replaced(page: Path, log: Path) -> None:
    session = open_session(log, items=overlapping_items(page))
    session.edit(1, "Iraq and Mosul")
    session.dismiss(1)
    session.accept(0)
    session.write()
    with pytest.raises(ReviewError, match="another replacement has changed these words; run"):
        session.edit(1, "Mosul in Iraq")
    session.skip(1)
    for _ in range(3):  # back to where the second item was edited
        session.undo()
    session.accept(0, "Republic of Iraq")
    report = session.write()
    assert report.written == (page,)
    assert report.refused == (
        f"{page}: another replacement has changed 'Irak | Mossul'; run capqa review again",
    )
    assert page.read_bytes() == OLD.replace(b"Irak |", b"Republic of Iraq |")


def test_a_character_the_file_cannot_hold_is_refused(page: Path, log: Path) -> None:
    old = "Zerstörte Häuser im Irak".encode("windows-1252")
    page.write_bytes(old)
    session = open_session(log, page)
    session.edit(0, "Ирак")
    (refusal,) = session.write().refused
    assert refusal.startswith(f"{page}: 'И' (U+0418) cannot be written in windows-1252; save the")
    assert page.read_bytes() == old
    session.edit(0, "“Iraq”")
    assert session.write().refused == ()
    assert page.read_bytes() == "Zerstörte Häuser im “Iraq”".encode("windows-1252")


def test_a_process_that_died_between_log_and_file_loses_nothing(
    page: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.write_bytes(b"x\nIrak\ny\nx\nIrak\ny\nx\nIrak\ny\n")
    session = open_session(log, page)
    session.accept(0)
    session.dismiss(1)

    def dies(*_: object, **__: object) -> None:
        raise CapqaError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(atomic, "replace", dies)
        assert session.write().refused == ("killed",)
    resumed = open_session(log, page)
    assert [resumed.state(index) for index in range(3)] == [
        State.ACCEPTED,
        State.DISMISSED,
        State.OPEN,
    ]
    assert resumed.write().edits == 1
    again = open_session(log, page)
    assert [again.state(index) for index in range(2)] == [State.DISMISSED, State.OPEN]


_ACTIONS = st.sampled_from(["accept", "edit", "dismiss", "undo", "write"])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["accept", "edit", "dismiss", "undo", "write"]), st.integers(0, 4)
        )
    )
)
def test_the_file_always_holds_what_was_decided_when_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    page = folder / "page.txt"
    page.write_bytes(OLD)
    session = open_session(folder / "log.sqlite3", page)
    originals = words(session)
    pieces = PAGE.replace("Irak | Mossul", "{} | {}", 1).replace("Syrien: Krieg", "{}: {}")
    template = pieces.replace("Image: Irak", "Image: {}")
    for action, index in [*steps, ("write", 0)]:
        if action == "accept":
            session.accept(index, f"{originals[index].upper()} accepted")
        elif action == "edit":
            session.edit(index, "Irak Krieg")  # words the rule objects to again
        elif action == "dismiss":
            session.dismiss(index)
        elif action == "undo":
            session.undo()
        else:
            assert session.write().refused == ()
            wanted = [session.replacement(each) or originals[each] for each in range(5)]
            assert page.read_bytes().decode() == template.format(*wanted)
    assert words(session) == originals
