"""The beginning and the end of a page that asks nothing of the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.reports._html.elements import element, written

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path(__file__).parent


def head(title: str, *, script: str | None = None, styles: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the page up to its main part.

    Its style is that of all pages with what the files ``styles`` add. It runs no script but that in
    the file ``script``, which `foot` is given too; both are in this folder.
    """
    style = "".join(map(_read, ("page.css", *styles)))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src {_quoted_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    for made in (
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
    ):
        yield written(made) + "\n"
    yield f"<style>{style}</style>\n</head>\n<body>\n<main>\n"


def foot(*, script: str | None = None) -> str:
    """Return the end of the page."""
    run = f"<script>{_read(script)}</script>\n" if script else ""
    return f"</main>\n{run}</body>\n</html>\n"


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _quoted_hash(script: str | None) -> str:
    return f"'{_hash(_read(script))}'" if script else "'none'"


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
