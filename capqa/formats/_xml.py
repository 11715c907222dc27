"""XML as it stands in a file: whether it is well formed, and its tokens with their places.

Expat only says whether the file is well formed; nothing it reads is used. A document type with
declarations of its own is refused, so no entity is ever expanded and nothing is fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats import _entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

DECLARED_ENCODING = re.compile(
    rb"\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']"
)
"""Where an XML file says which encoding it is in."""

_TAG = re.compile(r"<(/?)([^\s/>]+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>")
# Up to what it declares itself: that is read as if it stood after it.
_DOCUMENT_TYPE = re.compile(r"<!(?:[^\"'>\[]++|\"[^\"]*+\"|'[^']*+')*+[>\[]")
_ATTRIBUTE = re.compile(r"([^\s=/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_UNDEFINED_ENTITY = 11
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{0,31});")


class Token(NamedTuple):
    """A stretch of the source: "text", "cdata" (without its marks), "open", "close" or "empty".

    ``name`` is a tag's name without its prefix; what lies between tokens is comments and the like.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    prefix: str = ""
    inside: str = ""

    def attributes(self) -> dict[str, str]:
        """Return a tag's attributes as written, by their names with prefix; entities stay."""
        return {
            found[1]: found[3] or "" if found[2] is None else found[2]
            for found in _ATTRIBUTE.finditer(self.inside)
        }

    def values(self) -> Iterator[tuple[str, int, int]]:
        """Return the names of a tag's attributes, and where in the source their values begin and
        end within their quotes.
        """
        behind_name = self.end - 1 - len(self.inside)
        for found in _ATTRIBUTE.finditer(self.inside):
            start, end = found.span(3 if found[2] is None else 2)
            yield found[1], behind_name + start, behind_name + end


def refuse_broken(text: str, name: str) -> None:
    """Raise UnreadableError, with the place, unless a text is well-formed XML without entities of
    its own.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8")

    def doctype(_name: str, _system: str | None, _public: str | None, own: bool) -> None:
        if own:
            raise UnreadableError(
                "declares entities or elements of its own, which are not expanded",
                where=name,
                mend="remove what stands in [ ] after DOCTYPE",
            )

    parser.StartDoctypeDeclHandler = doctype
    data = text.encode("utf-8")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code) or "not well-formed"
        mend = "restore the markup there"
        if error.code == _UNDEFINED_ENTITY and (
            found := _ENTITY.match(data, parser.ErrorByteIndex)
        ):
            mend = _written_otherwise(found[0].decode("ascii"))
        raise UnreadableError(
            f"is broken XML (line {error.lineno}, column {error.offset + 1}: {message})",
            where=name,
            mend=mend,
        ) from error


def _written_otherwise(entity: str) -> str:
    meant = _entities.decoded(entity)
    if meant is None:
        return f"write &amp;{entity[1:]} for {entity}"
    return f"write {''.join(f'&#{ord(each)};' for each in meant)} for {entity}"


def tokens(text: str) -> Iterator[Token]:
    """Return the tags and texts of a well-formed document, in order and in linear time."""
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            start = len(text)
        if start > at:
            yield Token("text", at, start)
        if start == len(text):
            return
        if text.startswith("<!--", start):
            at = text.index("-->", start + 4) + 3
        elif text.startswith("<?", start):
            at = text.index("?>", start) + 2
        elif text.startswith("<![CDATA[", start):
            end = text.index("]]>", start)
            yield Token("cdata", start + 9, end)
            at = end + 3
        elif text.startswith("<!", start):
            document_type = _DOCUMENT_TYPE.match(text, start)
            at = document_type.end() if document_type else len(text)
        else:
            tag = _TAG.match(text, start)
            if tag is None:  # not in a well-formed document
                return
            at = tag.end()
            yield _tag(tag)


def refuse_other_root(tokens: Sequence[Token], root: str, kind: str, name: str) -> None:
    """Raise UnreadableError unless a document's first element is called ``root``."""
    found = next(token.name for token in tokens if token.name)
    if found != root:
        raise other_root(found, repr(root), kind, name)


def other_root(found: str, expected: str, kind: str, name: str) -> UnreadableError:
    """Return the error for a document whose root element is of another kind."""
    return UnreadableError(
        f"is no {kind}: its root element is {found[:40]!a}, not {expected}",
        where=name,
        mend="name the file after its format",
    )


def writer(
    tokens: Iterable[Token],
    encoding: str,
    line_break: str = "\n",
    *,
    verbatim: Iterable[tuple[int, int]] = (),
) -> Callable[[str, int], str]:
    """Return what writes a new text as it must stand at an offset: escaped, but not in CDATA, nor
    in the stretches ``verbatim``, where the text is markup already.

    ``line_break`` is the markup for one, in a text.
    """
    apart = [token for token in tokens if token.kind != "text"]
    markup = sorted(verbatim)

    def written(text: str, offset: int) -> str:
        index = bisect_right(markup, offset, key=lambda part: part[0]) - 1
        if index >= 0 and offset < markup[index][1]:
            return text
        index = bisect_right(apart, offset, key=lambda token: token.start) - 1
        token = apart[index] if index >= 0 else None
        if token and token.kind == "cdata" and offset <= token.end:
            return text
        escaped = _entities.encoded(text, encoding)
        if token and token.name and token.start < offset < token.end:
            # In either kind of quotes, neither can end the value.
            return escaped.replace('"', "&quot;").replace("'", "&#39;").replace("\n", " ")
        return escaped.replace("\n", line_break)

    return written


def _tag(tag: re.Match[str]) -> Token:
    prefix, _, local = tag[2].rpartition(":")
    kind = "close" if tag[1] else "empty" if tag[3].endswith("/") else "open"
    return Token(kind, tag.start(), tag.end(), local, prefix, tag[3])
