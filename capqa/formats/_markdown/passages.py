"""A text of a Markdown file with all that is needed to write into it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from capqa.formats._html.passages import Passage as HtmlPassage
    from capqa.formats._markdown.source_map import SourceMap
    from capqa.model import Segment


class Place(Enum):
    """Where a text stands, which decides how it is escaped."""

    TEXT = "text"
    TITLE = "title"
    HTML = "html"
    ARGUMENT = "argument"
    YAML = "yaml"
    TOML = "toml"


@dataclass(frozen=True, slots=True)
class Writing:
    """How a text is written: ``quote`` is what stands around a title, an argument or a scalar.

    ``lines`` tells how the lines of a block begin; ``html`` is the passage of a text in HTML.
    ``start`` and ``end`` bound the value in front matter, its quotation marks included, ``indent``
    is what its further lines begin with, and ``in_flow`` says that it stands within brackets.
    """

    place: Place
    quote: str = ""
    lines: SourceMap | None = None
    html: HtmlPassage | None = None
    start: int = 0
    end: int = 0
    indent: str = ""
    in_flow: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment, and how to write into it.

    ``alone`` says that nothing else is in its block, so that a credit or byline would be told from
    its wording.
    """

    segment: Segment
    writing: Writing
