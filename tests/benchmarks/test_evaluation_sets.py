from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.detection import sets
from benchmarks.detection.clean_english import clean_english

LANGUAGES = {
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "tr",
    "ru",
    "uk",
    "ar",
    "sv",
    "cs",
    "ro",
    "el",
    "fa",
    "zh",
}


def mixed_texts() -> list[str]:
    return [line.text for line in sets.mixed()]


def test_captions_are_many_in_many_languages_and_all_flagged() -> None:
    captions = sets.captions()
    by_language = Counter(line.language for line in captions)
    assert len(captions) >= 320
    assert by_language["de"] >= 150
    assert set(by_language) == LANGUAGES
    assert min(by_language.values()) >= 10
    assert all(line.flag for line in captions)
    assert sum(line.kind == "exonym" for line in captions) >= 15


def test_negatives_are_many_and_none_is_flagged() -> None:
    negatives = sets.negatives()
    assert len(negatives) >= 450
    assert {line.language for line in negatives} == {"en"}
    assert not any(line.flag for line in negatives)


def test_mixed_spans_are_tight_ordered_and_in_range() -> None:
    mixed = sets.mixed()
    assert len(mixed) >= 150
    assert sum(not line.spans for line in mixed) >= 20
    for line in mixed:
        assert (line.language == "en") == (not line.spans)
        assert line.language in LANGUAGES | {"en"}
        ends = [0]
        for start, end in line.spans:
            fragment = line.text[start:end]
            assert ends[-1] <= start < end <= len(line.text)
            assert fragment == fragment.strip()
            assert fragment != line.text
            ends.append(end)


def test_mixed_spans_cover_what_the_markup_encloses() -> None:
    line = sets._mixed_line("de\tFrom ⟦Mossul⟧ to ⟦Kairo⟧.")
    assert line == sets.MixedLine("From Mossul to Kairo.", "de", ((5, 11), (15, 20)))


@pytest.mark.parametrize("row", ["de\t⟦Mossul", "de\tMossul⟧", "de\t⟦Mos⟦sul⟧"])
def test_unbalanced_markup_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="unbalanced markup"):
        sets._mixed_line(row)


def test_no_text_stands_twice_within_or_between_the_sets() -> None:
    lines = [*sets.captions(), *sets.negatives(), *sets.development()]
    texts = Counter(text.casefold() for text in [*(line.text for line in lines), *mixed_texts()])
    assert [text for text, count in texts.items() if count > 1] == []


def test_clean_english_is_large_and_shares_nothing_with_the_foreign_sets() -> None:
    clean = clean_english()
    foreign = {line.text for line in sets.captions()} | set(mixed_texts())
    assert len(clean) >= 5000
    assert len({line.text for line in clean}) == len(clean)
    assert not foreign & {line.text for line in clean}
    assert not any("{" in line.text for line in clean)


def test_clean_english_is_the_same_at_every_call() -> None:
    assert clean_english() == clean_english()
