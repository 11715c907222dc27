"""Writes the table of the review's keys into docs/tutorials/review.md, as the keymap has them.

Run from the repository root, after a key has changed: ``python -m docs.keys``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from capqa.tui.keymap import Key, grouped
from capqa.tui.review_keys import OTHERS, REVIEW

PAGE: Final = Path(__file__).parent / "tutorials" / "review.md"

_PLACE: Final = re.compile(
    r"(?<=<!-- keys: made by python -m docs\.keys -->\n\n).*?(?=\n<!-- /keys)", re.S
)


def table() -> str:
    """Return the table: for each group of keys what they do."""
    lines = ["| | key | does | name |", "| --- | --- | --- | --- |"]
    for group, keys in grouped((*REVIEW, *OTHERS)).items():
        lines += [_row(group if key is keys[0] else "", key) for key in keys]
    return "".join(f"{line}\n" for line in lines)


def _row(group: str, key: Key) -> str:
    shown = " ".join(f"`{each}`" for each in key.shown.split())
    # By their names reviewers give these keys others; the rest is as it is.
    name = f"`{key.name}`" if key in REVIEW and "{" not in key.action else ""
    return f"| {group} | {shown} | {key.help} | {name} |".replace("|  |", "| |")


def written(page: str) -> str:
    """Return the page with the table in its place. Raises ValueError where it has none."""
    page, places = _PLACE.subn(lambda _: table(), page)
    if places != 1:
        raise ValueError(f"{PAGE} has {places} places for the keys, not one")
    return page


def main() -> None:
    """Write the table."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
