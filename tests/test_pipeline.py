from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.errors import ConfigurationError, PluginError, UnreadableError
from capqa.formats import text as text_format
from capqa.model import Document, Edit, Role

SEED = Path(__file__).parents[1] / "seeds" / "dw-mosul.txt"
CAPTIONS = (
    "Irak | Befreiungsaktion Mossul",
    "Irak Mossul Offensive der Regierungstrupen gegen IS",
)
PROPOSALS = (
    "Iraq | Liberation operation Mosul",
    "Iraq Mosul offensive by government troops against IS",
)


@pytest.fixture(scope="module")
def document() -> Document:
    return pipeline.read(SEED)


def test_the_seed_page_has_exactly_its_two_german_captions(document: Document) -> None:
    findings = pipeline.check(document, Settings())
    assert tuple(finding.text for finding in findings) == CAPTIONS
    assert {finding.language for finding in findings} == {"de"}
    assert {finding.segment.role for finding in findings} == {Role.CAPTION}
    assert all(0.9 <= finding.confidence <= 1 for finding in findings)
    assert all(finding.evidence for finding in findings)
    lines = document.text.splitlines()
    for finding in findings:
        assert lines[finding.line - 1][finding.column - 1 :].startswith(finding.text)


def test_the_proposals_need_no_model(document: Document) -> None:
    findings = pipeline.check(document, Settings())
    suggestions = pipeline.suggest(
        document, findings, Settings(), engines=pipeline.EMBEDDED_ENGINES
    )
    assert tuple(each.text for each in suggestions if each) == PROPOSALS
    assert all(each and each.compliant for each in suggestions)


def test_the_mended_page_is_clean_and_differs_in_these_lines_only(document: Document) -> None:
    findings = pipeline.check(document, Settings())
    edits = [
        Edit(finding.segment, finding.span, finding.text, proposal)
        for finding, proposal in zip(findings, PROPOSALS, strict=True)
    ]
    mended = text_format.apply(document, edits)
    expected = document.data
    for caption, proposal in zip(CAPTIONS, PROPOSALS, strict=True):
        expected = expected.replace(caption.encode(), proposal.encode())
    assert mended == expected
    assert pipeline.check(text_format.read(mended, "mended.txt"), Settings()) == ()


def test_checking_twice_gives_the_same(document: Document) -> None:
    assert pipeline.check(document, Settings()) == pipeline.check(document, Settings())


def test_a_declared_language_is_not_objected_to() -> None:
    from dataclasses import replace

    document = text_format.read("Syrien | Zerstörte Häuser in Aleppo\n".encode(), "page.txt")
    assert len(pipeline.check(document, Settings())) == 1
    declared = replace(
        document, segments=tuple(replace(each, language="de") for each in document.segments)
    )
    assert pipeline.check(declared, Settings()) == ()


def test_a_project_glossary_makes_its_words_evidence(tmp_path: Path) -> None:
    line = "Quarzelfunk Bromsenlager"
    document = text_format.read(f"{line}\n".encode(), "page.txt")
    house = tmp_path / "house.de-en.csv"
    house.write_text("source,target\nQuarzelfunk,quartz radio\nBromsenlager,brake store\n")
    before = pipeline.check(document, Settings(min_confidence=0.0))
    after = pipeline.check(document, Settings(min_confidence=0.0, glossaries=(house,)))
    assert [finding.text for finding in after] == [line]
    assert after[0].confidence > max((each.confidence for each in before), default=0.0)
    suggestions = pipeline.suggest(
        document, after, Settings(glossaries=(house,)), engines=["glossary"]
    )
    assert suggestions[0] is not None
    assert suggestions[0].text == "Quartz radio brake store"


def test_a_rule_that_cannot_load_fails_closed(document: Document) -> None:
    with pytest.raises(PluginError):
        pipeline.check(document, Settings(rules=("untranslatd",)))


def test_a_broken_glossary_fails_closed(document: Document, tmp_path: Path) -> None:
    house = tmp_path / "house.de-en.csv"
    house.write_text("source,target\nHaus\n")
    with pytest.raises(ConfigurationError, match=r"house\.de-en\.csv:2"):
        pipeline.check(document, Settings(glossaries=(house,)))


def test_what_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    missing = UnreadableError("no such file", where="missing.txt")
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    files = list(pipeline.check_files([missing, broken, SEED], Settings()))
    assert [file.name for file in files] == ["missing.txt", str(broken), str(SEED)]
    assert [bool(file.error) for file in files] == [True, True, False]
    assert len(files[2].findings) == len(files[2].suggestions) == 2


def test_the_example_in_the_documentation_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEED.parents[1])
    results = doctest.testmod(pipeline, raise_on_error=False)
    assert results.attempted >= 5
    assert results.failed == 0


def test_a_glossary_that_changes_is_read_again(tmp_path: Path) -> None:
    house = tmp_path / "house.de-en.csv"
    page = tmp_path / "page.txt"
    page.write_text("Irak | Befreiungsaktion Mossul\n")
    settings = Settings(glossaries=(house,))

    def proposed() -> str | None:
        (file,) = pipeline.check_files([page], settings)
        (suggestion,) = file.suggestions
        return suggestion.text if suggestion else None

    house.write_text("source,target\nBefreiungsaktion,campaign\n")
    assert proposed() == "Iraq | Campaign Mosul"
    house.write_text("source,target\nBefreiungsaktion,offensive\n")
    assert proposed() == "Iraq | Offensive Mosul"
