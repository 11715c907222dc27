"""Files of news to documents, and edits back to their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.formats import _xml
from capqa.formats._cues import document_of
from capqa.formats._declared_encoding import decode_declared
from capqa.formats._xml_root import root_in, root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.formats._news.reader import News
    from capqa.formats._xml_root import Root
    from capqa.model import Document, Edit, Segment

# The reader is imported where it is used: every format is loaded for every check.


class Kind(NamedTuple):
    """A kind of file: the format's name, what it is called in errors, and how its root is known.

    ``expected`` says which root elements there may be, for errors.
    """

    format: str
    called: str
    expected: str
    is_root: Callable[[Root], bool]

    def recognises(self, head: bytes) -> bool:
        """Return whether a file that begins so is of this kind."""
        root = root_of(head)
        return root is not None and self.is_root(root)

    def read(self, data: bytes, name: str) -> Document:
        """Return the document in a file's bytes; UnreadableError when it is not of this kind."""
        decoded = decode_declared(data, name, _xml.DECLARED_ENCODING)
        news = self._news(decoded.text, name)
        return document_of(name, self.format, data, decoded, news.segments, news.language)

    def apply(self, document: Document, edits: Sequence[Edit]) -> bytes:
        """Return the document's bytes with the edits made and every other byte as it was."""
        from capqa.formats._nesting import edited

        if not edits:
            return document.data
        news = self._news(document.text, document.name)
        written = _xml.writer(_xml.tokens(document.text), document.encoding, verbatim=news.markup)
        return edited(document, edits, segments=self._segments, written=written, pages=news.pages)

    def _segments(self, text: str, name: str) -> list[Segment]:
        return self._news(text, name).segments

    def _news(self, text: str, name: str) -> News:
        from capqa.formats._news.reader import read_news

        _xml.refuse_broken(text, name)
        tokens = list(_xml.tokens(text))
        root = root_in(tokens)
        if not self.is_root(root):
            raise _xml.other_root(root.name, self.expected, self.called, name)
        return read_news(text, tokens)
