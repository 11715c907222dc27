from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.detection import sets as detection_sets
from benchmarks.translation import evaluate, sets, systems
from benchmarks.translation.measures import chrf2, distance
from benchmarks.translation.sets import Quality
from benchmarks.translation.systems import GLOSSARY, Output

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    # Judges of detection wrote without knowing this set and may think of the same caption; nobody
    # who writes glossaries reads theirs.
    judges = (sets.DATA, detection_sets.DATA)
    texts = {
        path: path.read_text(encoding="utf-8", errors="replace").casefold()
        for path in [*files, *ROOT.glob("*.md")]
        if path.suffix in SUFFIXES
        and path.is_file()
        and not any(judge in path.parents for judge in judges)
    }
    assert len(texts) > 100
    found = [(source, path) for path, text in texts.items() for source in sources if source in text]
    assert found == []


def test_each_caption_was_judged_and_nothing_else() -> None:
    captions = [*sets.german(), *sets.other()]
    judged = sets.judgements().by_caption
    assert set(judged) == {(caption.language, caption.source) for caption in captions}
    assert {quality for _, quality in judged.values()} == set(Quality)
    for caption in captions:
        output, quality = judged[caption.language, caption.source]
        if output in caption.references:
            assert quality is Quality.USABLE, output


CAPTION = sets.Caption("Krieg in Köln", ("War in Cologne",), "de")
JUDGEMENTS = sets.Judgements({("de", CAPTION.source): ("War at Cologne", Quality.LIGHT_EDIT)})


def test_a_judgement_is_void_when_the_output_changed() -> None:
    assert JUDGEMENTS.of(CAPTION, "War at Cologne") is Quality.LIGHT_EDIT
    assert JUDGEMENTS.of(CAPTION, "War in Cologne") is None
    elsewhere = sets.Caption(CAPTION.source, CAPTION.references, "nl")
    assert JUDGEMENTS.of(elsewhere, "War at Cologne") is None


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("War at Cologne", ["0% (0)", "100% (1)", "0% (0)", "0% (0)"]),
        ("War in Cologne", ["0% (0)", "0% (0)", "0% (0)", "100% (1)"]),
    ],
)
def test_the_table_counts_a_changed_output_as_unjudged(text: str, judged: list[str]) -> None:
    found: dict[str, Sequence[Output] | str] = {
        GLOSSARY: [Output(text, compliant=True, has_unknown_words=False)],
        "argos": "none",
    }
    lines = evaluate.report([CAPTION], found, JUDGEMENTS).splitlines()
    cells = [cell.strip() for cell in lines[2].strip("|").split("|")]
    assert cells[0] == GLOSSARY
    assert cells[3:] == ["100% (1)", "0% (0)", *judged]
    assert lines[3].split("|")[2].strip() == "none"


def test_distance_counts_words_to_the_nearest_reference_whatever_the_casing() -> None:
    references = ("Syria: War in Cologne", "Battle of Cologne")
    assert distance("syria | war in COLOGNE", references) == 0
    assert distance("Syria War near Cologne", references) == 1
    assert distance("Battle", references) == 2
    assert distance("", references) == 3


def test_chrf2_takes_each_caption_s_nearest_reference() -> None:
    pytest.importorskip("sacrebleu")
    references = [("War in Cologne",), ("Fighting in Homs", "Battle of Homs")]
    assert chrf2(["War in Cologne", "Battle of Homs"], references) == pytest.approx(100)
    assert chrf2(["Battle of Homs", "War in Cologne"], references) != pytest.approx(100)


def test_what_is_not_installed_is_said_and_the_source_stays_where_nothing_is_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(systems, "INSTALLED", tmp_path / "none")
    compared = systems.systems(tmp_path)
    unknown = sets.Caption("Xyzzyx qwrtz", ("?",), "de")
    assert compared["dictionary gloss"]([unknown]) == "not installed"
    assert compared["glossary, then dictionary"]([unknown]) == "not installed"
    assert compared["argos"]([unknown]) == "no package"
    assert compared["copying the source"]([unknown]) == [Output(unknown.source)]
    assert compared[GLOSSARY]([unknown]) == [Output(unknown.source, False, True)]
    assert compared[GLOSSARY]([CAPTION]) == [
        Output("War in Cologne", compliant=True, has_unknown_words=False)
    ]
