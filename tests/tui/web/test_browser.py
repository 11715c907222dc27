"""The review in a real browser: it shows, obeys keys, and asks nobody but its server."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from capqa.review import DEFAULT_LOG
from tests.browser import browsing, chromium
from tests.tui.web.running import LIBERATION, decided, served, until

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = chromium()
BACKGROUND, SUGGESTED = (0x15, 0x18, 0x1D), (0x7F, 0xD4, 0x8A)


@pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium; on Debian: apt install chromium"
)
async def test_a_review_in_chromium(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert CHROMIUM is not None
    profile = tmp_path_factory.mktemp("chromium") / "profile"
    with served(folder, "page.txt") as review:
        async with browsing(CHROMIUM, profile) as browser:
            tab = await browser.tab()
            await tab.open(review.url, width=1200, height=740)
            await tab.until("document.getElementById('opening')?.hidden")
            while SUGGESTED not in (colors := _colors(await tab.picture())):
                pass
            assert max(colors, key=lambda color: colors[color]) == BACKGROUND
            assert await tab.value("document.fonts.check('16px \"Roboto Mono\"')")

            await tab.press("a")  # nothing was clicked
            await until(lambda: decided(folder / DEFAULT_LOG) == [("ana", "accept", LIBERATION)])

            other = await browser.tab()
            await other.open(review.url, width=800, height=600)
            await tab.until("document.getElementById('told').textContent.startsWith('Open in 2 ')")
            await other.close()
            await tab.until("document.getElementById('told').hidden")

            review.interrupt()
            await tab.until("!document.getElementById('over').hidden")
            said = await tab.value("document.getElementById('said').textContent")
            assert said == "The review was ended where it was started."
            assert tab.errors == []
            assert tab.requests
            own = (review.base, review.base.replace("http", "ws"), "data:")
            assert [each for each in tab.requests if not each.startswith(own)] == []


def _colors(picture: bytes) -> dict[object, int]:
    """Return how many pixels have each colour."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return {color: count for count, color in image.getcolors(1 << 24) or ()}
