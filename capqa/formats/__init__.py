"""The document formats, one module each: bytes to segments, and edits back to the same bytes.

Beside what `FormatModule` says a format may have

- ``recognises(head: bytes) -> bool``, where its endings are those of other formats too: whether the
  first bytes of a file are of this format;
- ``ASKED_LAST = True``, where it reads whatever no other format of the same ending recognises;
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
