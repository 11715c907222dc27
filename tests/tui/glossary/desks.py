"""Apps on real files, with proposals and candidates made up by the tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capqa.glossary.files import read_glossary
from capqa.glossary.proposals.desk import Desk
from capqa.glossary.suggesting.candidate import Candidate, Example
from capqa.tui.glossary.app import GlossaryApp
from capqa.tui.glossary.details import Details
from capqa.tui.glossary.screen import GlossaryScreen
from capqa.tui.glossary.table import Table
from capqa.tui.widgets.sheet import Sheet
from tests.glossary.proposals.samples import ROWS, proposed, shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from capqa.glossary.proposals.shelf import Shelf

BAGGERPARK = Candidate(
    "Baggerpark", "", "de", seen=9, examples=(Example("b.html", 3, "Arbeiter im Baggerpark"),)
)


@dataclass
class Maintained:
    """A desk under test: its shelf and its app."""

    shelf: Shelf
    desk: Desk
    app: GlossaryApp = field(init=False)
    candidates: Sequence[Candidate] = ()
    failure: str = ""

    def __post_init__(self) -> None:
        """Make the app."""
        self.app = GlossaryApp(self.desk, "en", lambda: (self.candidates, self.failure))

    @property
    def sources(self) -> list[str]:
        """The sources in the glossary."""
        return [entry.source for entry in read_glossary(self.shelf.glossary)]

    @property
    def states(self) -> dict[str, str]:
        """What is proposed, with the state it is in."""
        return {f"{row.source} {row.target}".strip(): row.state.value for row in self.desk.rows}

    @property
    def told(self) -> list[str]:
        """The notifications on show."""
        return [each.message for each in self.app._notifications]

    @property
    def rows(self) -> list[str]:
        """The rows of the table."""
        table = self.app.screen.query_one(Table)
        return [
            table.drawn_row(at, 200, current=at == table.current).plain.rstrip()
            for at in range(table.count)
        ]

    @property
    def current(self) -> str:
        """The title of the details."""
        screen = self.app.screen_stack[1]
        assert isinstance(screen, GlossaryScreen)
        return str(screen.query_one(Details).border_title)

    def shown(self, name: str) -> str:
        """Return what one part of the details says."""
        sheet = self.app.screen_stack[1].query_one(f"#{name}", Sheet)
        return sheet.plain if sheet.display else ""


def maintained(
    folder: Path, candidates: Sequence[Candidate] = (), data: bytes = ROWS, failure: str = ""
) -> Maintained:
    """Return an app with three proposals; two reviewers agree on the first."""
    at = shelf(folder, data)
    proposed(at, "Kiesgrube", "gravel pit", by="ana", text="Menschen in der Kiesgrube")
    proposed(at, "Kiesgrube", "gravel pit", by="ben", note="not a quarry")
    proposed(at, "Kiesgrube", "quarry", by="carla")
    proposed(at, "Zaun", "barrier", by="ben")
    return Maintained(at, Desk([at], by="eva"), candidates, failure)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until candidates were looked for."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
