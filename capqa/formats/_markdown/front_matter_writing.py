"""Writing into the scalars of front matter: their quotes stay, or are set where they are needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from capqa.formats._cues import line_break_of
from capqa.formats._markdown.passages import Place
from capqa.formats._splicing import Replacement
from capqa.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.formats._markdown.passages import Writing
    from capqa.model import Document

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_NEEDS_ESCAPE: Final = re.compile(r"[\\\"]")


def written_scalar(
    document: Document, writing: Writing, replacements: Sequence[Replacement]
) -> list[Replacement]:
    """Return the replacements within one scalar as they must be written.

    A text that YAML would not read as itself without quotation marks gets them, and so does one
    with an apostrophe within those of TOML.
    """
    quote = writing.quote
    if quote == "'" and writing.place is Place.YAML:
        texts = (each.text.replace("'", "''").replace("\n", " ") for each in replacements)
        return [_with(each, text) for each, text in zip(replacements, texts, strict=True)]
    if quote in ('"', '"""'):
        return [_with(each, _escaped(each.text, document)) for each in replacements]
    if quote in ("|", ">"):
        line = line_break_of(document.text) + writing.indent
        return [_with(each, each.text.replace("\n", line)) for each in replacements]
    if quote == "'''":
        return list(replacements)
    as_is = [_with(each, each.text.replace("\n", " ")) for each in replacements]
    if quote == "'":
        news = "".join(each.text for each in as_is)
        fits = "'" not in news and not _CONTROL.search(news)
    else:
        raw = _spliced(document.text, writing.start, writing.end, as_is)
        fits = _is_plain(raw, in_flow=writing.in_flow)
    if fits:
        return as_is
    return _quoted(document, writing, replacements)


def _quoted(
    document: Document, writing: Writing, replacements: Sequence[Replacement]
) -> list[Replacement]:
    """Return the replacements with double quotes set around the scalar."""
    start, end, width = writing.start, writing.end, len(writing.quote)
    made = sorted(_with(each, _escaped(each.text, document)) for each in replacements)
    untouched = []
    at = start + width
    for replacement in made:
        untouched.append((at, replacement.span.start))
        at = replacement.span.end
    untouched.append((at, end - width))
    for first, last in untouched:
        for special in _NEEDS_ESCAPE.finditer(document.text, first, last):
            made.append(Replacement(Span(*special.span()), f"\\{special[0]}"))
    return _around(made, start, end, width)


def _around(made: Sequence[Replacement], start: int, end: int, width: int) -> list[Replacement]:
    # Two replacements at one place would be taken for a conflict, so they are made one.
    inside = sorted(made)
    opening, closing = Span(start, start + width), Span(end - width, end)
    if inside[0].span.start == opening.end and not width:
        inside[0] = _with(inside[0], f'"{inside[0].text}')
    else:
        inside.insert(0, Replacement(opening, '"'))
    if inside[-1].span.end == closing.start and not width:
        inside[-1] = _with(inside[-1], f'{inside[-1].text}"')
    else:
        inside.append(Replacement(closing, '"'))
    return inside


def _with(replacement: Replacement, text: str) -> Replacement:
    return Replacement(replacement.span, text)


def _spliced(text: str, start: int, end: int, replacements: Sequence[Replacement]) -> str:
    pieces = []
    for replacement in sorted(replacements):
        pieces += [text[start : replacement.span.start], replacement.text]
        start = replacement.span.end
    return "".join(pieces) + text[start:end]


def _escaped(text: str, document: Document) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    text = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    try:
        text.encode(document.encoding)
    except UnicodeEncodeError:
        return "".join(_in_encoding(each, document.encoding) for each in text)
    return text


def _in_encoding(letter: str, encoding: str) -> str:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        number = ord(letter)
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
    return letter


def _is_plain(raw: str, *, in_flow: bool) -> bool:
    import yaml

    source = f"[{raw}]" if in_flow else f"a: {raw}"
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    if isinstance(root, yaml.MappingNode) and len(root.value) == 1:
        node = root.value[0][1]
    elif isinstance(root, yaml.SequenceNode) and len(root.value) == 1:
        node = root.value[0]
    else:
        return False
    return (
        isinstance(node, yaml.ScalarNode)
        and node.style is None
        and node.tag == "tag:yaml.org,2002:str"
        and node.value.split() == raw.split()
    )
