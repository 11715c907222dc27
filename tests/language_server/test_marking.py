"""What is wrong with a page is marked where it stands, while it is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.language_server.editing import editor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.language_server.editing import Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEED = (Path(__file__).parents[2] / "seeds" / "dw-mosul.txt").read_text(encoding="utf-8")
CAPTION = "Irak | Befreiungsaktion Mossul"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "capqa.toml").write_text('exclude = ["drafts/"]\n', encoding="utf-8")
    async with editor(folder) as running:
        yield running


def place(start_line: int, start: int, end_line: int, end: int) -> types.Range:
    return types.Range(types.Position(start_line, start), types.Position(end_line, end))


async def test_the_seed_page_is_marked_and_mended(desk: Editor) -> None:
    first, second = await desk.open("dw-mosul.txt", SEED)
    assert first.range == place(10, 0, 10, 30)
    assert second.range == place(21, 0, 21, 51)
    assert (first.severity, first.code, first.source) == (
        types.DiagnosticSeverity.Error,
        "untranslated",
        "capqa",
    )
    assert first.message.splitlines() == [
        "German left untranslated",
        "proposal: Iraq | Liberation operation Mosul [glossary 0.1.0]",
    ]
    mended = SEED.replace(CAPTION, "Iraq | Liberation operation Mosul")
    desk.type("dw-mosul.txt", mended)
    (left,) = await desk.diagnostics("dw-mosul.txt")
    assert left.range == second.range
    desk.type("dw-mosul.txt", mended.replace(SEED.splitlines()[21], ""))
    assert await desk.diagnostics("dw-mosul.txt") == []


async def test_columns_are_in_utf16_and_lines_end_as_the_protocol_says(desk: Editor) -> None:
    text = f"Smoke 🏴 over Mosul.\r\n\u2028\x0c\r🏴🏴 {CAPTION}\r\nImage: AFP\r\n"
    (found,) = await desk.open("emoji.txt", text)
    assert found.range.start == types.Position(2, 5)
    assert desk.marked("emoji.txt", found) == CAPTION


async def test_markup_is_marked_from_the_first_word_to_the_last(desk: Editor) -> None:
    caption = "Irak &amp; Syrien:\n <b>Befreiungs&shy;aktion</b> in&nbsp;Mossul &uuml;ber Nacht"
    page = f"<!doctype html>\n<p>🏴</p><figcaption>\n  {caption} </figcaption>\n"
    (found,) = await desk.open("page.html", page, "html")
    assert desk.marked("page.html", found) == caption
    assert (found.range.start, found.range.end.line) == (types.Position(2, 2), 3)


async def test_a_page_is_read_as_it_is_shown_whatever_it_declares(desk: Editor) -> None:
    page = f'<meta charset="windows-1252">\n<p>Größe 😀</p><figcaption>{CAPTION}</figcaption>'
    found = await desk.open("legacy.html", page, "html")
    assert CAPTION in [desk.marked("legacy.html", each) for each in found]


async def test_what_cannot_be_read_is_said_on_the_first_line(desk: Editor) -> None:
    (found,) = await desk.open("broken.xlf", "<xliff>\n<file>", "xml")
    assert found.range == place(0, 0, 0, 7)
    assert (found.code, found.severity) == ("could-not-check", types.DiagnosticSeverity.Error)
    assert str(desk.folder / "broken.xlf") in found.message
    (empty,) = await desk.open("empty.txt", "")
    assert "is empty" in empty.message


async def test_a_page_in_another_language_is_told_so(desk: Editor) -> None:
    cases = Path(__file__).parents[1] / "commands" / "cases"
    page = cases / "german-page-against-english" / "input" / "seite.txt"
    found = await desk.open("seite.txt", page.read_text(encoding="utf-8"))
    (note,) = [each for each in found if each.code == "note"]
    assert note.severity is types.DiagnosticSeverity.Information
    assert "--target de" in note.message


async def test_what_is_no_document_is_left_alone(desk: Editor) -> None:
    text = f"{CAPTION}\nImage: AFP\n"
    assert await desk.open("program.py", text, "python") == []
    assert await desk.open("drafts/new.txt", text) == []
    assert len(await desk.open("NOTES", text, "plaintext")) == 1


async def test_the_newest_version_wins(desk: Editor) -> None:
    clean = "Iraqi forces close in on the city of Mosul.\n"
    await desk.open("typed.txt", clean)
    for number in range(20):
        desk.type("typed.txt", f"{clean}\n{CAPTION} {number}\nImage: AFP\n")
    told = await desk.next_told()
    assert (told.version, len(told.diagnostics)) == (21, 1)
    assert desk.marked("typed.txt", told.diagnostics[0]) == f"{CAPTION} 19"


async def test_a_page_that_is_closed_has_no_marks(desk: Editor) -> None:
    assert await desk.open("closed.txt", f"{CAPTION}\nImage: AFP\n")
    desk.close("closed.txt")
    told = await desk.next_told()
    assert (told.uri, list(told.diagnostics)) == (desk.uri("closed.txt"), [])


async def test_text_that_acts_does_nothing(desk: Editor) -> None:
    text = f"{CAPTION} \x1b[31m\u202e [x](command:y) `z`\nImage: AFP\n"
    await desk.open("hostile.txt", text)
    shown = await desk.hover("hostile.txt", 0, 3)
    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert shown.contents.kind is types.MarkupKind.PlainText
    assert not {"\x1b", "\u202e"} & set(shown.contents.value)


async def test_what_speaks_for_a_finding_is_shown_beside_it(desk: Editor) -> None:
    await desk.open("shown.txt", f"Mosul\n\n{CAPTION}\nImage: AFP\n")
    shown = await desk.hover("shown.txt", 2, 8)
    assert shown
    assert isinstance(shown.contents, types.MarkupContent)
    assert "because of Irak, Mossul (exonym), Befreiungsaktion (term)" in shown.contents.value
    assert shown.range == place(2, 0, 2, 30)
    assert await desk.hover("shown.txt", 0, 1) is None
