"""Takes docs/images/review.svg: the review screen on the seed page, as it really is.

Run from the repository root: ``python -m docs.screenshot``.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from capqa import pipeline
from capqa.config import Settings
from capqa.review.log import DecisionLog
from capqa.review.session import ReviewItem, Session
from capqa.tui.app import ReviewApp
from capqa.tui.screens.review import ReviewScreen

PAGE = Path("seeds/dw-mosul.txt")
IMAGE = Path("docs/images/review.svg")
SIZE = (120, 34)

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FONTS = "Fira Code, Menlo, Consolas, DejaVu Sans Mono, monospace"


async def screenshot(session: Session) -> str:
    """Return the screen as SVG, with every suggestion made."""
    app = ReviewApp(session)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        screen.loader.join()
        await pilot.pause()
        svg = app.export_screenshot(title="capqa review seeds/dw-mosul.txt")
    # A picture fetches nothing from elsewhere.
    return _WEB_FONTS.sub("", svg).replace("font-family: Fira Code", f"font-family: {_FONTS}")


def main() -> None:
    """Check the seed page and write the picture."""
    os.environ.pop("NO_COLOR", None)
    settings = Settings()
    document = pipeline.read(PAGE)
    items = [ReviewItem(finding, document, PAGE) for finding in pipeline.check(document, settings)]
    with tempfile.TemporaryDirectory() as folder:
        log = DecisionLog(Path(folder) / "review.sqlite3")
        session = Session(
            items,
            log,
            reviewer="docs",
            suggest=lambda item: pipeline.suggest(document, [item.finding], settings)[0],
        )
        svg = asyncio.run(screenshot(session))
        log.close()
    IMAGE.parent.mkdir(parents=True, exist_ok=True)
    IMAGE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
