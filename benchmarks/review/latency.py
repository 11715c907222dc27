"""How long a key takes until it is painted: python -m benchmarks.review.latency [FINDINGS].

A review of so many findings in many files is opened at 120x40, without a terminal but with all that
would be written to it: while each suggestion takes 10 ms of computing, when all are made, and when
all findings are decided. Printed are the milliseconds to begin the session and to the first paint;
and for each key, pressed when all is quiet, the median and the 95th percentile of the time to the
first paint and to the last, which may be that of a scroll bar or the footer.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

from capqa.formats import text
from capqa.model import Action, Check, Decision, Finding, Span, Suggestion
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from capqa.tui import app as app_module
from capqa.tui.app import ReviewApp
from capqa.tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.pilot import Pilot
    from textual.screen import Screen

FINDINGS = 50_000
SIZE = (120, 40)
PRESSES = 30
_A_FILE = 20
_QUIET = 0.07
_NAMES = {"/": "slash", " ": "space", "-": "minus"}
_CAPTIONS = {
    "Irak | Befreiungsaktion Mossul": "Iraq | Operation to free Mosul",
    "Geflüchtete Kinder im Lager": "Refugee children in the camp",
    "Soldaten der irakischen Armee nördlich von Mossul": "Iraqi soldiers north of Mosul",
    "Zerstörte Häuser in der Altstadt (Archivbild)": "Destroyed houses (file photo)",
}


@dataclass(slots=True)
class Measured:
    """What was pressed, and the milliseconds each press took to its first and last paint."""

    name: str
    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        """Return a line of a table."""
        return f"{self.name:24}" + "".join(
            f"{value:8.1f}"
            for times in (self.first, self.last)
            for value in (statistics.median(times), statistics.quantiles(times, n=20)[-1])
        )


class TimedApp(ReviewApp):
    """A review that knows when it was painted."""

    CSS_PATH = str(Path(app_module.__file__).with_name("app.tcss"))

    def __init__(self, session: Session) -> None:
        """Show a session."""
        super().__init__(session)
        self.painted: list[float] = []

    def _display(self, screen: Screen[object], renderable: object | None) -> None:
        # Without a terminal Textual leaves out what it takes to make bytes of a screen.
        if renderable is not None and not self._batch_count:
            render = getattr(renderable, "render_segments", None)
            if render is not None:
                render(self.console)
            self.painted.append(time.perf_counter())
        super()._display(screen, renderable)  # type: ignore[arg-type]


def main(arguments: list[str]) -> int:
    """Measure and print; return the exit code."""
    count = int(arguments[0]) if arguments else FINDINGS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        items = _items(folder, count)
        print(f"{count:,} findings in {len({item.path for item in items}):,} files")
        for title, suggest, decided, steps in (
            ("suggestions being made", _slow_suggestion, False, _DECIDING),
            ("all suggestions made", _suggestion, False, [*_DECIDING, *_FINDING]),
            ("all decided", _suggestion, True, _DECIDED),
        ):
            log = DecisionLog(folder / title)
            if decided:
                log.append(*map(_dismissed, items))
            begun = time.perf_counter()
            session = Session(items, log, reviewer="ana", suggest=suggest)
            milliseconds = (time.perf_counter() - begun) * 1000
            print(f"\n{title}\n{'session':24}{milliseconds:8.1f}")
            asyncio.run(_measured(session, steps, wait=suggest is _suggestion))
            log.close()
    return 0


def _items(folder: Path, count: int) -> list[ReviewItem]:
    captions = list(_CAPTIONS)
    items: list[ReviewItem] = []
    while len(items) < count:
        number = len(items) // _A_FILE
        path = folder / f"desk-{number % 50}" / f"page-{number:05}.txt"
        path.parent.mkdir(exist_ok=True)
        here = range(len(items), min(len(items) + _A_FILE, count))
        lines = [f"{captions[index % len(captions)]} {index}" for index in here]
        path.write_text("\n\n".join(lines), encoding="utf-8")
        document = text.read(path.read_bytes(), str(path.relative_to(folder)))
        items += [
            ReviewItem(
                Finding(
                    rule="untranslated" if index % 3 else "glossary-term",
                    document=document.name,
                    segment=segment,
                    span=Span(0, len(segment.text)),
                    message="German left untranslated",
                    language="de" if index % 5 else "fr",
                    confidence=0.85 + index % 15 / 100,
                ),
                document,
                path,
                "en",
            )
            for index, segment in zip(here, document.segments, strict=True)
        ]
    return items


def _suggestion(item: ReviewItem) -> Suggestion:
    caption, _, number = item.finding.text.rpartition(" ")
    return Suggestion(
        f"{_CAPTIONS[caption]} {number}", "benchmark", checks=(Check("numbers", True),)
    )


def _slow_suggestion(item: ReviewItem) -> Suggestion:
    done = time.thread_time() + 0.01
    while time.thread_time() < done:
        sum(range(1000))
    return _suggestion(item)


def _dismissed(item: ReviewItem) -> Decision:
    return Decision(
        fingerprint=item.finding.fingerprint,
        document=item.document.name,
        action=Action.DISMISS,
        text="",
        source=item.finding.text,
        reviewer="ana",
        time="2026-11-24T12:00:00+00:00",
        base_hash=item.document.content_hash,
    )


_TYPED = "kinder im lager 12 "
_DECIDING = [
    *((key, [key] * PRESSES) for key in "jnas"),
    ("u", ["u"] * PRESSES),
    ("/ and typing", ["/", *_TYPED, *["backspace"] * len(_TYPED), "escape"]),
]
_FINDING = [
    ("f and escape", ["f", "escape"] * 10),
    (
        "in the filter",
        ["f", "j", " ", "tab", " ", "c", "j", "j", "tab", " ", "/", *"page-00", *"q"],
    ),
]
_DECIDED = [(key, [key] * PRESSES) for key in "jnu"]


async def _measured(
    session: Session, steps: Iterable[tuple[str, Sequence[str]]], *, wait: bool
) -> None:
    begun = time.perf_counter()
    app = TimedApp(session)
    async with app.run_test(size=SIZE) as pilot:
        while not app.painted:
            await pilot.pause()
        print(f"{'first paint':24}{(app.painted[0] - begun) * 1000:8.1f}")
        print(f"{'':24}{'first':>8}{'95 %':>8}{'last':>8}{'95 %':>8}")
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        while wait and not all(map(session.has_suggestion, range(len(session.items)))):
            await pilot.pause(0.1)
        for field_ in screen.query(Input):
            field_.cursor_blink = False
        for name, keys in steps:
            print(await _pressed(app, pilot, name, keys), flush=True)


async def _pressed(app: TimedApp, pilot: Pilot[None], name: str, keys: Iterable[str]) -> Measured:
    measured = Measured(name)
    for key in keys:
        await _quiet(app, pilot)
        app.painted.clear()
        begun = time.perf_counter()
        assert app._driver is not None
        app._driver.send_message(events.Key(_NAMES.get(key, key), key if len(key) == 1 else None))
        while not app.painted:
            await pilot.pause(_QUIET)
        await _quiet(app, pilot)
        measured.first.append((app.painted[0] - begun) * 1000)
        measured.last.append((app.painted[-1] - begun) * 1000)
    return measured


async def _quiet(app: TimedApp, pilot: Pilot[None]) -> None:
    """Wait until nothing was painted for a while."""
    painted = -1
    while painted != len(app.painted):
        painted = len(app.painted)
        await pilot.pause(_QUIET)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
