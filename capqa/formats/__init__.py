"""The document formats, one module each: bytes to segments, and edits back to the same bytes.

Beside what `FormatModule` says a format may have

- ``recognises(head: bytes) -> bool``, where its endings are those of other formats too: whether the
  first bytes of a file are of this format;
- ``ASKED_LAST = True``, where it reads whatever no other format of the same ending recognises. In
  a folder such files are left alone, unless ``is_content`` or ``[format.NAME]`` wants them;
- ``is_content(head: bytes, configuration: object) -> bool``, where few of the files with its
  endings are for readers: whether one that begins so is to be read when it is met in a folder;
- ``documents(stream: BinaryIO, name: str, configurations: Mapping[str, object]) ->
  Iterator[Document | UnreadableError]``, where a file holds many documents, named after it
  ("archive.warc.gz#https://..."). They are checked one by one, in the memory of one, and never
  written; ``read`` is then not asked. ``configurations`` are those of all formats, by their names;
- ``sections(stream: BinaryIO, name: str) -> Iterator[Document]``, where a large file can be read in
  parts: see `_sections.in_sections`. It is given what ``configured`` returned as ``read`` is;
- ``LARGEST_FILE: int``, where a file read as a whole may have more or fewer bytes than
  `capqa.reading.LARGEST_FILE`;
- ``configured(options: Mapping[str, object], where: str) -> object``, where it takes options from
  ``[format.NAME]`` of the settings: what it makes of them, hashable, ConfigurationError when it
  cannot. It is then given to ``read`` as a third argument, and kept in ``Document.configuration``;
- ``mark_language(document, segment, span, language) -> bytes``, where its files can say that a
  passage is in another language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.model import Document, Edit

REQUIRED = ("SUFFIXES", "read", "apply")
"""The attributes the plugin loader asks of a format's module."""


class FormatModule(Protocol):
    """The shape of a format's module; ``SUFFIXES`` are file name endings, lower case, with dot."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - a module's constant
        """The endings of the names of this format's files."""

    def read(self, data: bytes, name: str) -> Document:
        """Return the document; UnreadableError when the bytes are none of this format."""

    def apply(self, document: Document, edits: Sequence[Edit]) -> bytes:
        """Return the document's bytes with the edits made and every other byte as it was.

        Raises ConflictError when an edit's old text is not what stands there.
        """
