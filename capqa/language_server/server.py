"""The language server: what editors ask, and what they are told unasked."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from capqa import __version__
from capqa.language_server import actions, problems
from capqa.language_server.pages import Page, path_of
from capqa.language_server.positions import Places
from capqa.language_server.worker import Worker
from capqa.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._source_edits import SourceEdit
    from capqa.language_server.pages import PairsFor

FIX_ALL: Final = f"{types.CodeActionKind.SourceFixAll.value}.capqa"
"""The kind of the action that writes all that is certain; editors may ask for it when they save."""

WATCHED: Final = ("**/capqa.toml", "**/pyproject.toml", "**/*.csv", "**/.capqa/review.sqlite3")
"""The files that change what is found or proposed: settings, glossaries, decisions."""

_TYPING_SECONDS: Final = 0.3
"""How long nothing must be typed before a page is checked."""

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class CapqaServer(LanguageServer):
    """Checks the pages that an editor has open, the newest version of each."""

    def __init__(self, worker: Worker) -> None:
        """Prepare to answer."""
        # In full: where lines end is not the same for the protocol and for what applies changes.
        super().__init__(
            "capqa", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.was_shut_down = False
        self._worker = worker
        self._checks: dict[str, asyncio.Task[None]] = {}

    def check_soon(self, uri: str, seconds: float = 0.0) -> None:
        """Check a page when so long no newer version of it has come."""
        self.forget(uri)
        self._checks[uri] = asyncio.get_running_loop().create_task(self._check(uri, seconds))

    def check_all(self) -> None:
        """Check all pages that are open again, knowing nothing of before."""
        self._worker.restart()
        for uri in list(self.workspace.text_documents):
            self.check_soon(uri)

    def forget(self, uri: str) -> None:
        """Let go of a check that has not ended."""
        if (running := self._checks.pop(uri, None)) is not None:
            running.cancel()

    def publish(
        self, uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None
    ) -> None:
        """Tell the editor what is wrong with a version of a page."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(diagnostics), version)
        )

    async def problems(self, page: Page) -> tuple[problems.Problem, ...]:
        """Return what is wrong with a page."""
        return await self._worker.ask(problems.problems, page)

    async def offers(self, page: Page, span: Span) -> tuple[actions.Offer, ...]:
        """Return what can be done about what a span of a page touches."""
        return await self._worker.ask(actions.offers, page, span)

    async def certain_edits(self, page: Page) -> tuple[SourceEdit, ...]:
        """Return what writes all that nobody guessed."""
        return await self._worker.ask(actions.certain_edits, page)

    def page(self, uri: str) -> Page:
        """Return a page as it is now."""
        document = self.workspace.get_text_document(uri)
        return Page(path_of(uri), document.language_id or "", document.source)

    def places(self, text: str) -> Places:
        """Return the places of a text in the units that the editor counts in."""
        return Places(text, self.workspace.position_encoding)

    def workspace_edit(
        self, uri: str, edits: Sequence[SourceEdit], places: Places
    ) -> types.WorkspaceEdit:
        """Return edits as the editor can take them."""
        changes = [types.TextEdit(places.range(edit.span), edit.text) for edit in edits]
        capabilities = self.client_capabilities.workspace
        workspace_edit = capabilities.workspace_edit if capabilities else None
        if workspace_edit is None or not workspace_edit.document_changes:
            return types.WorkspaceEdit(changes={uri: changes})
        version = self.workspace.get_text_document(uri).version
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return types.WorkspaceEdit(
            document_changes=[types.TextDocumentEdit(identifier, list(changes))]
        )

    async def _check(self, uri: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        version = self.workspace.get_text_document(uri).version
        page = self.page(uri)
        found = await self.problems(page)
        if uri not in self.workspace.text_documents or self.page(uri) != page:
            return
        places = self.places(page.text)
        self.publish(uri, [diagnostic(problem, places) for problem in found], version)


def diagnostic(problem: problems.Problem, places: Places) -> types.Diagnostic:
    """Return a problem as editors know them."""
    return types.Diagnostic(
        range=places.range(problem.span),
        message=problem.message,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source="capqa",
    )


def create(worker: Worker) -> CapqaServer:
    """Return a server that asks a worker."""
    server = CapqaServer(worker)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        capabilities = server.client_capabilities.workspace
        watched = capabilities.did_change_watched_files if capabilities else None
        if watched is None or not watched.dynamic_registration:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration(id="watched", method=method, register_options=options)
        await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(told.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(told: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(told.text_document.uri, _TYPING_SECONDS)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(told: types.DidSaveTextDocumentParams) -> None:
        server.check_soon(told.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: types.DidCloseTextDocumentParams) -> None:
        server.forget(told.text_document.uri)
        server.publish(told.text_document.uri, (), None)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def code_action(asked: types.CodeActionParams) -> list[types.CodeAction]:
        return [*await _quick_fixes(server, asked), *await _fix_all(server, asked)]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(asked: types.HoverParams) -> types.Hover | None:
        page = server.page(asked.text_document.uri)
        found = await server.problems(page)
        places = server.places(page.text)
        at = places.offset(asked.position)
        touched = [each for each in found if each.span.start <= at <= each.span.end]
        if not touched:
            return None
        # No Markdown: what a page says must not become a link.
        content = types.MarkupContent(
            types.MarkupKind.PlainText, "\n\n".join(each.details for each in touched)
        )
        return types.Hover(content, places.range(touched[0].span))

    @server.feature(types.SHUTDOWN)
    def shut_down(_: None) -> None:
        server.was_shut_down = True

    return server


async def _quick_fixes(
    server: CapqaServer, asked: types.CodeActionParams
) -> list[types.CodeAction]:
    kind = types.CodeActionKind.QuickFix
    if not _is_wanted(kind.value, asked.context.only):
        return []
    uri = asked.text_document.uri
    page = server.page(uri)
    places = server.places(page.text)
    found = await server.offers(page, places.span(asked.range))
    if server.page(uri) != page:
        return []
    shown = {(each.code, _key(each.range)): each for each in asked.context.diagnostics}
    fixes: list[types.CodeAction] = []
    for offer in found:
        of = shown.get((offer.code, _key(places.range(offer.problem))))
        fixes.append(
            types.CodeAction(
                title=offer.title,
                kind=kind,
                diagnostics=[of] if of else None,
                is_preferred=offer.preferred or None,
                edit=server.workspace_edit(uri, offer.edits, places),
            )
        )
    return fixes


async def _fix_all(server: CapqaServer, asked: types.CodeActionParams) -> list[types.CodeAction]:
    # Only where it is asked for: it is about the page, not about the place.
    if not asked.context.only or not _is_wanted(FIX_ALL, asked.context.only):
        return []
    uri = asked.text_document.uri
    page = server.page(uri)
    edits = await server.certain_edits(page)
    if not edits or server.page(uri) != page:
        return []
    edit = server.workspace_edit(uri, edits, server.places(page.text))
    title = "Write what reviewers and the glossary are sure of"
    return [types.CodeAction(title=title, kind=FIX_ALL, edit=edit)]


def _is_wanted(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    if not only:
        return True
    asked = [each.value if isinstance(each, types.CodeActionKind) else each for each in only]
    return any(kind == each or kind.startswith(f"{each}.") or not each for each in asked)


def _key(range_: types.Range) -> tuple[int, int, int, int]:
    start, end = range_.start, range_.end
    return start.line, start.character, end.line, end.character


def serve(pairs_for: PairsFor) -> int:
    """Speak with an editor over standard input and output until it says to exit.

    Returns 0, or 1 when it ended without a request to shut down, as the protocol wants it.
    """
    # Whatever else is printed must not get among the messages.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    worker = Worker(pairs_for)
    server = create(worker)
    try:
        server.start_io(stdout=output)
    finally:
        worker.stop()
    return 0 if server.was_shut_down else 1
