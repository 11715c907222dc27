"""The shipped glossaries of languages without morphology here, on captions as they stand."""

from __future__ import annotations

import pytest

from capqa.glossary.termbase import Termbase


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Irak: des réfugiés à Mossoul", ["Iraq", "refugees", "Mosul"]),
        ("fr", "Gilets jaunes à Bruxelles", ["yellow vests", "Brussels"]),
        ("es", "EE.UU. | Protestas en Venezuela", ["United States", "protests", "Venezuela"]),
        ("it", "Siria, campo profughi", ["Syria", "refugee camp"]),
        ("pt", "Síria: soldados em Damasco", ["Syria", "soldiers", "Damascus"]),
        ("nl", "Duitse soldaten in Oekraïne", ["German", "soldiers", "Ukraine"]),
        ("tr", "İSTANBUL darbe girişimi", ["Istanbul", "coup attempt"]),
        ("tr", "KIRIM", ["Crimea"]),
        ("pl", "Protesty w Warszawie", ["protests", "Warsaw"]),
        ("ru", "Акция протеста в Москве", ["protest", "Moscow"]),
        ("ru", "Чёрное море", ["Black Sea"]),
        ("uk", "Обстріл Харкова", ["shelling", "Kharkiv"]),
        ("ar", "قصف على حلب", ["shelling", "Aleppo"]),
    ],
)
def test_caption(language: str, text: str, targets: list[str]) -> None:
    termbase = Termbase.load(language, "en")
    assert [match.target for match in termbase.find(text)] == targets
