"""Which rules are applied to what, and how grave their findings are."""

from __future__ import annotations

import pytest

from capqa import checking
from capqa.config import Settings
from capqa.config.settings import Override
from capqa.errors import PluginError
from capqa.formats import html
from capqa.model import Role, Severity

PAGE = (
    "<h1>Irak | Befreiungsaktion Mossul</h1><figure><img alt='Geflüchtete Kinder im Lager'>"
    "<figcaption>Un enfant devant une maison détruite</figcaption></figure>"
)


def found(settings: Settings, page: str = PAGE, name: str = "page.html") -> list[str]:
    document = html.read(page.encode(), name)
    return [
        f"{finding.language} {finding.segment.role} {finding.severity}"
        for finding in checking.check(document, settings)
    ]


def test_all_by_default() -> None:
    assert found(Settings()) == ["de headline error", "de alt error", "fr caption error"]


def test_languages_roles_and_severities() -> None:
    assert found(Settings(languages=("fr",))) == ["fr caption error"]
    assert found(Settings(roles=(Role.ALT, Role.HEADLINE))) == [
        "de headline error",
        "de alt error",
    ]
    notes = Settings(severities=(("untranslated", Severity.NOTE),), languages=("fr",))
    assert found(notes) == ["fr caption note"]
    assert found(Settings(severities=(("untranslated", None),))) == []


def test_a_file_may_have_settings_of_its_own() -> None:
    settings = Settings(overrides=(Override(("arc/",), (("languages", ("fr",)),)),))
    assert len(found(settings, name="arc/page.html")) == 1
    assert len(found(settings, name="new/page.html")) == 3


def test_an_unknown_rule_is_refused_wherever_it_is_named() -> None:
    for settings in (Settings(rules=("x",)), Settings(severities=(("x", None),))):
        with pytest.raises(PluginError, match="no rule is called 'x'"):
            found(settings)


@pytest.mark.parametrize(
    ("allow", "page", "left"),
    [
        (("Verletzte Frauen",), "<p>Verletzte Frauen</p>", []),
        (("verletzte",), "<p>Verletzte Frauen</p>", ["de"]),
        (("VERLETZTE  FRAUEN",), "<p>Verletzte\nFrauen</p>", []),
        (("Freiheit",), "<p>Freiheitskämpfer vor dem Lager</p>", ["de"]),
        (("C++ [x",), "<p>Freiheitskämpfer vor dem Lager</p>", ["de"]),
        (("Lager vor",), "<p>Geflüchtete Kinder im Lager vor der Stadt</p>", ["de"]),
    ],
)
def test_what_is_allowed_is_no_sign_of_another_language(
    allow: tuple[str, ...], page: str, left: list[str]
) -> None:
    assert [each.split()[0] for each in found(Settings(allow=allow), page)] == left
