"""Where proposals lie: beside the project's glossary, or where one will be."""

from __future__ import annotations

from pathlib import Path

import pytest

from capqa.glossary.proposals.knowledge import Knowledge
from capqa.glossary.proposals.proposing import propose, rows_of
from capqa.glossary.proposals.shelf import shelf_of, shelves
from tests.glossary.proposals.samples import HEADER


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_settings_name_last_is_added_to(folder: Path) -> None:
    files = [folder / f"{name}.de-en.csv" for name in "ab"]
    for file in files:
        file.write_bytes(HEADER)
    at = shelf_of(("de", "en"), files)
    assert at.glossary == Path("b.de-en.csv")
    assert at.journal == Path("b.de-en.proposals.jsonl")
    assert Path("a.de-en.proposals.jsonl") in at.journals


def test_a_project_without_a_glossary_keeps_proposals_all_the_same(folder: Path) -> None:
    at = shelf_of(("de", "en"))
    assert at.glossary == Path("house.de-en.csv")
    propose(Knowledge(at), {"source": "Kiesgrube", "target": "gravel pit"}, by="ana")
    assert [shelf.pair for shelf in shelves("en")] == [("de", "en")]
    (folder / "glossaries").mkdir()
    (folder / "glossaries" / "conflict.de-en.csv").write_bytes(HEADER)
    later = shelf_of(("de", "en"))
    assert later.glossary == Path("glossaries/conflict.de-en.csv")
    assert [row.source for row in rows_of(later)] == ["Kiesgrube"]


def test_only_pairs_with_a_glossary_or_a_proposal_have_a_shelf(folder: Path) -> None:
    assert {"de", "fr", "ar"} <= {shelf.pair[0] for shelf in shelves("en")}
    for name in ("x.de-en.csv", "x.fr-en.csv", "x.de-fr.csv"):
        (folder / name).write_bytes(HEADER)
    configured = sorted(folder.glob("*.csv"))
    assert [shelf.pair[0] for shelf in shelves("en", configured)] == ["de", "fr"]
    assert [shelf.pair[0] for shelf in shelves("fr", configured)] == ["de"]
