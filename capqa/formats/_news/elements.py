"""The elements that are open while a document is read: names, namespaces, languages, places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from capqa.formats._declared_language import declared_language
from capqa.formats._news.meanings import Meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from capqa.formats._xml import Token
    from capqa.model import Role

_LONGEST_NAME = 40
_MOST_STEPS = 16


class Namespaces:
    """Which namespace each prefix stands for where the reader is."""

    def __init__(self) -> None:
        """Begin outside the root element."""
        self._of: dict[str, list[str]] = {}

    def declare(self, own: Mapping[str, str]) -> None:
        """Take the declarations of an element that begins."""
        for prefix, namespace in own.items():
            self._of.setdefault(prefix, []).append(namespace)

    def forget(self, own: Mapping[str, str]) -> None:
        """Leave out those of an element that ends."""
        for prefix in own:
            self._of[prefix].pop()

    def of(self, prefix: str) -> str:
        """Return the namespace of a prefix, "" for none."""
        declared = self._of.get(prefix)
        return declared[-1] if declared else ""


@dataclass(slots=True, eq=False)
class Element:
    """An element and what holds within it: ``language``, ``keeps_space`` and ``role`` are its own
    or those around it.

    ``name`` is without prefix, ``namespace`` "" where it has none. ``block`` is the innermost
    element that begins a text, itself included. ``facts`` is for vocabularies to note what an
    element around says of those after it.
    """

    token: Token
    parent: Element | None
    attributes: dict[str, str]
    declared_namespaces: Mapping[str, str]
    namespace: str
    step: str
    language: str | None
    keeps_space: bool
    vocabulary: Callable[[Element], Meaning] | None = None
    meaning: Meaning = field(default_factory=Meaning)
    role: Role | None = None
    block: Element | None = None
    facts: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The element's name without its prefix."""
        return self.token.name

    @property
    def parent_name(self) -> str:
        """The name of the element around, "" for the root."""
        return self.parent.name if self.parent else ""

    @property
    def path(self) -> str:
        """Where it stands, as XPath: the first element that this matches is the one.

        Of elements nested deeper than anyone writes, the outer ones are left out.
        """
        steps: list[str] = []
        element: Element | None = self
        while element is not None and len(steps) < _MOST_STEPS:
            steps.append(element.step)
            element = element.parent
        return ("/" if element is None else "//") + "/".join(reversed(steps))


def opened(
    token: Token,
    parent: Element | None,
    namespaces: Namespaces,
    languages: Mapping[int, str | None],
) -> Element:
    """Return an element that begins with a tag; what it means is not known yet.

    What it declares is put into ``namespaces``. ``languages`` are those that elements declare
    within (`languages.declared_within`), by the places of the elements they are of.
    """
    attributes = token.attributes()
    own = {
        key.removeprefix("xmlns").removeprefix(":"): value.strip()
        for key, value in attributes.items()
        if key == "xmlns" or key.startswith("xmlns:")
    }
    namespaces.declare(own)
    space = attributes.get("xml:space")
    language = parent.language if parent else None
    tag = attributes.get("xml:lang")
    if tag is None and token.name == "lang":
        tag = attributes.get("iso")  # of NITF
    if tag is not None:
        language = declared_language(tag)
    elif token.start in languages:
        language = languages[token.start]
    return Element(
        token=token,
        parent=parent,
        attributes=attributes,
        declared_namespaces=own,
        namespace=namespaces.of(token.prefix),
        step=_step(token, parent),
        language=language,
        keeps_space=space == "preserve" if space else bool(parent and parent.keeps_space),
    )


def _step(token: Token, parent: Element | None) -> str:
    name = f"{token.prefix}:{token.name}" if token.prefix else token.name
    number = 1
    if parent:
        number = parent.counts[name] = parent.counts.get(name, 0) + 1
    shown = name if len(name) <= _LONGEST_NAME else "*"
    return shown if number == 1 else f"{shown}[{number}]"
