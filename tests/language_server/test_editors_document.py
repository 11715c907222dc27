"""What docs/editors.md shows is valid, and names the command that there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from capqa.language_server.pages import Page, checked
from capqa.language_server.server import FIX_ALL

SHOWN = (Path(__file__).parents[2] / "docs" / "editors.md").read_text(encoding="utf-8")


def shown(language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", SHOWN, re.DOTALL)
    return str(block)


def test_the_settings_start_the_server() -> None:
    code = json.loads(shown("json"))
    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == [
        "capqa",
        "lsp",
    ]
    assert list(code["editor.codeActionsOnSave"]) == [FIX_ALL]
    helix = tomllib.loads(shown("toml"))["language-server"]["capqa"]
    assert [helix["command"], *helix["args"]] == ["capqa", "lsp"]
    assert "'capqa', 'lsp'" in shown("lua")
    assert '"capqa" "lsp"' in shown("elisp")


def test_pages_of_the_languages_named_are_checked(tmp_path: Path) -> None:
    named = re.findall(r"`([a-z]+)`", SHOWN.partition("or its language is")[2])
    assert len(named) > 3
    for language in {*named} - {"po", "xliff", "vtt", "subrip"}:
        page = Page(str(tmp_path / "page"), language, "<p>Irak</p> in Mosul")
        assert checked(page, lambda *_: None), language
    assert checked(Page(str(tmp_path / "page"), "python", "Irak"), lambda *_: None) is None
