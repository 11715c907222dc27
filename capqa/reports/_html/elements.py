"""HTML elements as data, so that no text from a page can become markup."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from capqa.reports._xml import safe

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(tag: str, *children: Element | str, **attributes: object) -> Element:
    """Return an element; an underscore in an attribute's name is a hyphen, a last one is dropped.

    Attributes that are None are left out. Control characters become visible symbols.
    """
    made = Element(
        tag,
        {
            name.rstrip("_").replace("_", "-"): safe(str(value))
            for name, value in attributes.items()
            if value is not None
        },
    )
    for child in children:
        add(made, child)
    return made


def add(parent: Element, child: Element | str) -> None:
    """Add an element or a text at the end of another element."""
    if not isinstance(child, str):
        parent.append(child)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + safe(child)
    else:
        parent.text = (parent.text or "") + safe(child)


def joined(parent: Element, children: Iterable[Element], separator: str = " ") -> Element:
    """Add elements with a text between them, and return the parent."""
    for index, child in enumerate(children):
        if index:
            add(parent, separator)
        parent.append(child)
    return parent


def written(made: Element) -> str:
    """Return an element as HTML."""
    return tostring(made, encoding="unicode", method="html")
