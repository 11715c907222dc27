"""The events of the log besides decisions: writings, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from capqa.model import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FileWrite:
    """The event that a file goes from one content to another.

    Decisions are about to be written to it, or ``taken_up``: somebody else changed it, and this is
    how the review goes on. ``base_hash`` and ``new_hash`` are the hashes of the document's bytes
    before and after; which of the two stands on disk tells whether the writing took place.
    ``carried`` maps the fingerprints of the document's findings before to those after: the texts
    around a finding are part of its fingerprint, so mending its neighbour changes it.
    """

    document: str
    base_hash: str
    new_hash: str
    carried: Mapping[str, str]
    reviewer: str
    time: str
    taken_up: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reviewer wrote about a finding; it decides nothing.

    ``source`` is the finding's text, ``place`` where it stood, and ``time`` UTC in ISO 8601.
    """

    fingerprint: str
    document: str
    text: str
    source: str
    reviewer: str
    time: str
    base_hash: str
    place: str = ""


Event: TypeAlias = Decision | FileWrite | Comment
"""Whatever a log holds."""


class Logged(NamedTuple):
    """An event with its place in the log: later events have greater numbers."""

    sequence: int
    event: Event
