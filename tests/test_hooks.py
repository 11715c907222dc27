"""The hooks for pre-commit run, and on the files they are for."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from capqa.__main__ import main
from capqa.formats import html, po, srt, text, ttml, webvtt, xliff

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[1]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}


def run(hook: str, *files: str) -> int:
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "capqa"
    return main([*arguments, *files])


def test_hooks_say_what_pre_commit_asks_for() -> None:
    for hook in HOOKS.values():
        assert hook.keys() >= {"id", "name", "description", "entry", "language"}
        assert hook["language"] == "python"


def test_pages_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "seeds" / "dw-mosul.txt", tmp_path)
    (tmp_path / "clean.html").write_text("<p>Forces close in on Mosul.</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("capqa-check", "dw-mosul.txt", "clean.html") == 1
    assert "dw-mosul.txt:11:1: error: German left untranslated" in capsys.readouterr().out
    assert run("capqa-check", "clean.html") == 0


def test_documents_are_chosen_and_programs_are_not() -> None:
    chosen = re.compile(HOOKS["capqa-check"]["files"])
    for format_ in (html, po, srt, text, ttml, webvtt, xliff):
        # What is called .xml may be anything.
        for ending in {*format_.SUFFIXES} - {".xml"}:
            assert chosen.search(f"pages/a{ending}")
    for other in ("a.py", "Makefile", "a.toml", "a.yaml", "a.html.py", "html"):
        assert not chosen.search(other)


def test_glossaries_are_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "glossaries").mkdir()
    name = "glossaries/house.de-en.csv"
    assert re.search(HOOKS["capqa-glossary-lint"]["files"], name)
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("source,target\nBrücke,bridge\n", encoding="utf-8")
    assert run("capqa-glossary-lint", name) == 0
    Path(name).write_text("source,target\nBrücke,bridge\nBrücke,bridge\n", encoding="utf-8")
    assert run("capqa-glossary-lint", name) == 1
