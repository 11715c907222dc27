"""Strings chosen by the paths that the settings give, such as ``/items/*/caption``."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from capqa.errors import ConfigurationError
from capqa.formats._json.languages import LANGUAGE_KEYS, declare, language_of_tag
from capqa.formats._json.selection import Chosen
from capqa.formats._json.strings import decoded
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from capqa.formats._json.values import Container, String, Values

_OPTIONS: Final = ("paths", "language")
_HTML: Final = "+html"
_ONE: Final = "*"
_ANY: Final = "**"

_Steps: TypeAlias = tuple[str, ...]
# Where each path is: the number of the path, and how many of its steps are behind.
_Reached: TypeAlias = frozenset[tuple[int, int]]


class _Path(NamedTuple):
    steps: _Steps
    chosen: Chosen | None


@dataclass(frozen=True, slots=True)
class ConfiguredPaths:
    """A selection by paths; those whose ``chosen`` is None lead to the name of a language.

    Such a language holds in what the last ``*`` or ``**`` of its path stands for, in the whole text
    where it has none.
    """

    paths: tuple[_Path, ...]

    @property
    def labels(self) -> Collection[str]:
        """The keys that declare a language anywhere."""
        return LANGUAGE_KEYS

    def wants(self, container: Container) -> bool:
        """Return whether a path leads to the string value at the container's step."""
        return any(True for _ in self._arrived(container, container.step))

    def choose(self, string: String, text: str) -> Chosen | None:
        """Return what the first path that leads to a string says."""
        del text
        arrived = sorted(self._arrived(string.container, string.step))
        return next(
            (path.chosen for number in arrived if (path := self.paths[number]).chosen), None
        )

    def languages(self, source: str, found: Values) -> Mapping[int, str | None]:
        """Return the language of each container: by the paths, else by its own keys."""
        own = declare(found.containers, LANGUAGE_KEYS)
        told: dict[int, str] = {}
        for string in found.strings:
            holder = self._holder(string)
            if holder:
                language = language_of_tag(decoded(source, string.start, string.end))
                if language:
                    told.setdefault(id(holder), language)
        if not told:
            return own
        inherited: dict[int, str | None] = {}
        for container in found.containers:
            outer = None if container.outer is None else inherited[id(container.outer)]
            inherited[id(container)] = told.get(id(container), outer)
        return {key: language or own[key] for key, language in inherited.items()}

    def _holder(self, string: String) -> Container | None:
        """Return what a string names the language of, None where it does not."""
        arrived = sorted(self._arrived(string.container, string.step))
        number = next((each for each in arrived if not self.paths[each].chosen), None)
        if number is None:
            return None
        steps = self.paths[number].steps
        behind = next((at for at, step in enumerate(reversed(steps)) if step in (_ONE, _ANY)), None)
        container = string.container
        # The last step is the string's own.
        ups = container.depth if behind is None else behind - 1
        for _ in range(ups):
            container = container.outer or container
        return container

    def _arrived(self, container: Container, step: str | int) -> Iterator[int]:
        for number, behind in self._after(self._reached(container), container, step):
            if behind == len(self.paths[number].steps):
                yield number

    def _reached(self, container: Container) -> _Reached:
        waiting = []
        at: Container = container
        while at.note is None and at.outer is not None:
            waiting.append(at)
            at = at.outer
        if at.note is None:
            at.note = frozenset(self._with_skipped((each, 0) for each in range(len(self.paths))))
        for inner in reversed(waiting):
            outer = inner.outer
            assert outer is not None
            reached = outer.note
            assert isinstance(reached, frozenset)
            inner.note = self._after(reached, outer, inner.place)
        reached = container.note
        assert isinstance(reached, frozenset)
        return reached

    def _after(self, reached: _Reached, container: Container, step: str | int) -> _Reached:
        if container.outer is None:  # our own container is no step of a path
            return reached
        return frozenset(self._with_skipped(self._stepped(reached, str(step))))

    def _stepped(self, reached: _Reached, step: str) -> Iterator[tuple[int, int]]:
        for number, behind in reached:
            steps = self.paths[number].steps
            if behind == len(steps):
                continue
            if steps[behind] == _ANY:
                yield number, behind
            elif steps[behind] in (_ONE, step):
                yield number, behind + 1

    def _with_skipped(self, reached: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for number, behind in reached:
            yield number, behind
            steps = self.paths[number].steps
            while behind < len(steps) and steps[behind] == _ANY:
                behind += 1
                yield number, behind


def configured_paths(options: Mapping[str, object], where: str, table: str) -> ConfiguredPaths:
    """Return the selection that a table of the settings describes.

    ``paths`` is a table of JSON pointers with roles, in which ``*`` is any member or element and
    ``**`` any number of them; ``"body+html"`` says that the strings are HTML. ``language`` is a
    pointer or several to the name of the language. ``table`` is the table's name in the settings,
    for errors. Raises ConfigurationError for anything else.
    """
    for option in options:
        if option not in _OPTIONS:
            near = get_close_matches(option, _OPTIONS, n=1)
            mend = f"did you mean {near[0]!r}?" if near else f"use {' and '.join(_OPTIONS)}"
            raise ConfigurationError(f"{table} has no option {option!r}", where=where, mend=mend)
    roles = options.get("paths", ())
    languages = options.get("language", ())
    if isinstance(languages, str):
        languages = (languages,)
    if (
        not isinstance(roles, tuple)
        or not roles
        or not all(isinstance(each, tuple) for each in roles)
    ):
        raise ConfigurationError(
            f"{table}.paths is no table",
            where=where,
            mend='write paths = {"/items/*/caption" = "caption"}',
        )
    if not isinstance(languages, tuple) or not all(isinstance(each, str) for each in languages):
        raise ConfigurationError(
            f"{table}.language is no path", where=where, mend='write language = "/items/*/language"'
        )
    read = [
        _Path(_steps(path, where, table), _chosen(path, role, where, table)) for path, role in roles
    ]
    tell = [_Path(_steps(path, where, table), None) for path in languages]
    return ConfiguredPaths((*read, *tell))


def _steps(path: str, where: str, table: str) -> _Steps:
    if path and not path.startswith("/"):
        raise ConfigurationError(
            f"{table}: the path {path!r} does not begin with a slash",
            where=where,
            mend=f"write {'/' + path!r}",
        )
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:])


def _chosen(path: str, role: str, where: str, table: str) -> Chosen:
    name = role.removesuffix(_HTML)
    try:
        return Chosen(Role(name), is_html=role.endswith(_HTML))
    except ValueError:
        near = get_close_matches(name, list(Role), n=1)
        known = ", ".join(Role)
        raise ConfigurationError(
            f"{table}: {role!r}, given for {path!r}, is no role",
            where=where,
            mend=f"did you mean {str(near[0])!r}?"
            if near
            else f"use {known}, with {_HTML} where the text is HTML",
        ) from None
