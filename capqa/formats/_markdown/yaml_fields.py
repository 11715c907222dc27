"""YAML front matter: PyYAML finds its scalars, and each is read again letter by letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import yaml

from capqa.formats._mapping import SegmentBuilder
from capqa.formats._markdown.front_matter import Field, broken
from capqa.formats._markdown.passages import Place, Writing
from capqa.formats._markdown.yaml_scalars import add_scalar, block_indent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.formats._mapping import Places
    from capqa.model import Role, Segment

_TEXT: Final = "tag:yaml.org,2002:str"
_KEY: Final = re.compile(r"(?:[ \t]*(?:#.*)?(?:\r\n|\r|\n))*[\"']?[A-Za-z_][\w .-]*[\"']?[ \t]*:")


def yaml_fields(text: str, start: int, end: int, name: str, places: Places) -> list[Field] | None:
    """Return the texts in the YAML from ``start`` to ``end``; None when it is no list of fields.

    Raises UnreadableError when it is one, and broken.
    """
    source = text[start:end]
    first_line = places.of(start)[0]
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        if not _KEY.match(source):
            return None
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = first_line + mark.line if mark else first_line
        if isinstance(error, yaml.reader.ReaderError):
            line = places.of(start + min(error.position, len(source)))[0]
            raise broken(name, line, "a character that YAML does not allow") from error
        raise broken(name, line, getattr(error, "problem", None) or "nested too deep") from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        return None
    return list(_Fields(text, start, name, places).of(root))


class _Fields:
    def __init__(self, text: str, start: int, name: str, places: Places) -> None:
        self._text = text
        self._start = start
        self._name = name
        self._places = places

    def of(self, root: yaml.MappingNode) -> Iterator[Field]:
        """Yield the texts in the order of their places, each once however often it is aliased."""
        seen: set[int] = set()
        waiting: list[tuple[yaml.Node, tuple[str, ...], bool]] = [(root, (), False)]
        while waiting:
            node, keys, in_flow = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if isinstance(node, yaml.ScalarNode):
                if node.tag == _TEXT:
                    yield self._field(node, keys, in_flow=in_flow)
                continue
            if isinstance(node, yaml.CollectionNode):
                in_flow = in_flow or bool(node.flow_style)
            if isinstance(node, yaml.SequenceNode):
                waiting += [(item, keys, in_flow) for item in reversed(node.value)]
            elif isinstance(node, yaml.MappingNode):
                waiting += [
                    (value, (*keys, str(key.value)), in_flow)
                    for key, value in reversed(node.value)
                    if isinstance(key, yaml.ScalarNode)
                ]

    def _field(self, node: yaml.ScalarNode, keys: tuple[str, ...], *, in_flow: bool) -> Field:
        start = self._start + node.start_mark.index
        end = self._start + node.end_mark.index

        def build(role: Role, locator: str) -> Segment | None:
            builder = SegmentBuilder(self._places)
            add_scalar(builder, self._text, start, end, node.style or "", node.value)
            segment = builder.segment(role, locator=locator)
            if (segment.text if segment else "") != node.value.strip():
                line = self._places.of(start)[0]
                raise broken(self._name, line, "this text is written in a way capqa cannot read")
            return segment

        writing = Writing(
            Place.YAML,
            node.style or "",
            start=start,
            end=end,
            indent=block_indent(self._text, start, end, node.value),
            in_flow=in_flow,
        )
        return Field(keys, node.value, build, writing)
