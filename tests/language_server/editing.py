"""An editor: a client of the language server as users start it, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

ROOT = Path(__file__).parents[2]
SECONDS = 20


class Editor:
    """Opens and changes pages of a folder, and keeps what it is told about them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: list[types.Registration] = []

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def told(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def registered(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def start(self, encodings: Sequence[str], *, document_changes: bool) -> None:
        await self.client.start_io(
            sys.executable,
            "-m",
            "capqa",
            "lsp",
            "--stdio",
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        general = types.GeneralClientCapabilities(position_encodings=list(encodings) or None)
        workspace = types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=document_changes),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        )
        capabilities = types.ClientCapabilities(general=general, workspace=workspace)
        asked = types.InitializeParams(capabilities, root_uri=self.folder.as_uri())
        self.answered = await self.client.initialize_async(asked)
        self.client.initialized(types.InitializedParams())

    async def open(
        self, name: str, text: str, language: str = "plaintext"
    ) -> list[types.Diagnostic]:
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(name)

    def type(self, name: str, text: str) -> None:
        uri = self.uri(name)
        self.texts[uri] = text
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    def close(self, name: str) -> None:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def next_told(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.told.get(), SECONDS)

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """Return what is told about the newest version of a page."""
        uri = self.uri(name)
        while True:
            told = await self.next_told()
            if told.uri == uri and told.version == self.versions[uri]:
                return list(told.diagnostics)

    async def actions(
        self, name: str, diagnostics: Sequence[types.Diagnostic] = (), *only: str
    ) -> list[types.CodeAction]:
        """Return what is offered for the place of the first diagnostic, else for the start."""
        start = types.Position(0, 0)
        place = diagnostics[0].range if diagnostics else types.Range(start, start)
        context = types.CodeActionContext(list(diagnostics), only=list(only) or None)
        identifier = types.TextDocumentIdentifier(self.uri(name))
        asked = types.CodeActionParams(identifier, place, context)
        found = await asyncio.wait_for(self.client.text_document_code_action_async(asked), SECONDS)
        actions = [each for each in found or () if isinstance(each, types.CodeAction)]
        assert len(actions) == len(found or ())
        return actions

    async def hover(self, name: str, line: int, character: int) -> types.Hover | None:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        asked = types.HoverParams(identifier, types.Position(line, character))
        return await asyncio.wait_for(self.client.text_document_hover_async(asked), SECONDS)

    def applied(self, name: str, action: types.CodeAction, unit: int = 2) -> str:
        """Return a page's text with an action's edits, columns counted in so many bytes."""
        assert action.edit
        if action.edit.document_changes:
            (change,) = action.edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.uri == self.uri(name)
            assert change.text_document.version == self.versions[self.uri(name)]
            edits = [each for each in change.edits if isinstance(each, types.TextEdit)]
        else:
            assert action.edit.changes is not None
            edits = list(action.edit.changes[self.uri(name)])
        text = self.texts[self.uri(name)]
        for edit in reversed(edits):
            start, end = (
                offset_of(text, place, unit) for place in (edit.range.start, edit.range.end)
            )
            text = text[:start] + edit.new_text + text[end:]
        return text

    def marked(self, name: str, diagnostic: types.Diagnostic, unit: int = 2) -> str:
        """Return the words that a diagnostic marks."""
        text, range_ = self.texts[self.uri(name)], diagnostic.range
        return text[offset_of(text, range_.start, unit) : offset_of(text, range_.end, unit)]

    async def end(self) -> int:
        await asyncio.wait_for(self.client.shutdown_async(None), SECONDS)
        self.client.exit(None)
        return await self.ended()

    async def ended(self) -> int:
        process = self.client._server
        assert process
        return await asyncio.wait_for(process.wait(), SECONDS)


def offset_of(text: str, place: types.Position, unit: int) -> int:
    """Return the offset of a place, as an editor counts: written on its own, to compare."""
    lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    start = line = 0
    for each in lines:
        if line == place.line:
            break
        start += len(each) + 1
        is_pair = text[start - 1 : start + 1] == "\r\n"
        line += not is_pair
    encoding = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[unit]
    before = text[start:].encode(encoding)[: place.character * unit]
    return start + len(before.decode(encoding))


@asynccontextmanager
async def editor(
    folder: Path, *encodings: str, document_changes: bool = True
) -> AsyncIterator[Editor]:
    """Run the server in a folder until the block ends."""
    running = Editor(folder)
    await running.start(encodings, document_changes=document_changes)
    try:
        yield running
    finally:
        process = running.client._server
        if process is not None and process.returncode is None:
            process.kill()
        await running.client.stop()  # type: ignore[no-untyped-call]
