"""What reference pages and the README say to type is something that capqa takes.

They leave out most of what their commands need: these are parsed, where those of the tutorials are
run; `test_reference_commands` runs those that need no more than some files.
"""

from __future__ import annotations

import argparse
import re
import shlex
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import pytest

from capqa import plugins
from tests.shown_commands import DOCS, ROOT, fences, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = [page for page in pages() if page.parent == DOCS]
PAGES += [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "glossaries" / "README.md"]
ALL = sorted({*PAGES, *pages()})

IN_LINE = re.compile(r"(?<!`)`capqa\s+([a-z-]+)\b([^`]*)`(?!`)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def parser_of(command: str) -> argparse.ArgumentParser:
    assert command in plugins.names("capqa.commands"), command
    parser = argparse.ArgumentParser(prog=f"capqa {command}", allow_abbrev=False)
    cast("Any", plugins.load("capqa.commands", command)).add_arguments(parser)
    return parser


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """Return the options of a command and of the commands below it."""
    options: set[str] = set()
    for action in parser._actions:
        options.update(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                options |= options_of(below)
    return options


def typed(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of each command in the fences of a page."""
    for fence in fences(page):
        if fence.language in ("sh", "console"):
            for line in fence.text.replace("\\\n", " ").splitlines():
                words = shlex.shlex(line.removeprefix("$ "), posix=True, punctuation_chars=True)
                words.whitespace_split = True
                if line.removeprefix("$ ").startswith("capqa "):
                    for is_shell, command in groupby(words, lambda word: word in "|&&;>"):
                        program, *arguments = command
                        if not is_shell and program == "capqa":
                            yield arguments


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_each_command_is_one_that_there_is(page: Path) -> None:
    for command, *arguments in typed(page):
        parser_of(command).parse_args(arguments)


@pytest.mark.parametrize("page", ALL, ids=named)
def test_each_command_and_option_in_a_sentence_is_one_that_there_is(page: Path) -> None:
    for command, rest in IN_LINE.findall(page.read_text(encoding="utf-8")):
        asked = set(OPTION.findall(rest))
        assert asked <= options_of(parser_of(command)), f"capqa {command}{rest}"


def test_there_are_commands_to_look_at() -> None:
    assert sum(len(list(typed(page))) for page in PAGES) > 10
