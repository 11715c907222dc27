"""The front matter of a Markdown file: its fields for readers, and the language it declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import UnreadableError
from capqa.formats._content_names import content_role
from capqa.formats._declared_language import declared_language
from capqa.formats._markdown.passages import Passage
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from capqa.formats._mapping import Places
    from capqa.formats._markdown.passages import Writing
    from capqa.model import Segment

_OPENING: Final = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSINGS: Final = {
    "---": re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_LINE_START: Final = re.compile(r"(?:\r\n|\r|\n)(?=[-.+])")
_LANGUAGE_KEYS: Final = frozenset(("lang", "language", "locale", "langcode"))
_OF_A_PICTURE: Final = re.compile(
    r"image|img|figure|photo|picture|video|gallery|cover|hero|media|thumb|resource|banner|bild|foto"
)


class Field(NamedTuple):
    """A text in front matter: the keys it stands under, what it says, and how to write it.

    ``build`` makes a segment of it; it raises UnreadableError where the text cannot be placed.
    """

    keys: tuple[str, ...]
    value: str
    build: Callable[[Role, str], Segment | None]
    writing: Writing


class FrontMatter(NamedTuple):
    """The texts of a file's front matter, its language, and where the body starts."""

    passages: Sequence[Passage] = ()
    language: str | None = None
    body_start: int = 0


def read_front_matter(text: str, name: str, places: Places) -> FrontMatter:
    """Return the front matter of a file, an empty one where the file begins with its text.

    Raises UnreadableError when it is broken; what begins like front matter but holds no fields is
    text.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    # A fence may follow right upon the first.
    closing = _CLOSINGS[opening[1]].match(text, opening.end())
    for line_start in () if closing else _LINE_START.finditer(text, opening.end()):
        closing = _CLOSINGS[opening[1]].match(text, line_start.end())
        if closing:
            break
    if closing is None:
        return FrontMatter()
    fields = _fields(opening[1], text, opening.end(), closing.start(), name, places)
    if fields is None:
        return FrontMatter()
    passages, language = _read(fields)
    return FrontMatter(passages, language, closing.end())


def _fields(
    fence: str, text: str, start: int, end: int, name: str, places: Places
) -> Iterable[Field] | None:
    # Imported here: PyYAML takes as long to load as a page to read, and most pages have no TOML.
    if fence == "---":
        from capqa.formats._markdown.yaml_fields import yaml_fields

        return yaml_fields(text, start, end, name, places)
    from capqa.formats._markdown.toml_fields import toml_fields

    return toml_fields(text, start, end, name, places)


def _read(fields: Iterable[Field]) -> tuple[list[Passage], str | None]:
    passages = []
    language = None
    for field in fields:
        key = field.keys[-1].lower() if field.keys else ""
        if len(field.keys) == 1 and key in _LANGUAGE_KEYS:
            language = declared_language(field.value)
            continue
        role = _role(field.keys)
        if role is None:
            continue
        segment = field.build(role, f"front matter: {'.'.join(field.keys)}"[:80])
        if segment:
            passages.append(Passage(segment, field.writing))
    return passages, language


def _role(keys: tuple[str, ...]) -> Role | None:
    role = content_role(keys[-1]) if keys else None
    if role is Role.HEADLINE and len(keys) > 1:
        of_picture = any(_OF_A_PICTURE.search(key.lower()) for key in keys[:-1])
        return Role.CAPTION if of_picture else Role.META
    return role


def broken(name: str, line: int, problem: str) -> UnreadableError:
    """Return the error for front matter that no site generator would take either."""
    return UnreadableError(
        f"has broken front matter (line {line}: {' '.join(problem.split())})",
        where=name,
        mend="mend that line",
    )
