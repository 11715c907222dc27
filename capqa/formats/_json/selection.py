"""Which strings of a JSON text are read, and as what: what every way of choosing them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from capqa.formats._json.values import Container, String, Values
    from capqa.model import Role


class Chosen(NamedTuple):
    """What a string is read as: its role, whether it is HTML, and its language where that is known
    from the string's own key.
    """

    role: Role
    is_html: bool = False
    language: str | None = None


class Selection(Protocol):
    """A way of choosing strings; it is asked twice, as what an object is may stand at its end."""

    @property
    def labels(self) -> Collection[str]:
        """The keys whose strings tell what an object is; see `Container.labels`."""

    def wants(self, container: Container) -> bool:
        """Return whether the string value that stands at a container's ``step`` may be read."""

    def choose(self, string: String, text: str) -> Chosen | None:
        """Return what such a string is read as, None where it is not read after all.

        By now the labels of all objects are known; ``text`` is the string decoded.
        """

    def languages(self, source: str, values: Values) -> Mapping[int, str | None]:
        """Return the language that is declared in each container, by its `id`."""
