"""Lets the site show pages that lie outside docs/ and are read in the repository, too.

A hook of MkDocs (see mkdocs.yml): they become pages of the site, and links to them, which hold in
the repository, are turned to where they are in the site.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).parents[1]

PAGES: Final = {
    "README.md": "readme.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "glossaries/README.md": "glossary-files.md",
    "NOTICE": "NOTICE.txt",
}
"""Where each is in the site, by where it is in the repository."""

# `[c](d)` shown as code is no link.
_LINK: Final = re.compile(r"`[^`\n]*`|(?<=\]\()(?![a-z]+:|#)([^)#\s]+)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages."""
    for path, page in PAGES.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn a page's links."""
    return turned(markdown, page.file.src_uri)


def turned(markdown: str, page: str) -> str:
    """Return a page of the site with each link to where its target is in the site."""
    in_repository = {site: path for path, site in PAGES.items()}.get(page, f"docs/{page}")

    def turn(link: re.Match[str]) -> str:
        if link[1] is None:
            return link[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(in_repository), link[1]))
        in_site = PAGES.get(target)
        if in_site is None:
            if not target.startswith("docs/"):
                return link[1]
            in_site = target.removeprefix("docs/")
        return posixpath.relpath(in_site, posixpath.dirname(page) or ".")

    return _LINK.sub(turn, markdown)
