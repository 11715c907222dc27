from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import capqa
from capqa.audit import conditions
from capqa.audit.conditions import conditions_of
from capqa.audit.fields import Fields
from capqa.model import Severity
from tests.audit.archives import choices

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_changes_results_changes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = conditions_of(choices())
    assert before == conditions_of(choices())
    assert before != conditions_of(choices(target="de"))
    assert before != conditions_of(replace(choices(), fields=Fields(section="desk")))
    monkeypatch.setattr(capqa, "__version__", "9")
    assert before != conditions_of(choices())


def test_what_changes_no_result_does_not(tmp_path: Path) -> None:
    told = choices(fail_on=Severity.ERROR, baseline=tmp_path / "x", file=tmp_path / "capqa.toml")
    assert conditions_of(choices()) == conditions_of(told)


def test_a_glossary_counts_by_its_content(tmp_path: Path) -> None:
    glossary = tmp_path / "house.de-en.csv"
    glossary.write_text("source,target\nKiesgrube,gravel pit\n", encoding="utf-8")
    before = conditions_of(choices(glossaries=(glossary,)))
    elsewhere = tmp_path / "b"
    elsewhere.mkdir()
    moved = glossary.rename(elsewhere / glossary.name)
    assert conditions_of(choices(glossaries=(moved,))) == before
    moved.write_text("source,target\nKiesgrube,sand pit\n", encoding="utf-8")
    assert conditions_of(choices(glossaries=(moved,))) != before


def test_code_counts_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = conditions_of(choices())
    package = tmp_path / "capqa"
    package.mkdir()
    (package / "__init__.py").write_text("")
    monkeypatch.setattr(capqa, "__file__", str(package / "__init__.py"))
    conditions._code.cache_clear()
    try:
        assert conditions_of(choices()) != before
    finally:
        monkeypatch.undo()
        conditions._code.cache_clear()
