"""The fields of an entry as they may be written, with what can be guessed filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.editing.cells import clean, clean_part_of_speech
from capqa.glossary.editing.word_guesses import guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from capqa.glossary.entry import Entry


def cleaned(values: Mapping[str, str], entries: Iterable[Entry] = ()) -> dict[str, str]:
    """Return fields by column, clean; a part of speech that ``entries`` use is known.

    Raises ConfigurationError, naming the column, for what must not stand in a glossary.
    """
    used = {entry.part_of_speech for entry in entries}
    return {
        name: clean_part_of_speech(value, used) if name == "part_of_speech" else clean(name, value)
        for name, value in values.items()
    }


def guesses(values: Mapping[str, str], pair: tuple[str, str]) -> dict[str, str]:
    """Return what is sure of an entry's part of speech and gender, nothing if one is stated."""
    if values.get("part_of_speech") or not (values.get("source") and values.get("target")):
        return {}
    found = guess(values["source"], values["target"], *pair)._asdict()
    return {name: value for name, value in found.items() if value and not values.get(name)}
