from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.translation import sets

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "capqa", "docs", "glossaries", "seeds", "tests")
SUFFIXES = {".csv", ".html", ".json", ".jsonl", ".md", ".py", ".srt", ".toml", ".tsv", ".txt"}


def test_german_captions_are_many_and_of_every_kind() -> None:
    captions = sets.german()
    assert len(captions) >= 120
    by_kind = Counter(caption.kind for caption in captions)
    subjects = {"conflict", "politics", "sport", "culture", "climate", "economy", "health"}
    assert subjects | {"stock", "rough", "everyday and society"} == set(by_kind)
    assert min(by_kind.values()) >= 7


def test_each_other_language_has_twenty_captions() -> None:
    by_language = Counter(caption.language for caption in sets.other())
    assert by_language == dict.fromkeys(("fr", "es", "ru", "tr", "uk", "ar"), 20)


@pytest.mark.parametrize("caption", [*sets.german(), *sets.other()], ids=lambda each: each.source)
def test_captions_have_one_to_three_tidy_references(caption: sets.Caption) -> None:
    assert 1 <= len(set(caption.references)) == len(caption.references) <= 3
    for text in (caption.source, *caption.references):
        assert text == " ".join(text.split())
        assert text
    assert caption.source not in caption.references


def test_no_caption_stands_in_any_other_file_of_the_repository() -> None:
    sources = [caption.source.casefold() for caption in [*sets.german(), *sets.other()]]
    assert len(set(sources)) == len(sources)
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    texts = {
        path: path.read_text(encoding="utf-8", errors="replace").casefold()
        for path in [*files, *ROOT.glob("*.md")]
        if path.suffix in SUFFIXES and path.is_file() and sets.DATA not in path.parents
    }
    assert len(texts) > 100
    found = [(source, path) for path, text in texts.items() for source in sources if source in text]
    assert found == []
