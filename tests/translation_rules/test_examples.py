"""The examples in every rule's docstring hold, whoever wrote the rule."""

from __future__ import annotations

import ast
import re
from inspect import cleandoc, getdoc
from pathlib import Path
from typing import NamedTuple

import pytest

from capqa import plugins
from capqa.translation_rules import GROUP
from tests.translation_rules.asking import problems, rule

NAMES = plugins.names(GROUP)
# A literal of Python for each text; a docstring writes \\n for what its reader shall see as \n.
EXAMPLE = re.compile(r"""([a-z]{2,3}) (r?'.*'|".*") -> ([a-z]{2,3}) ('.*'|".*")""")
SECTIONS = ("## What it does", "## Why is this bad?", "## Reported", "## Clean", "## Measured")


class Example(NamedTuple):
    source: str
    text: str
    languages: str


def section(name: str, title: str) -> list[str]:
    documentation = cleandoc(getdoc(rule(name)) or "")
    _, _, after = documentation.partition(f"{title}\n")
    return [line for line in after.partition("\n## ")[0].splitlines() if line.strip()]


def examples(name: str, title: str) -> list[Example]:
    found = []
    for line in section(name, title):
        match = EXAMPLE.fullmatch(line)
        if match:
            source, text = ast.literal_eval(match[2]), ast.literal_eval(match[4])
            found.append(Example(source, text, f"{match[1]}-{match[3]}"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_what_is_reported_is(name: str) -> None:
    for source, text, languages in examples(name, "## Reported"):
        found = problems(name, source, text, languages)
        assert found, (source, text)
        assert all(0 <= each.span.start <= each.span.end <= len(text) for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_clean_is(name: str) -> None:
    for source, text, languages in examples(name, "## Clean"):
        assert problems(name, source, text, languages) == []


@pytest.mark.parametrize("name", NAMES)
def test_documentation_is_complete(name: str) -> None:
    documentation = cleandoc(getdoc(rule(name)) or "")
    places = [documentation.find(f"\n{title}\n") for title in SECTIONS]
    assert -1 not in places
    assert places == sorted(places)
    assert len(documentation.splitlines()[0]) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_an_example_section_is_an_example_or_says_why_there_is_none(
    name: str,
) -> None:
    reported, clean = section(name, "## Reported"), section(name, "## Clean")
    assert clean
    assert len(examples(name, "## Clean")) == len(clean)
    if examples(name, "## Reported"):
        assert len(examples(name, "## Reported")) == len(reported)
    else:
        assert reported[0].startswith("No example stands alone:")
        # What has no example has cases of its own at least.
        twin = Path(__file__).with_name(f"test_{name.replace('-', '_')}.py")
        assert twin.is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_tests_of_its_own(name: str) -> None:
    assert Path(__file__).with_name(f"test_{name.replace('-', '_')}.py").is_file()
