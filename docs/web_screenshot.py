"""Takes docs/images/review-web.png: the review of the seed page in headless Chromium.

Run from the repository root: ``python -m docs.web_screenshot``.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from tests.browser import browsing, chromium
from tests.tui.web.running import served

PAGE = Path("seeds/dw-mosul.txt")
IMAGE = Path("docs/images/review-web.png")
WIDTH, HEIGHT = 1200, 740
# The suggestion is made while the page is shown already.
SECONDS_TO_SUGGEST = 3


async def screenshot(program: str, folder: Path) -> bytes:
    """Return the page as PNG, with every suggestion made."""
    shutil.copy(PAGE, folder)
    with served(folder, PAGE.name) as review:
        async with browsing(program, folder / "profile") as browser:
            tab = await browser.tab()
            await tab.open(review.url, width=WIDTH, height=HEIGHT)
            await tab.until("document.getElementById('opening')?.hidden")
            await asyncio.sleep(SECONDS_TO_SUGGEST)
            return await tab.picture()


def main() -> None:
    """Review the seed page and write the picture."""
    os.environ.pop("NO_COLOR", None)
    program = chromium()
    if program is None:
        raise SystemExit("there is no Chromium; on Debian: apt install chromium")
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(screenshot(program, Path(folder)))
    IMAGE.write_bytes(picture)


if __name__ == "__main__":
    main()
