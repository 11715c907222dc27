"""What the elements of HTML are, by name: blocks, formatting, what is not text.

Source: WHATWG HTML, "optional tags", "rendering" and the categories of "parsing"; checked in 2025.
"""

from __future__ import annotations

from typing import Final


def names(listed: str) -> frozenset[str]:
    """Return the names in a list parted by spaces."""
    return frozenset(listed.split())


HEADINGS: Final = names("h1 h2 h3 h4 h5 h6")

BLOCKS: Final = HEADINGS | names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl"
    " dt fieldset figcaption figure footer form frameset head header hgroup hr html legend li"
    " listing main menu nav ol optgroup option p plaintext pre search section select summary table"
    " tbody td tfoot th thead title tr ul xmp"
)
"""Elements that begin and end a text."""

VOID: Final = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr"
)
"""Elements without content or end tag."""

RAW_TEXT: Final = names("script style xmp iframe noembed noframes noscript")
"""Elements whose content is no markup; noscript is one wherever scripts run."""

RAW_WITH_REFERENCES: Final = names("title textarea")

UNSEEN: Final = names("script style template noscript noembed noframes datalist")
"""Elements that show nothing: the text around them goes on."""

SKIPPED: Final = UNSEEN | names(
    "audio canvas code iframe kbd listing math object plaintext pre samp svg textarea video xmp"
)
"""Elements whose content is not read: not text, or not in a language."""

CONTENT: Final = (SKIPPED - UNSEEN) | names("button img input embed")
"""Elements that show something of their own amid a text."""

FOREIGN: Final = names("math svg")

TEXT_IN_FOREIGN: Final = names("annotation-xml desc foreignobject mi mn mo ms mtext title")
"""Elements of SVG and MathML with HTML in them."""

NEVER_FOREIGN: Final = HEADINGS | names(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Start tags that end a drawing or formula left open."""

FORMATTING: Final = names("a b big code em font i nobr s small strike strong tt u")
"""Elements that an end tag closes from amid others."""

DECORATION: Final = names(
    "b bdi bdo big center em font i ins mark nobr s small span strike strong sub sup tt u"
)
"""Elements that say nothing once their text is gone."""

SCOPES: Final = names("applet caption html marquee object table td template th") | FOREIGN
"""Elements out of which no end tag reaches."""

TABLE_PARTS: Final = names("caption table tbody td tfoot th thead tr")

LISTS: Final = names("dir menu ol ul")

SPECIAL: Final = (
    BLOCKS | SCOPES | names("button iframe noembed noframes noscript script style template")
)

CLOSES_PARAGRAPH: Final = (
    BLOCKS - TABLE_PARTS - names("body col colgroup head html legend optgroup option select title")
) | {"table"}

CLOSED_BY_LIKE: Final = {
    "li": (names("li"), LISTS),
    "dt": (names("dt dd"), names("dl")),
    "dd": (names("dt dd"), names("dl")),
    "option": (names("option"), names("select datalist")),
    "optgroup": (names("option optgroup"), names("select datalist")),
    "td": (names("td th caption"), names("table")),
    "th": (names("td th caption"), names("table")),
    "tr": (names("tr td th caption"), names("table")),
    "tbody": (names("tbody thead tfoot tr td th caption"), names("table")),
    "thead": (names("tbody thead tfoot tr td th caption"), names("table")),
    "tfoot": (names("tbody thead tfoot tr td th caption"), names("table")),
}
"""For a start tag: the open elements it closes, and those it does not look beyond."""
