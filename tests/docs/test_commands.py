"""What pages show of the command line is run, page by page, in a folder of their own.

With CAPQA_UPDATE_SHOWN=1 the pages are changed to show what is printed, instead of compared: read
the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.docs.drivers import DRIVERS
from tests.shown_commands import DOCS, Fence, fences, pages, write_file
from tests.shown_terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

UPDATE = bool(os.environ.get("CAPQA_UPDATE_SHOWN"))

# Reference pages that leave out most of what their commands need.
ELSEWHERE = {DOCS / "glossaries.md"}


PAGES = [
    page
    for page in pages()
    if page not in ELSEWHERE and any(fence.language == "console" for fence in fences(page))
]

TUTORIALS = [DOCS / "index.md", *sorted((DOCS / "tutorials").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(DOCS)) for page in PAGES])
def test_the_commands_of_a_page_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    terminal = Terminal(folder)
    printed: list[tuple[Fence, str]] = []
    for fence in fences(page):
        if fence.title:
            write_file(fence, folder)
        elif fence.mark:
            DRIVERS[fence.mark](terminal, fence)
        elif fence.language == "console":
            assert fence.commands, f"{page.name}:{fence.line} shows no command"
            now = "".join(
                f"$ {command}\n{terminal.run(command, shown)}" for command, shown in fence.session
            )
            printed.append((fence, now))
            if not UPDATE:
                assert now == fence.text, f"{page.name}:{fence.line}"
    if UPDATE:
        update(page, printed)


def update(page: Path, printed: list[tuple[Fence, str]]) -> None:
    text = page.read_text(encoding="utf-8")
    for fence, now in reversed(printed):
        indented = re.sub(r"^(?=.)", fence.indent, now, flags=re.MULTILINE)
        text = text[: fence.start] + indented + text[fence.end :]
    page.write_text(text, encoding="utf-8")


def test_what_cannot_just_be_typed_is_run_all_the_same() -> None:
    marks = [fence.mark for page in pages() for fence in fences(page) if fence.mark]
    assert sorted(marks) == sorted(DRIVERS)


@pytest.mark.parametrize("page", TUTORIALS, ids=[page.name for page in TUTORIALS])
def test_a_tutorial_shows_files_and_terminals_and_nothing_that_is_not_run(page: Path) -> None:
    assert page in PAGES
    for fence in fences(page):
        assert fence.title or fence.language == "console", f"{page.name}:{fence.line}"
