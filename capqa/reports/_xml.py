"""XML written piece by piece, whatever the texts hold."""

from __future__ import annotations

import re
from io import StringIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from capqa.visible import visible

_NOT_IN_XML = re.compile("[\ufffe\uffff]")


class XmlWriter:
    """Writes elements and hands out what was written since the last time."""

    def __init__(self) -> None:
        """Begin a document."""
        self._written = StringIO()
        self._generator = XMLGenerator(self._written, "utf-8", short_empty_elements=True)
        self._generator.startDocument()
        self._open: list[str] = []

    def start(self, tag: str, **attributes: object) -> None:
        """Begin an element, on a line of its own; attributes that are None are left out."""
        self._generator.ignorableWhitespace(f"\n{'  ' * len(self._open)}" if self._open else "")
        given = {name: safe(str(value)) for name, value in attributes.items() if value is not None}
        self._generator.startElement(tag, AttributesImpl(given))
        self._open.append(tag)

    def end(self, *, on_own_line: bool = False) -> None:
        """End the element begun last."""
        tag = self._open.pop()
        if on_own_line:
            self._generator.ignorableWhitespace(f"\n{'  ' * len(self._open)}")
        self._generator.endElement(tag)
        if not self._open:
            self._generator.ignorableWhitespace("\n")
            self._generator.endDocument()

    def element(self, tag: str, *lines: str, **attributes: object) -> None:
        """Write an element that holds lines of text or nothing."""
        self.start(tag, **attributes)
        self._generator.characters("\n".join(map(safe, lines)))
        self.end()

    def taken(self) -> str:
        """Return what was written since this was last asked."""
        text = self._written.getvalue()
        self._written.seek(0)
        self._written.truncate()
        return text


def safe(text: str) -> str:
    """Return a line with a symbol for everything XML cannot hold or a terminal would act on."""
    return _NOT_IN_XML.sub("\ufffd", visible(text))
