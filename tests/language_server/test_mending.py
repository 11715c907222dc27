"""What can be done about a finding is offered: the proposals, and a comment that passes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.language_server.editing import editor
from tests.language_server.test_marking import CAPTION, SEED

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.language_server.editing import Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROPOSAL = "Iraq | Liberation operation Mosul"
PO = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "a"\nmsgstr "Mosul"\n\n'
    f'#: b\nmsgid "b"\nmsgstr "{CAPTION}"\n'
)
VTT = f"WEBVTT\n\n00:01.000 --> 00:02.000\nMosul\n\n1\n00:03.000 --> 00:04.000\n{CAPTION}\n"
HTML = f"<!doctype html>\n<p>Mosul</p>\n  <figcaption>{CAPTION}</figcaption>\n"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    async with editor(tmp_path_factory.mktemp("desk")) as running:
        yield running


async def test_a_proposal_is_written_where_the_words_stand(desk: Editor) -> None:
    first, _ = await desk.open("dw-mosul.txt", SEED)
    action, other = await desk.actions("dw-mosul.txt", [first])
    assert action.title == f"Write: {PROPOSAL}"
    assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
    assert list(action.diagnostics or ()) == [first]
    assert desk.applied("dw-mosul.txt", action) == SEED.replace(CAPTION, PROPOSAL)
    assert desk.applied("dw-mosul.txt", other) == SEED.replace(
        CAPTION, "Iraq | Rescue operation Mosul"
    )
    assert not other.is_preferred
    desk.type("dw-mosul.txt", desk.applied("dw-mosul.txt", action))
    assert len(await desk.diagnostics("dw-mosul.txt")) == 1


async def test_an_edit_is_no_larger_than_it_must_be(desk: Editor) -> None:
    found = await desk.open("small.txt", f"🏴 Mosul\r\n\r\n🏴 {CAPTION}\r\nImage: AFP\r\n")
    action, *_ = await desk.actions("small.txt", found)
    assert action.edit
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    # "Ira" and "sul" stay.
    assert edit.range == types.Range(types.Position(2, 6), types.Position(2, 30))


async def test_markup_stays_and_texts_are_escaped(desk: Editor) -> None:
    page = f"<!doctype html><p>Mosul</p>\r\n<figcaption>\r\n{CAPTION} &amp; Syrien</figcaption>\r\n"
    found = await desk.open("page.html", page, "html")
    action, *_ = await desk.actions("page.html", found)
    assert desk.applied("page.html", action) == page.replace(CAPTION, PROPOSAL).replace(
        "Syrien", "Syria"
    )


@pytest.mark.parametrize(
    ("name", "text", "comment", "before"),
    [
        ("page.html", HTML, "  <!-- capqa: ignore untranslated -->\n", "  <figcaption"),
        (
            "crlf.html",
            HTML.replace("\n", "\r\n"),
            "  <!-- capqa: ignore untranslated -->\r\n",
            "  <fig",
        ),
        ("line.html", HTML.replace("\n", ""), "<!-- capqa: ignore untranslated -->", "<!doctype"),
        ("a.po", PO, "# capqa: ignore untranslated\n", "#: b"),
        ("a.vtt", VTT, "NOTE capqa: ignore untranslated\n\n", "1\n"),
    ],
)
async def test_a_finding_is_passed_over_by_a_comment(
    desk: Editor, name: str, text: str, comment: str, before: str
) -> None:
    found = await desk.open(f"ignore-{name}", text, "")
    assert len(found) == 1
    *_, action = await desk.actions(f"ignore-{name}", found)
    assert action.title == "Ignore untranslated here"
    written = desk.applied(f"ignore-{name}", action)
    if name != "line.html":
        assert written == text.replace(before, comment + before, 1)
    assert comment in written
    desk.type(f"ignore-{name}", written)
    assert await desk.diagnostics(f"ignore-{name}") == []


async def test_nothing_is_ignored_along_with_others(desk: Editor) -> None:
    page = HTML.replace("\n", "") + f"<figcaption>{CAPTION} heute</figcaption>"
    found = await desk.open("two.html", page, "html")
    assert len(found) == 2
    titles = [each.title for each in await desk.actions("two.html", found[:1])]
    assert titles
    assert "Ignore untranslated here" not in titles


async def test_all_that_is_certain_is_written_when_asked_for(desk: Editor) -> None:
    misspelt = "Irak Mossul Offensive der Regierungstrupen"
    text = f"Mosul\n\n{CAPTION}\nImage: AFP\n\n{misspelt}\nImage: AFP\n"
    await desk.open("all.txt", text)
    (action,) = await desk.actions("all.txt", (), "source.fixAll")
    assert action.kind == "source.fixAll.capqa"
    # The misspelt one was guessed.
    assert desk.applied("all.txt", action) == text.replace(CAPTION, PROPOSAL)
    assert await desk.actions("all.txt", (), "refactor") == []


async def test_elsewhere_nothing_is_offered(desk: Editor) -> None:
    await desk.open("else.txt", f"Mosul\n\n{CAPTION}\nImage: AFP\n")
    assert await desk.actions("else.txt") == []
    await desk.open("broken.xlf", "<xliff>")
    assert await desk.actions("broken.xlf") == []
