"""How long a key takes until it is painted: python -m benchmarks.review.latency [FINDINGS].

A review of so many findings in many files is opened at 120x40, without a terminal but with all that
would be written to it. Printed are the times to begin the session and to the first paint, and for
each key, pressed at the pace of a person, the median and the 95th percentile of the time from the
key to the last paint it led to.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from capqa.formats import text
from capqa.model import Check, Finding, Span, Suggestion
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from capqa.tui import app as app_module
from capqa.tui.app import ReviewApp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.pilot import Pilot
    from textual.screen import Screen

FINDINGS = 50_000
SIZE = (120, 40)
PRESSES = 30
_A_FILE = 20
_CAPTIONS = {
    "Irak | Befreiungsaktion Mossul": "Iraq | Operation to free Mosul",
    "Geflüchtete Kinder im Lager": "Refugee children in the camp",
    "Soldaten der irakischen Armee nördlich von Mossul": "Iraqi soldiers north of Mosul",
    "Zerstörte Häuser in der Altstadt (Archivbild)": "Destroyed houses (file photo)",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was pressed, and the milliseconds each press took until it was painted."""

    name: str
    milliseconds: Sequence[float]

    def __str__(self) -> str:
        """Return a line of a table."""
        worst = statistics.quantiles(self.milliseconds, n=20)[-1]
        return f"{self.name:28}{statistics.median(self.milliseconds):9.1f}{worst:9.1f}"


class TimedApp(ReviewApp):
    """A review that knows when it was painted last."""

    CSS_PATH = str(Path(app_module.__file__).with_name("app.tcss"))

    def __init__(self, session: Session) -> None:
        """Show a session."""
        super().__init__(session)
        self.painted = 0.0

    def _display(self, screen: Screen[object], renderable: object | None) -> None:
        # Without a terminal Textual leaves out what it takes to make bytes of a screen.
        if renderable is not None and not self._batch_count:
            render = getattr(renderable, "render_segments", None)
            if render is not None:
                render(self.console)
            self.painted = time.perf_counter()
        super()._display(screen, renderable)  # type: ignore[arg-type]


def main(arguments: list[str]) -> int:
    """Measure and print; return the exit code."""
    count = int(arguments[0]) if arguments else FINDINGS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        items = _items(folder, count)
        log = DecisionLog(folder / "log")
        begun = time.perf_counter()
        session = Session(items, log, reviewer="ana", suggest=_suggestion)
        print(f"{count:,} findings in {len({item.path for item in items}):,} files")
        print(f"{'session':28}{(time.perf_counter() - begun) * 1000:9.1f}")
        asyncio.run(_measured(session))
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


async def _measured(session: Session) -> None:
    begun = time.perf_counter()
    app = TimedApp(session)
    async with app.run_test(size=SIZE) as pilot:
        await _until_painted(app, pilot)
        print(f"{'first paint':28}{(app.painted - begun) * 1000:9.1f}\n")
        print(f"{'key to paint, ms':28}{'median':>9}{'95 %':>9}")
        for name, keys in _scripts():
            print(await _pressed(app, pilot, name, keys), flush=True)


def _scripts() -> Iterable[tuple[str, Sequence[str]]]:
    """Yield what is measured: each key often, as a reviewer would."""
    for key in "jnas":
        yield f"{key}, suggestions being made", [key] * PRESSES


async def _pressed(app: TimedApp, pilot: Pilot[None], name: str, keys: Iterable[str]) -> Measured:
    times = []
    for key in keys:
        begun = time.perf_counter()
        assert app._driver is not None
        app._driver.send_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        if app.painted < begun:
            raise AssertionError(f"{key} painted nothing")
        times.append((app.painted - begun) * 1000)
    return Measured(name, times)


async def _until_painted(app: TimedApp, pilot: Pilot[None]) -> None:
    while not app.painted:
        await pilot.pause()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
