"""Real sessions on real files, with suggestions made up by the tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capqa.formats import text
from capqa.model import (
    Check,
    Evidence,
    Finding,
    Part,
    Span,
    Suggestion,
    TermVerdict,
    Verdict,
)
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from capqa.tui.app import ReviewApp
from capqa.tui.screens.review import ReviewScreen
from capqa.tui.widgets.detail import Detail
from capqa.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from textual.pilot import Pilot

LIBERATION = "Irak | Befreiungsaktion Mossul"
OFFENSIVE = "Irak Mossul Offensive der Regierungstrupen gegen IS"
REFUGEES = "Flüchtlinge bei Mossul"

PAGE = f"""Jihadist leaders are fleeing the besieged Iraqi city of Mosul as local forces close in.

{LIBERATION}
Image: picture-alliance/abaca/Y. Keles

"We are telling Daesh that their leaders are abandoning them," said Gary Volesky.

{OFFENSIVE}
Image: Getty Images/AFP/A. Al-Rubaye

Kurdish peshmerga forces are preparing to attack IS positions north of Mosul.

Thousands of desperate Iraqis are fleeing ({REFUGEES}) to a camp in Syria.
"""

SUGGESTIONS = {
    LIBERATION: Suggestion(
        "Iraq | Liberation operation Mosul",
        "glossary 1",
        alternatives=("Iraq | Operation to liberate Mosul", "Iraq | Mosul liberated"),
        parts=(
            Part(Span(0, 4), "Iraq", "exonym", "name of a country"),
            Part(Span(7, 23), "Liberation operation", "compound", "Befreiung + Aktion"),
            Part(Span(24, 30), "Mosul", "glossary"),
        ),
        terms=(TermVerdict("Mossul", "Mosul", Verdict.KEPT),),
        checks=(Check("numbers", True), Check("separators", True)),
    ),
    OFFENSIVE: Suggestion(
        "Iraq Mosul offensive by Regierungstrupen against IS",
        "glossary 1",
        parts=(
            Part(Span(0, 4), "Iraq", "exonym"),
            Part(Span(26, 42), "Regierungstrupen", "unknown"),
        ),
        terms=(
            TermVerdict("Mossul", "Mosul", Verdict.KEPT),
            TermVerdict("Offensive", "push", Verdict.MISSING),
        ),
        checks=(Check("translated", False, "one word is as it was"),),
    ),
    REFUGEES: Suggestion("Refugees near Mosul", "glossary 1", checks=(Check("numbers", True),)),
}

EVIDENCE = (
    Evidence(Span(0, 4), "Irak", "exonym", 2.3, "German name of Iraq"),
    Evidence(Span(7, 23), "Befreiungsaktion", "compound", 6.1, "German compound"),
    Evidence(Span(24, 30), "Mossul", "glossary", 4.0, "glossary term"),
)


@dataclass
class Desk:
    """A review under test: the session, its log, its file and its app."""

    session: Session
    log: DecisionLog
    path: Path
    app: ReviewApp = field(init=False)

    def __post_init__(self) -> None:
        """Make the app."""
        self.app = ReviewApp(self.session)

    def shown(self, name: str) -> str:
        """Return what one part of the detail pane says."""
        sheet = self.app.screen.query_one(f"#{name}", Sheet)
        return sheet.plain if sheet.display else ""

    @property
    def title(self) -> str:
        """The title over the detail pane."""
        return str(self.app.screen.query_one(Detail).border_title)

    @property
    def told(self) -> list[str]:
        """The notifications on show."""
        return [each.message for each in self.app._notifications]

    @property
    def text(self) -> str:
        """What the file holds."""
        return self.path.read_text(encoding="utf-8")


def desk(
    folder: Path,
    fragments: Sequence[str] = (LIBERATION, OFFENSIVE, REFUGEES),
    page: str = PAGE,
    suggestions: Mapping[str, Suggestion] = SUGGESTIONS,
    suggest: Callable[[ReviewItem], Suggestion | None] | None = None,
    name: str = "page.txt",
    encoding: str = "utf-8",
) -> Desk:
    """Return a review of the fragments of a page, one a line, in the order of the page."""
    path = folder / name
    path.write_text(page, encoding=encoding, newline="")
    document = text.read(path.read_bytes(), name)
    items = []
    segments = iter(document.segments)
    for fragment in fragments:
        segment = next(each for each in segments if fragment in each.text)
        start = segment.text.index(fragment)
        items.append(
            ReviewItem(
                Finding(
                    rule="untranslated",
                    document=name,
                    segment=segment,
                    span=Span(start, start + len(fragment)),
                    message="German left untranslated",
                    language="de",
                    confidence=0.97,
                    evidence=EVIDENCE if fragment == LIBERATION else (),
                ),
                document,
                path,
            )
        )
    log = DecisionLog(folder / "log.sqlite3")
    answer = suggest or (lambda item: suggestions.get(item.finding.text))
    return Desk(Session(items, log, reviewer="ana", suggest=answer), log, path)


async def loaded(pilot: Pilot[None]) -> None:
    """Wait until every suggestion was made and shown."""
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    screen.loader.join()
    await pilot.pause()
