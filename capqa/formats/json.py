"""JSON: the strings at the paths that the settings name, else those with names of captions, texts.

In ``[format.json]`` of the settings, ``paths`` is a table of JSON pointers with the roles of what
they lead to, ``*`` standing for any member or element and ``**`` for any number of them::

    paths = {"/items/*/caption" = "caption", "/items/*/body" = "body+html"}
    language = "/items/*/meta/language"

A text is a segment; one of several lines in a body is a segment for each line, and HTML is read as
the HTML format reads a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

# The rest is imported where it is used: every format is loaded for every check, whatever it is of.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from capqa.formats._json.reading import ReadString
    from capqa.formats._json.selection import Selection
    from capqa.model import Document, Edit

SUFFIXES: tuple[str, ...] = (".json", ".jsonld")
"""The endings of the names of JSON files."""

ASKED_LAST = True
"""Whether formats that recognise what they read are asked first."""


def configured(options: Mapping[str, object], where: str) -> object:
    """Return the selection that ``[format.json]`` describes, to be given to `read`.

    Raises ConfigurationError for an option that does not exist, a path that is no JSON pointer and
    a role that is none.
    """
    from capqa.formats._json.paths import configured_paths

    return configured_paths(options, where, "format.json")


def read(data: bytes, name: str, configuration: object = None) -> Document:
    """Return the document in a file's bytes; without strings that are read it has no segments.

    The locator is the JSON pointer, which is the same for two members of one name; a segment's
    language is what ``language``, ``inLanguage`` and the like declare around it. Raises
    UnreadableError when the bytes are no text or no JSON.
    """
    from capqa.formats._json.documents import document

    return document("json", data, name, _strings(configuration), configuration)


def apply(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the document's bytes with the edits made and every other byte as it was.

    New text is escaped as the string around it is, and in HTML as HTML needs. Raises ConflictError
    when an edit's old text is not what stands there, when two edits overlap, and when markup would
    be lost or come to be.
    """
    from capqa.formats._json.documents import applied

    return applied(document, edits, _strings(document.configuration))


def is_content(head: bytes, configuration: object = None) -> bool:
    """Return whether a file found in a folder, not named by anyone, holds texts for readers.

    ``head`` are its first bytes. With paths configured every file is taken to; without, one with
    captions, headlines and the like, and no list of packages, schema or settings.
    """
    from capqa.formats._json.content import holds_news

    return configuration is not None or holds_news(head)


def _strings(configuration: object) -> Callable[[str, str], Iterator[ReadString]]:
    from capqa.formats._json.keys import WellKnownKeys
    from capqa.formats._json.reading import read_strings
    from capqa.formats._mapping import Places

    selection = cast("Selection", configuration) if configuration else WellKnownKeys()
    return lambda text, name: read_strings(text, name, selection, Places(text))
