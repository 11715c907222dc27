"""What an editor shows, as a document: checked as the gate checks the file, before it is saved."""

from __future__ import annotations

import codecs
import os
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from capqa import config, pipeline, plugins
from capqa.errors import UnreadableError
from capqa.formats import _choosing
from capqa.gate.forgiving import Forgiven
from capqa.review import DEFAULT_LOG
from capqa.review.session_place import session_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from capqa.config import Settings
    from capqa.pipeline import CheckedFile
    from capqa.translation.memory.pairs import PairReader

    PairsFor: TypeAlias = Callable[[Settings, Path], PairReader | None]

_ENDINGS: Final = {
    "plaintext": ".txt",
    "html": ".html",
    "markdown": ".md",
    "po": ".po",
    "gettext": ".po",
    "subrip": ".srt",
    "vtt": ".vtt",
    "webvtt": ".vtt",
    "xliff": ".xlf",
}
"""The endings of the languages that editors name, where a file has none that tells."""

_CHANGED: Final = "its text changes when it is read as a file; save it and run capqa check"


class Page(NamedTuple):
    """What an editor shows: its path, "" where it was never saved, its language, its text."""

    path: str
    language: str
    text: str


def checked(page: Page, pairs_for: PairsFor) -> CheckedFile | None:
    """Return what becomes of a page, None where it is none that is checked here.

    What is known to the project's baseline or was dismissed is left out. Raises CapqaError when it
    cannot be checked.
    """
    name = _name(page)
    if not name:
        return None
    settings = config.find(Path(name).absolute().parent if page.path else Path.cwd())
    if settings.exclude and _is_excluded(name, settings):
        return None
    folder = _session_folder(name, settings)
    forgiven = _forgiven(settings, folder)
    forgiven.look()
    file = _checked(name, page.text, settings, _pairs(settings, folder, pairs_for))
    return replace(forgiven.left(file, is_marked=True), document=file.document)


def _name(page: Page) -> str:
    path = page.path or f"untitled{_ENDINGS.get(page.language, '')}"
    if os.path.splitext(path)[1].lower() in known_endings():
        return path
    ending = _ENDINGS.get(page.language)
    if ending is None:
        # A program, say, that the editor shows to every server.
        return ""
    return path if ending == ".txt" else path + ending


# Checked once for what is wrong, for what to do about it and for what to show beside it.
@lru_cache(maxsize=8)
def _checked(name: str, text: str, settings: Settings, pairs: PairReader | None) -> CheckedFile:
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(
            "holds half a character", where=name, mend="remove what is shown as a box"
        ) from error
    # The mark keeps a page from being read in the encoding that it declares to be stored in.
    data = codecs.BOM_UTF8 + encoded if encoded else b""
    document = pipeline.read_data(data, name, settings)
    if document.text != text:
        raise UnreadableError(_CHANGED, where=name)
    engines = pipeline.embedded_engines(settings, pairs)
    return pipeline.check_document(document, settings, engines=engines, read_pairs=pairs)


@cache
def _pairs(settings: Settings, folder: Path, pairs_for: PairsFor) -> PairReader | None:
    return pairs_for(settings, folder)


@cache
def _forgiven(settings: Settings, folder: Path) -> Forgiven:
    return Forgiven(settings, session_place(settings, folder=folder))


def _session_folder(name: str, settings: Settings) -> Path:
    """Return the folder that a page's project is checked and reviewed in.

    That of the settings; where there are none, the nearest one upwards with decisions.
    """
    if settings.file is not None:
        return settings.folder
    folders = Path(name).absolute().parents
    return next((folder for folder in folders if (folder / DEFAULT_LOG).is_file()), Path.cwd())


def _is_excluded(name: str, settings: Settings) -> bool:
    from pathspec import GitIgnoreSpec

    path = os.path.relpath(name, settings.folder).replace(os.sep, "/")
    return GitIgnoreSpec.from_lines(settings.exclude).match_file(path)


@cache
def known_endings() -> frozenset[str]:
    """Return the endings of all formats. Raises PluginError when a format cannot be loaded."""
    names = plugins.names("capqa.formats")
    return frozenset(ending for name in names for ending in _choosing.named(name).SUFFIXES)


def path_of(uri: str) -> str:
    """Return the path of a file's URI, "" where it is of something else."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return ""
    path = unquote(f"//{parts.netloc}{parts.path}" if parts.netloc else parts.path)
    if os.name == "nt" and path[:1] == "/" and path[2:3] == ":":
        path = path[1:]
    return "" if "\0" in path else os.path.normpath(path)
