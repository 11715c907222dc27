"""What is reported as untranslated beyond what the detector is tested for."""

from __future__ import annotations

from capqa import checking
from capqa.config import Settings
from capqa.formats import po


def found(translation: str) -> list[str]:
    page = f'msgid "x"\nmsgstr "{translation}"\n'
    document = po.read(page.encode(), "en.po")
    return [finding.text for finding in checking.check(document, Settings(rules=("untranslated",)))]


def test_placeholders_are_words_of_no_language() -> None:
    assert found("%(kayttaja)s %(paivamaara)s {Anzahl} <strong>") == []


def test_words_around_placeholders_still_are() -> None:
    assert found("Der Benutzer %(name)s wurde gelöscht") == ["Der Benutzer %(name)s wurde gelöscht"]
