"""TOML front matter: `tomllib` says whether it is TOML, and its strings are found beside that."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from capqa.formats._mapping import SegmentBuilder
from capqa.formats._markdown.front_matter import Field, broken
from capqa.formats._markdown.passages import Place, Writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._mapping import Places
    from capqa.model import Role, Segment

_TOKEN: Final = re.compile(
    r'(?P<string>"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')'
    r'|"(?:[^"\\]|\\.)*+"|\'[^\']*\')'
    r"|(?P<comment>\#[^\n]*)|(?P<line>\n)|(?P<mark>[\[\]{},=.])|(?P<bare>[^\s\[\]{},=.\"'\#]+)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|[ \t]*\r?\n\s*|(.))|\r?\n",
    re.DOTALL,
)
_MEANT: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_QUOTES: Final = ('"""', "'''", '"', "'")
_LINE: Final = re.compile(r"line (\d+)")


def toml_fields(text: str, start: int, end: int, name: str, places: Places) -> list[Field]:
    """Return the texts in the TOML from ``start`` to ``end``.

    Raises UnreadableError when it is broken.
    """
    source = text[start:end]
    try:
        tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        first_line = places.of(start)[0]
        found = _LINE.search(str(error))
        line = first_line + int(found[1]) - 1 if found else first_line
        problem = re.sub(r" \(at [^()]*\)$", "", str(error)) or "nested too deep"
        raise broken(name, line, problem) from error
    return [_field(text, string, keys, places) for keys, string in _strings(text, start, end)]


@dataclass(slots=True)
class _Container:
    """An array or table being read; ``has_key`` says that a value comes next."""

    keys: tuple[str, ...]
    is_array: bool
    key: tuple[str, ...] = ()
    has_key: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        return self.keys + self.key


def _strings(text: str, start: int, end: int) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """Yield the strings that are values, with the keys they stand under."""
    stack = [_Container((), is_array=False)]
    header: list[str] | None = None
    for token in _TOKEN.finditer(text, start, end):
        kind, mark = token.lastgroup, token[0]
        top = stack[-1]
        takes_key = not top.is_array and not top.has_key
        if kind in ("string", "bare"):
            if header is not None:
                header.append(_name(token))
            elif takes_key:
                top.key = (*top.key, *_names(token))
            elif kind == "string":
                yield top.path, token
        elif kind == "line" and len(stack) == 1:
            if header is not None:
                stack, header = [_Container(tuple(header), is_array=False)], None
            stack[0].key, stack[0].has_key = (), False
        elif mark == "=" and takes_key:
            top.has_key = True
        elif mark == "[" and takes_key and len(stack) == 1:
            header = header or []
        elif mark in ("[", "{"):
            stack.append(_Container(top.path, is_array=mark == "["))
        elif mark in ("]", "}") and len(stack) > 1:
            stack.pop()
        elif mark == "," and not top.is_array:
            top.key, top.has_key = (), False


def _names(token: re.Match[str]) -> tuple[str, ...]:
    return (_name(token),)


def _name(token: re.Match[str]) -> str:
    return token[0] if token.lastgroup == "bare" else token[0][1:-1]


def _field(text: str, string: re.Match[str], keys: tuple[str, ...], places: Places) -> Field:
    quote = next(each for each in _QUOTES if string[0].startswith(each))
    start, end = string.span()

    def build(role: Role, locator: str) -> Segment | None:
        builder = SegmentBuilder(places)
        _add(builder, text, start + len(quote), end - len(quote), quote)
        return builder.segment(role, locator=locator)

    value = string[0][len(quote) : -len(quote)]
    return Field(keys, value, build, Writing(Place.TOML, quote, start=start, end=end))


def _add(builder: SegmentBuilder, text: str, start: int, end: int, quote: str) -> None:
    at = start
    for special in _ESCAPE.finditer(text, start, end):
        is_break = special[0][0] != "\\"
        if quote[0] == "'" and not is_break:
            continue
        builder.letters(text[at : special.start()], at)
        at = special.end()
        number = special[1] or special[2] or special[3]
        if is_break:
            meant = "\n"
        elif number:
            meant = chr(int(number, 16))
        else:
            meant = _MEANT.get(special[4], special[4]) if special[4] else ""
        if meant:
            builder.whole(meant, special.start(), len(special[0]))
    builder.letters(text[at:end], at)
