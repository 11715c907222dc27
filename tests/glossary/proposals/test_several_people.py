"""Reviewers propose and maintainers decide at once, in processes of their own; nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from capqa.glossary.editing import history
from capqa.glossary.files import read_glossary
from capqa.glossary.proposals import journal
from capqa.glossary.proposals.desk import Desk
from capqa.glossary.proposals.events import Change, Proposal
from capqa.glossary.proposals.proposing import rows_of
from capqa.glossary.proposals.rows import State
from tests.glossary.proposals.samples import proposed, shelf

if TYPE_CHECKING:
    from pathlib import Path

EACH = 12

COMMON = """
import sys
from pathlib import Path
from capqa.errors import ConflictError
from capqa.glossary.proposals.desk import Desk
from capqa.glossary.proposals.proposing import ProposalError
from tests.glossary.proposals.samples import proposed, shelf
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
at = shelf(folder, data=None)
print("ready", flush=True)
sys.stdin.readline()
"""

REVIEWER = (
    COMMON
    + """
for number in range(count):
    try:
        proposed(at, f"Wort{number}", "word", by=name, text=f"caption of {name}")
    except ProposalError:
        pass  # It has been approved meanwhile.
    proposed(at, f"{name}wort{number}", "word", by=name)
"""
)

MAINTAINER = (
    COMMON
    + """
decided = 0
desk = Desk([at], by=name)
while decided < count:
    desk.refresh()
    for row in [row for row in desk.rows if row.state.waits][:1]:
        try:
            desk.approve(row)
        except ConflictError:
            continue
        decided += 1
"""
)


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


def test_proposals_and_approvals_at_once_lose_nothing(tmp_path: Path) -> None:
    at = shelf(tmp_path)
    before = len(read_glossary(at.glossary))
    people = [started(REVIEWER, str(tmp_path), name, str(EACH)) for name in ("ana", "ben")]
    people += [started(MAINTAINER, str(tmp_path), name, str(EACH)) for name in ("eva", "leo")]
    for each in people:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    for each in people:
        each.communicate(timeout=120)
    assert [each.returncode for each in people] == [0, 0, 0, 0]
    kept = journal.read(at.journal)
    assert kept.unreadable == 0
    approvals = [event for event in kept.events if isinstance(event, Change)]
    assert len(approvals) == 2 * EACH
    assert {event.by for event in approvals} == {"eva", "leo"}
    assert len(read_glossary(at.glossary)) == before + 2 * EACH
    assert len(history.read(at.glossary)) == 2 * EACH
    approved = {row.source for row in rows_of(at) if row.state is State.APPROVED}
    assert approved == {event.after["source"] for event in approvals}
    waiting = {row.source for row in Desk([at], by="eva").rows if row.state.waits}
    sources = {event.source for event in kept.events if isinstance(event, Proposal)}
    assert {f"{name}wort{at}" for name in ("ana", "ben") for at in range(EACH)} <= sources
    assert waiting | approved == sources
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "house.de-en.csv",
        "house.de-en.history.jsonl",
        "house.de-en.proposals.jsonl",
    ]


def test_a_maintainer_killed_between_row_and_event_leaves_what_can_be_gone_on_from(
    tmp_path: Path,
) -> None:
    at = shelf(tmp_path)
    proposed(at, "Kiesgrube", "gravel pit")
    killed = started(
        COMMON
        + """
from capqa.glossary.proposals import writing
import os, signal
writing.journal.append = lambda *ignored: os.kill(os.getpid(), signal.SIGKILL)
desk = Desk([at], by=name)
desk.approve(desk.rows[0])
""",
        str(tmp_path),
        "eva",
        "0",
    )
    killed.communicate("\n")
    assert killed.returncode < 0
    desk = Desk([at], by="eva")
    assert desk.rows[0].state is State.SETTLED
    assert history.read(at.glossary)[0].proposed_by == "ana"
    proposed(at, "Baggersee", "quarry pond")
    desk.refresh()
    desk.approve(desk.rows[0])
    assert [entry.source for entry in read_glossary(at.glossary)] == [
        "Abkommen",
        "Baggersee",
        "Kiesgrube",
        "Kiesweg",
        "Zaun",
    ]
