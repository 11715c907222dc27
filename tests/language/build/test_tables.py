from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.language.build.tables import compile_tables, up_to_date
from capqa.language.lexicon import Lexicon
from capqa.language.lexicon_layout import TERM

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("vi", "is")


def build(folder: Path, glossaries: Path) -> dict[str, bytes]:
    compile_tables(folder, glossaries, languages=LANGUAGES, world=False)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_builds_are_reproducible_and_know_when_they_are_stale(tmp_path: Path) -> None:
    glossaries = tmp_path / "glossaries"
    glossaries.mkdir()
    glossary = glossaries / "conflict.is-en.csv"
    glossary.write_text(
        "source,target,variants\nloftárás,air strike,loftárásin;loftárásir\n", "utf-8"
    )
    first = build(tmp_path / "first", glossaries)
    assert build(tmp_path / "second", glossaries) == first
    assert up_to_date(tmp_path / "first", glossaries)
    glossary.write_text("source,target\nstríð,war\n", "utf-8")
    assert not up_to_date(tmp_path / "first", glossaries)

    lexicon = Lexicon(tmp_path / "first")
    assert any(code >= TERM for code in lexicon.profile("loftárás")[::2])
    assert any(code >= TERM for code in lexicon.profile("loftárásin")[::2])
    assert any(code >= TERM for code in lexicon.profile("loftárásir")[::2])
    assert lexicon.profile("stríð")
    assert not lexicon.profile("qwxzfall")


def test_data_that_were_never_built_are_not_up_to_date(tmp_path: Path) -> None:
    assert not up_to_date(tmp_path, tmp_path)
