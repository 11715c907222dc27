"""A file that somebody else changed is taken up: what is still there stays decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from capqa.errors import CapqaError, ConflictError
from capqa.model import Action
from capqa.review.events import FileWrite
from capqa.review.log import DecisionLog
from capqa.review.session import Conflict, ReviewError, Side, State
from tests.review.desk import PAGE, open_session, words

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


def test_changed_files_are_noticed_on_demand(page: Path, log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"Irak\n")
    session = open_session(log, page, other)
    assert session.changed_files() == ()
    page.write_bytes(OLD + b"!")
    assert session.changed_files() == (page,)
    other.unlink()
    assert session.changed_files() == (page, other)
    with pytest.raises(CapqaError, match=r"other\.txt: cannot be read: No such file"):
        session.reread(other)
    session.accept(IRAK)
    assert session.write().changed == (page,)


def test_what_is_still_there_is_written_into_the_new_content(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.edit(SYRIEN, "Syria!")
    session.dismiss(KRIEG)
    session.comment(KRIEG, "a title")
    # A paragraph more, a word more beside "Mossul", and the last line gone.
    changed = b"News\n\nIrak | Mossul, a city\nImage: dpa\n\nA sentence.\nSyrien: Krieg\n"
    page.write_bytes(changed)
    assert session.write().written == ()
    found = session.reread(page)
    assert (found.kept, found.gone, found.conflicts) == ((0, 1, 2, 3), (CREDIT,), ())
    assert session.changed_files() == ()
    assert session.state(KRIEG) is State.DISMISSED
    assert [each.text for each in session.comments(KRIEG)] == ["a title"]
    assert session.items[MOSSUL].document.data == changed
    assert session.write().edits == 2
    assert page.read_bytes() == changed.replace(b"Irak", b"Iraq").replace(b"Syrien", b"Syria!")
    resumed = open_session(log, page)
    assert words(resumed) == ["Mossul", "Krieg"]
    assert resumed.state(1) is State.DISMISSED
    assert [resumed.undo(), resumed.undo()] == [1, None]


def test_decisions_move_with_findings_before_anything_is_written(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(IRAK)
    session.dismiss(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"In Irak | Mossul, a city"))
    session.reread(page)
    resumed = open_session(log, page)
    assert [resumed.state(index) for index in (IRAK, MOSSUL)] == [State.ACCEPTED, State.DISMISSED]
    (event,) = [each for each in DecisionLog(log).events() if isinstance(each, FileWrite)]
    assert event.taken_up
    # What is not ours to redo is undone all the same.
    assert [resumed.undo(), resumed.undo()] == [MOSSUL, IRAK]


def conflict(page: Path, log: Path) -> tuple[Path, Conflict]:
    session = open_session(log, page)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    found = session.reread(page)
    assert found.kept == (IRAK, SYRIEN, KRIEG, CREDIT)
    (conflict,) = found.conflicts
    assert session.conflicts() == (conflict,)
    return page, conflict


def test_a_conflict_shows_three_texts(page: Path, log: Path) -> None:
    _, found = conflict(page, log)
    assert (found.index, found.path, found.line) == (MOSSUL, page, 1)
    assert (found.base, found.disk, found.yours) == (
        "Irak | Mossul",
        "Irak | Mossulstadt",
        "Irak | Mosul",
    )


def test_until_it_is_resolved_the_rest_is_written(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    session.accept(SYRIEN)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    session.reread(page)
    report = session.write()
    assert report.refused == (
        f"{page}: 'Mossul' was changed on disk; choose the text on disk or yours",
    )
    assert [each.index for each in report.refusals] == [MOSSUL]
    assert session.unwritten() == (MOSSUL,)
    assert page.read_bytes() == OLD.replace(b"Mossul", b"Mossulstadt").replace(b"Syrien", b"Syria")


def test_the_text_on_disk_may_stand(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    changed = OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt")
    page.write_bytes(changed)
    session.reread(page)
    session.resolve(MOSSUL, Side.DISK)
    assert session.conflicts() == ()
    assert session.state(MOSSUL) is State.DISMISSED
    assert session.write().refused == ()
    assert page.read_bytes() == changed
    with pytest.raises(ReviewError, match="no conflict to resolve"):
        session.resolve(MOSSUL, Side.YOURS)


def test_yours_is_written_at_once_and_can_be_undone(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    session.accept(SYRIEN)
    changed = OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt")
    page.write_bytes(changed)
    session.reread(page)
    report = session.resolve(MOSSUL, Side.YOURS)
    assert (report.written, report.edits) == ((page,), 1)
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Irak | Mosul")
    assert session.unwritten() == (SYRIEN,)
    session.write()
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Irak | Mosul").replace(
        b"Syrien", b"Syria"
    )
    decision = DecisionLog(log).decisions()[-1]
    assert (decision.action, decision.text) == (Action.EDIT, "Irak | Mosul")
    assert decision.source == "Irak | Mossulstadt"
    assert session.undo() == MOSSUL
    session.write()
    assert page.read_bytes() == changed.replace(b"Syrien", b"Syria")


def test_a_file_that_changes_again_meanwhile_is_not_overwritten(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul", b"Irak | Mossulstadt"))
    session.reread(page)
    page.write_bytes(b"Something else\n")
    with pytest.raises(ConflictError, match="changed on disk"):
        session.resolve(MOSSUL, Side.YOURS)
    assert page.read_bytes() == b"Something else\n"


def test_nothing_can_be_put_where_nothing_like_it_stands(page: Path, log: Path) -> None:
    session = open_session(log, page)
    session.accept(MOSSUL)
    page.write_bytes(OLD.replace(b"Irak | Mossul\r\n", b""))
    (found,) = session.reread(page).conflicts
    assert (found.disk, found.line) == ("", 0)
    with pytest.raises(ReviewError, match="nothing like it stands in the file"):
        session.resolve(MOSSUL, Side.YOURS)
    session.resolve(MOSSUL, Side.DISK)
    assert session.unwritten() == ()


def test_what_a_colleague_wrote_is_taken_up_as_written(page: Path, log: Path) -> None:
    ana, ben = (open_session(log, page, reviewer=name) for name in ("ana", "ben"))
    ana.accept(IRAK)
    ana.accept(SYRIEN)
    ben.dismiss(KRIEG)
    ben.accept(MOSSUL)
    ana.write()
    assert ben.changed_files() == (page,)
    found = ben.reread(page)
    assert (found.kept, found.conflicts) == ((0, 1, 2, 3, 4), ())
    assert ben.replacement(IRAK) == "Iraq"
    assert ben.unwritten() == ()  # ben's "Mosul" was in the log, and ana wrote it
    assert page.read_bytes() == OLD.replace(b"Irak | Mossul", b"Iraq | Mosul").replace(
        b"Syrien", b"Syria"
    )
    ben.accept(CREDIT)
    assert ben.write().edits == 1
    resumed = open_session(log, page)
    assert words(resumed) == ["Krieg"]
    assert resumed.state(0) is State.DISMISSED


def test_a_decision_on_bytes_that_a_colleague_has_written_since_is_not_lost(
    page: Path, log: Path
) -> None:
    ana, ben = (open_session(log, page, reviewer=name) for name in ("ana", "ben"))
    ana.accept(IRAK)
    ana.write()
    ben.dismiss(MOSSUL)  # in the segment that ana has changed
    resumed = open_session(log, page)
    assert words(resumed)[0] == "Mossul"
    assert resumed.state(0) is State.DISMISSED
    ana.refresh()
    assert ana.state(MOSSUL) is State.DISMISSED


_LINES = st.lists(
    st.sampled_from(["Irak | Mossul", "A sentence.", "Syrien: Krieg", "Irak", "Mossul", "Kirkuk"]),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(_LINES, _LINES, st.lists(st.sampled_from(["accept", "edit", "dismiss"]), max_size=10))
def test_rereading_never_writes_over_what_is_not_the_words_decided_on(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str], acts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    page = folder / "page.txt"
    page.write_text("\n".join(before), encoding="utf-8")
    session = open_session(folder / "log", page)
    assume(session.items)
    for index, action in zip(range(len(session.items)), acts, strict=False):
        if action == "dismiss":
            session.dismiss(index)
        else:
            session.edit(index, f"<{session.items[index].finding.text}>")
    page.write_text("\n".join(after), encoding="utf-8")
    found = session.reread(page)
    named = {*found.kept, *found.gone, *(each.index for each in found.conflicts)}
    assert named == set(range(len(session.items)))
    session.write()
    # Every new text stands around the very words it was decided for.
    assert page.read_text(encoding="utf-8").replace("<", "").replace(">", "") == "\n".join(after)
    kept = [index for index in found.kept if session.replacement(index)]
    assert page.read_text(encoding="utf-8").count("<") == len(kept)
