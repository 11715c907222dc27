"""Terms of glossaries that the translation does not use: ours names, the project's all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa.translation_rules import Translation, TranslationContext
from tests.translation_rules.asking import detector, lexicon, problems, rule

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Die NATO tagt", "The alliance meets"),
        ("de-en", "Gefechte bei Charkiw", "Fighting near Kursk"),
        ("es-en", "Manifestación en Turquía", "Protest in Spain"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("missing-term", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("de-en", "Gefechte bei Charkiw", "Clashes near Kharkiv"),
        ("de-en", "Flüchtlinge im Lager", "Displaced people in a camp"),
        ("de-en", "Großbritannien wählt", "UK votes"),
        ("es-en", "la frontera con Estados Unidos", "the US border"),
        ("ru-en", "Президент Франции", "French president"),
        ("de-en", "Die Vereinten Nationen", "The UN"),
        ("de-de", "Charkiw", "Kursk"),
        ("de-en", "", ""),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("missing-term", source, text, languages) == []


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "own.de-en.csv"
    path.write_text("source,target,status\nGeflüchteter,refugee,\nGipfel,summit,\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("source", "text", "missing"),
    [
        ("Ein Geflüchteter am Zaun", "A migrant at the fence", ["Geflüchteter"]),
        ("Ein Geflüchteter am Zaun", "Refugees at the fence", []),
        ("Gipfel der Geflüchteten", "Meeting of refugees", ["Gipfel"]),
        ("Soldaten am Zaun", "Troops at the fence", []),
    ],
)
def test_all_terms_of_the_project_bind(
    glossary: Path, source: str, text: str, missing: list[str]
) -> None:
    own = TranslationContext(lambda a, b: lexicon(a, b, glossary), detector)
    found = list(rule("missing-term").check(Translation(source, text, "de", "en"), own))
    assert [each.message.split("'")[1] for each in found] == missing


def test_other_targets_than_english_may_be_inflected(tmp_path: Path) -> None:
    path = tmp_path / "own.en-de.csv"
    path.write_text("source,target\nrefugee,Geflüchteter\nceasefire,Waffenruhe\n", "utf-8")
    own = TranslationContext(lambda a, b: lexicon(a, b, path), detector)

    def found(text: str) -> int:
        translation = Translation("A refugee welcomes the ceasefire", text, "en", "de")
        return len(list(rule("missing-term").check(translation, own)))

    assert found("Der Geflüchtete begrüßt die Waffenruhe") == 0
    assert found("Ein Flüchtling begrüßt die Waffenruhe") == 1
    assert found("Ein Mann begrüßt den Frieden") == 2
