"""The site is built without a warning, shows every page, and asks nobody else for anything."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from docs import outside_pages
from tests.shown_commands import DOCS, ROOT, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# An address here is fetched when a page is opened; that of a link is not.
FETCHED = {
    ("audio", "src"),
    ("embed", "src"),
    ("form", "action"),
    ("iframe", "src"),
    ("image", "href"),
    ("img", "src"),
    ("img", "srcset"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("use", "href"),
    ("video", "poster"),
    ("video", "src"),
}
# What the theme's program asks only where a page has a diagram, or the settings name a repository;
# the others are in the texts of errors and licences.
ASKED_IN_VAIN = {"api.github.com", "unpkg.com"}


class Addresses(HTMLParser):
    """Collects the addresses, anchors and style sheets of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.linked: list[str] = []
        self.anchors: set[str] = {""}
        self.styles = ""
        self._in_style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        for name, value in attributes:
            if (tag, name) in FETCHED:
                self.fetched.append(value or "")
            if (tag, name) == ("a", "href"):
                self.linked.append(value or "")
            if name == "id" or (tag, name) == ("a", "name"):
                self.anchors.add(value or "")
            if name == "style":
                self.styles += f"{value}\n"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.styles += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of the site, built as `make docs` builds it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        folder = tmp_path_factory.mktemp("site")
        settings = load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder))
        # What is counted as a warning makes the strict build fail.
        build(settings)
        yield folder


@pytest.fixture(scope="module")
def built(site: Path) -> dict[Path, Addresses]:
    """Return what there is in each page."""
    return {page: Addresses(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")}


def test_every_page_is_in_the_menu(site: Path) -> None:
    home = Addresses((site / "index.html").read_text(encoding="utf-8"))
    written = {page.relative_to(DOCS).with_suffix(".html").as_posix() for page in pages()}
    outside = {page for page in outside_pages.PAGES.values() if page.endswith(".md")}
    assert written | {page.replace(".md", ".html") for page in outside} <= set(home.linked)


def test_every_link_of_ours_leads_somewhere(built: dict[Path, Addresses], site: Path) -> None:
    for page, addresses in built.items():
        if page.name == "404.html":
            continue
        for address in {*addresses.linked, *addresses.fetched}:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_relative_to(site)
            assert target.exists(), f"{page.name}: {address}"
            if target in built:
                assert unquote(parts.fragment) in built[target].anchors, f"{page.name}: {address}"


def test_nothing_is_fetched_from_elsewhere(built: dict[Path, Addresses], site: Path) -> None:
    for page, addresses in built.items():
        for address in addresses.fetched:
            parts = urlsplit(address)
            assert not parts.netloc, f"{page.name}: {address}"
            assert parts.scheme in ("", "data")
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", addresses.styles)
    for style in site.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", text), style
    for picture in site.rglob("*.svg"):
        text = picture.read_text(encoding="utf-8")
        assert not re.search(r"(?:href|src)=['\"](?:https?:)?//|url\(\s*['\"]?https?:", text)


def test_programs_ask_nobody_else(built: dict[Path, Addresses], site: Path) -> None:
    for program in site.rglob("*.js"):
        text = program.read_text(encoding="utf-8")
        asked = re.findall(
            r"(?:fetch|import|open|Request|src\s*=)\W{0,3}(?:https?:)?//([^/\"'`]+)", text
        )
        assert set(asked) <= ASKED_IN_VAIN, program
    for page in built:
        text = page.read_text(encoding="utf-8")
        assert 'class="mermaid"' not in text
        assert 'data-md-component="source"' not in text


def test_what_can_be_searched_is_all_there_and_needs_no_server(site: Path) -> None:
    index = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    found = json.loads(index.removeprefix("var __index = "))["docs"]
    texts = " ".join(each["text"] for each in found if each["location"].startswith("tutorials/"))
    assert "Befreiungsaktion" in texts
    assert "IFrameWorker" in (site / "javascripts" / "iframe-worker.js").read_text(encoding="utf-8")


def test_no_program_of_ours_is_published(site: Path) -> None:
    assert not list(site.rglob("*.py"))


def test_a_broken_link_stops_the_build(tmp_path: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[gone](gone.md)\n", encoding="utf-8")
    validation = re.search(
        r"^validation:\n(?: .*\n)+", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M
    )
    assert validation
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\n{validation[0]}", encoding="utf-8")
    settings = load_config(str(tmp_path / "mkdocs.yml"), strict=True)
    with pytest.raises(Abort):
        build(settings)


def test_links_that_hold_in_the_repository_are_turned_to_the_site() -> None:
    turned = outside_pages.turned
    assert turned("[a](docs/gate.md#speed) [b](NOTICE)", "readme.md") == (
        "[a](gate.md#speed) [b](NOTICE.txt)"
    )
    assert turned("[a](../README.md#formats)", "formats.md") == "[a](readme.md#formats)"
    assert turned("[a](check.md) [b](../gate.md)", "tutorials/check.md") == (
        "[a](check.md) [b](../gate.md)"
    )
    kept = "[a](https://pre-commit.com/docs) [b](#here) `[c](docs/x)`"
    assert turned(kept, "gate.md") == kept
