"""The samples in ``seeds/``: what is found in them is all there is, and all of it can be mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa import pipeline
from capqa.config import Settings
from capqa.formats import _choosing
from capqa.model import Edit, Role

if TYPE_CHECKING:
    from capqa.model import Document, Finding

SEEDS = Path(__file__).parents[1] / "seeds"
FOUND = {
    "article.html": [
        (7, Role.META, "Irakische Truppen sind in die Außenbezirke von Mossul vorgedrungen"),
        (13, Role.META, "Die Stadt nach einem Luftangriff"),
        (25, Role.ALT, "Soldaten vor den Toren der Stadt"),
        (32, Role.CAPTION, "Familien warten im Lager auf Wasser"),
        (36, Role.BODY, "Freiwillige aus den Dörfern"),
    ],
    "article.xlf": [(11, Role.BODY, "Die Lage der Menschen ist ernst")],
    "interview.srt": [
        (8, Role.CUE, "Die Bewohner haben Angst,\naber sie bleiben in der Stadt"),
        (14, Role.CUE, "Wir haben auch keinen Strom"),
    ],
    "interview.ttml": [(7, Role.CUE, "Die Bewohner haben Angst,\naber sie bleiben in der Stadt")],
    "interview.vtt": [(15, Role.CUE, "Die Hilfe & das Wasser kommen nicht an")],
    "theme.po": [(18, Role.BODY, "Die gesuchte Seite gibt es nicht mehr")],
}
# A photo needs exiftool, an archive is never written, and the article's caption has markup in it.
NOT_WRITTEN = {".jpg", ".gz", ".nitf"}


def untranslated(document: Document) -> list[Finding]:
    found = pipeline.check(document, Settings())
    return [each for each in found if each.rule == pipeline.UNTRANSLATED]


@pytest.mark.parametrize("name", FOUND)
def test_all_that_was_left_is_found_and_nothing_else(name: str) -> None:
    findings = untranslated(pipeline.read(SEEDS / name))
    assert [(each.line, each.segment.role, each.text) for each in findings] == FOUND[name]


@pytest.mark.parametrize(
    "path",
    [each for each in sorted(SEEDS.iterdir()) if each.suffix not in NOT_WRITTEN],
    ids=lambda path: path.name,
)
def test_mending_changes_the_words_found_and_leaves_a_clean_file(path: Path) -> None:
    document = pipeline.read(path)
    found = untranslated(document)
    assert found
    edits = [
        Edit(each.segment, each.span, each.text, "\n".join(["Words of the desk"] * lines))
        for each in found
        if (lines := each.text.count("\n") + 1)
    ]
    made = _choosing.reread(document, _choosing.named(document.format).apply(document, edits))
    assert untranslated(made) == []
    rest = made.text
    end = 0
    for span in sorted(each.segment.source_of(each.span) for each in found):
        kept = document.text[end : span.start]
        assert kept in rest
        rest = rest[rest.index(kept) + len(kept) :]
        end = span.end
    assert rest.endswith(document.text[end:])
