"""A tokenizer that knows where everything stands: tags, the values of attributes, text.

It follows the states of WHATWG HTML 13.2.5 as far as they decide what is text and what is not.
What browsers drop (a tag the page ends in) and comments are tokens too, so that the tokens cover
the source without a gap.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from capqa.formats._html.elements import RAW_TEXT, RAW_WITH_REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG_NAME = re.compile("[A-Za-z][^\t\n\f\r />]*")
_BETWEEN = re.compile("[\t\n\f\r /]*")
_ATTRIBUTE_NAME = re.compile("=?[^\t\n\f\r />=]*")
_EQUALS = re.compile("[\t\n\f\r ]*=[\t\n\f\r ]*")
_UNQUOTED = re.compile("[^\t\n\f\r >]*")
_COMMENT_END = re.compile("--!?>")
_IN_SCRIPT = re.compile("<!--(-*>)?|-->|</?script(?=[\t\n\f\r />])", re.IGNORECASE)
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in RAW_TEXT | RAW_WITH_REFERENCES
}


class Attribute(NamedTuple):
    """An attribute; its value stands from ``start`` to ``end``, within ``quote`` if that is not "".

    An attribute without a value has ``start == end``.
    """

    start: int
    end: int
    quote: str


class Token(NamedTuple):
    """A stretch of the source.

    ``kind`` is "text", "raw" (a text in which nothing is markup), "open", "close" or "other".
    ``name`` is a tag's, in small letters, or that of the element a raw text is in.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, Attribute] = MappingProxyType({})
    closes_itself: bool = False


def tokens(source: str, *, xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of a page in order, without a gap; in linear time.

    In ``xml``, a tag that ends in ``/>`` has no content whatever its name.
    """
    text_start = position = 0
    size = len(source)
    while position < size:
        position = source.find("<", position)
        if position < 0:
            break
        token = _markup(source, position)
        if token is None:
            position += 1
            continue
        if text_start < position:
            yield Token("text", text_start, position)
        yield token
        position = text_start = token.end
        if token.kind == "open" and not (xml and token.closes_itself):
            behind = _raw_end(source, token)
            if position < behind:
                yield Token("raw", position, behind, token.name)
                position = text_start = behind
    if text_start < size:
        yield Token("text", text_start, size)


def _raw_end(source: str, token: Token) -> int:
    if token.name == "plaintext":
        return len(source)
    if token.name == "script":
        return _script_end(source, token.end)
    pattern = _RAW_END.get(token.name)
    if pattern is None:
        return token.end
    found = pattern.search(source, token.end)
    return found.start() if found else len(source)


def _script_end(source: str, start: int) -> int:
    """Return where a script ends, which "</script>" does not within a script in a comment in it."""
    in_comment = in_script = False
    for found in _IN_SCRIPT.finditer(source, start):
        mark = found[0][:3].lower()
        if mark == "<!-":
            in_comment = in_comment or not found[1]
        elif mark == "-->":
            in_comment = in_script = False
        elif mark == "<sc":
            in_script = in_comment
        elif in_script:
            in_script = False
        else:
            return found.start()
    return len(source)


def _markup(source: str, start: int) -> Token | None:
    following = source[start + 1 : start + 2]
    if following == "!":
        return Token("other", start, _declaration_end(source, start))
    if following == "?":
        return Token("other", start, _behind(source, ">", start + 2))
    if following == "/":
        name = _TAG_NAME.match(source, start + 2)
        if name:
            return _tag(source, start, name, "close")
        if start + 2 == len(source):
            return None
        return Token("other", start, _behind(source, ">", start + 2))
    name = _TAG_NAME.match(source, start + 1)
    return _tag(source, start, name, "open") if name else None


def _declaration_end(source: str, start: int) -> int:
    if not source.startswith("<!--", start):
        return _behind(source, ">", start + 2)
    if source.startswith((">", "->"), start + 4):
        return source.index(">", start) + 1
    found = _COMMENT_END.search(source, start + 4)
    return found.end() if found else len(source)


def _behind(source: str, mark: str, start: int) -> int:
    found = source.find(mark, start)
    return len(source) if found < 0 else found + 1


def _tag(source: str, start: int, name: re.Match[str], kind: str) -> Token:
    attributes: dict[str, Attribute] = {}
    position, size = name.end(), len(source)
    while True:
        between = _BETWEEN.match(source, position)
        position = between.end() if between else position
        if position >= size:
            # The page ends within the tag: browsers drop it.
            return Token("other", start, size)
        if source[position] == ">":
            break
        position = _attribute(source, position, attributes)
    closes_itself = source[position - 1] == "/"
    return Token(kind, start, position + 1, name[0].lower(), attributes, closes_itself)


def _attribute(source: str, position: int, attributes: dict[str, Attribute]) -> int:
    found = _ATTRIBUTE_NAME.match(source, position)
    behind = found.end() if found else position
    name = source[position:behind].lower()
    value, position = Attribute(behind, behind, ""), behind
    equals = _EQUALS.match(source, behind)
    if equals:
        position = equals.end()
        quote = source[position : position + 1]
        if quote in ('"', "'") and quote:
            end = source.find(quote, position + 1)
            end = len(source) if end < 0 else end
            value, position = Attribute(position + 1, end, quote), end + 1
        else:
            unquoted = _UNQUOTED.match(source, position)
            end = unquoted.end() if unquoted else position
            value, position = Attribute(position, end, ""), end
    # Of attributes with the same name, the first one counts.
    attributes.setdefault(name, value)
    return position
