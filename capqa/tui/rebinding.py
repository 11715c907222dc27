"""Giving keys of a table other names, as a reviewer wants them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from capqa.config.verifying import did_you_mean
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from capqa.tui.keymap import Key

_NAMES: Final = frozenset(key.value for key in Keys if key.value.isascii() and key.value[0] != "<")
_HELD: Final = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
_TAKEN: Final = {
    "ctrl+p": "the command palette",
    "ctrl+q": "quitting",
    "ctrl+c": "copying",
    "escape": "leaving windows",
}
_NEVER: Final = "enter"


def rebound(table: Sequence[Key], own: Mapping[str, object], where: str) -> tuple[Key, ...]:
    """Return a table in which some keys, by their name, have others in their place.

    ``own`` maps a name to a key or a list of keys, each as Textual or a keyboard calls it ("?",
    "ctrl+e"). Raises ConfigurationError, which says ``where``, for a name that is not in the table,
    what is no key, and a key with two meanings.
    """
    # The keys of some entries are told apart by what they do: those cannot be others.
    names = [key.name for key in table if "{" not in key.action]
    for name in own:
        if name not in names:
            raise ConfigurationError(
                f"no key is called {name!r}", where=where, mend=did_you_mean(name, names)
            )
    keys = tuple(
        replace(key, keys=" ".join(_keys(key.name, own[key.name], where)), shown="")
        if key.name in own
        else key
        for key in table
    )
    _verify(keys, own, where)
    return keys


def _keys(name: str, value: object, where: str) -> list[str]:
    stated = value if isinstance(value, list) else [value]
    values = [each for each in stated if isinstance(each, str)]
    if not values or len(values) < len(stated):
        raise ConfigurationError(
            f"the keys of {name!r} are no text", where=where, mend=f'write {name} = "x"'
        )
    return list(dict.fromkeys(_key(name, each, where) for each in values))


def _key(name: str, stated: str, where: str) -> str:
    *held, last = stated.strip().split("+") if stated.strip() != "+" else ["+"]
    if len(last) == 1 and last.isprintable() and not last.isspace():
        last = _named(last)
    elif last not in _NAMES:
        raise ConfigurationError(
            f"{stated!r} for {name!r} is no key",
            where=where,
            mend='give a letter, or a name such as "f2", "pagedown" or "ctrl+e"',
        )
    if not _HELD.issuperset(held):
        raise ConfigurationError(
            f"{stated!r} for {name!r} is no key", where=where, mend="hold ctrl, alt or shift"
        )
    return "+".join((*held, last))


def _named(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _verify(keys: Sequence[Key], own: Mapping[str, object], where: str) -> None:
    meanings: dict[str, str] = dict(_TAKEN)
    for key in keys:
        for name in key.keys.split():
            if name == _NEVER and key.name in own:
                raise ConfigurationError(
                    f"{key.name!r} cannot have enter, which decides nothing in a review",
                    where=where,
                    mend="give it another key",
                )
            if name in meanings and (key.name in own or meanings[name] in own):
                raise ConfigurationError(
                    f"the key {name!r} of {key.name!r} is that of {meanings[name]!r} already",
                    where=where,
                    mend="give one of them another key",
                )
            meanings[name] = key.name
