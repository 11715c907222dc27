from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from capqa import plugins
from capqa.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULES = "capqa.rules"
SUGGESTED = "FOR_SUGGESTIONS"


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Offer a rule of another distribution, ``shouting_captions``, and forget it afterwards."""
    module = ModuleType("another_distribution")
    entry = EntryPoint("shouting_captions", "another_distribution", RULES)
    monkeypatch.setitem(sys.modules, "another_distribution", module)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry] if group == RULES else [])
    plugins.names.cache_clear()
    plugins.load.cache_clear()
    yield module
    plugins.names.cache_clear()
    plugins.load.cache_clear()


def test_our_own_modules_are_plugins_and_private_ones_are_not() -> None:
    assert "untranslated" in plugins.names(RULES)
    assert not any(name.startswith(("-", "_")) for name in plugins.names("capqa.commands"))


def test_an_entry_point_adds_a_plugin(foreign: ModuleType) -> None:
    foreign.check = lambda segment, context: []  # type: ignore[attr-defined]
    assert "shouting-captions" in plugins.names(RULES)
    assert plugins.load(RULES, "shouting-captions", ("check",)) is foreign


def test_an_installed_distribution_is_found(tmp_path: Path) -> None:
    (tmp_path / "shouting.py").write_text("def check(segment, context):\n    return []\n")
    metadata = tmp_path / "shouting-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[capqa.rules]\nshouting = shouting\n")
    script = "from capqa import plugins; print(plugins.names('capqa.rules'))"
    printed = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.append({str(tmp_path)!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "'shouting'" in printed
    assert "'untranslated'" in printed


def test_a_plugin_that_lacks_what_it_must_offer_is_refused(foreign: ModuleType) -> None:
    with pytest.raises(PluginError, match="'shouting-captions' has no 'check'"):
        plugins.load(RULES, "shouting-captions", ("check",))


def test_an_unknown_plugin_is_refused_with_the_choice() -> None:
    with pytest.raises(PluginError, match=r"no rule is called 'untranslatd'; choose from .*untr"):
        plugins.load(RULES, "untranslatd")


def test_a_plugin_that_fails_to_import_is_refused_in_one_line(
    foreign: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "another_distribution", None)
    with pytest.raises(PluginError, match="cannot be loaded") as raised:
        plugins.load(RULES, "shouting-captions")
    assert "\n" not in str(raised.value)


def test_what_a_plugin_has_is_told_without_importing_it() -> None:
    group = "capqa.translation_rules"
    told = [name for name in plugins.names(group) if plugins.may_have(group, name, SUGGESTED)]
    has = [name for name in plugins.names(group) if hasattr(plugins.load(group, name), SUGGESTED)]
    assert set(has) <= set(told) < set(plugins.names(group))


def test_a_plugin_of_another_distribution_may_have_anything(foreign: ModuleType) -> None:
    assert plugins.may_have(RULES, "shouting-captions", "whatever")
