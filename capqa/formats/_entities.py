"""Entities of HTML and XML: what they stand for, and which a new text needs."""

from __future__ import annotations

_XML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

PATTERN = r"&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
"""A regular expression for one entity (in verbose mode too)."""


def decoded(entity: str) -> str | None:
    """Return what an entity with its ampersand and semicolon stands for, None where it is none."""
    name = entity[1:-1]
    if name in _XML:
        return _XML[name]
    if not name.startswith("#"):
        # 2,200 names, loaded when a rare one comes.
        from html.entities import html5

        return html5.get(f"{name};")
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if not 0 < number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return None
    return chr(number)


def encoded(text: str, encoding: str) -> str:
    """Return a text as it is written where markup may stand; quotes stay as they are.

    What the encoding lacks becomes a reference by number.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = text.replace("]]>", "]]&gt;").replace("-->", "--&gt;")
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
