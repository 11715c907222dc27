"""Two glossaries compared entry by entry: equal, only in one, or conflicting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from capqa.glossary.entry import Entry, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Side = Literal["first", "second"]

_BINDING = (Status.PREFERRED, Status.KEEP_AS_IS)
_TEXTS = ("part_of_speech", "gender", "domain", "note", "reference", "reviewed")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two entries that cannot both hold, and what they differ in, in words."""

    first: Entry
    second: Entry
    what: str


@dataclass(slots=True)
class Comparison:
    """What two glossaries have in common and where they differ.

    ``equal`` holds pairs that contradict each other in nothing, and what both say together.
    """

    first: Sequence[Entry]
    equal: list[tuple[Entry, Entry, Entry]] = field(default_factory=list)
    only_first: list[Entry] = field(default_factory=list)
    only_second: list[Entry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def outcome(self, prefer: Side = "first") -> tuple[dict[int, Entry | None], list[Entry]]:
        """Return what becomes of the first glossary when the second is merged into it.

        That is: by index the entries that change, None for those that go; and those to add.
        """
        at = {id(entry): index for index, entry in enumerate(self.first)}
        changed: dict[int, Entry | None] = {}
        added = list(self.only_second)
        for ours, _, joined in self.equal:
            if joined is not ours:
                changed[at[id(ours)]] = joined
        for conflict in self.conflicts if prefer == "second" else ():
            index = at[id(conflict.first)]
            if conflict.first.target == conflict.second.target:
                changed[index] = conflict.second
            else:
                changed.setdefault(index, None)
                added.append(conflict.second)
        return changed, added

    def entries(self, prefer: Side = "first") -> list[Entry]:
        """Return the entries of both, sorted; of conflicting ones those of the preferred side."""
        changed, added = self.outcome(prefer)
        kept = (changed.get(index, entry) for index, entry in enumerate(self.first))
        return sorted([*(entry for entry in kept if entry), *added], key=by_source)


def compare(first: Sequence[Entry], second: Iterable[Entry]) -> Comparison:
    """Compare two glossaries.

    Entries are about the same when source, target and part of speech agree, one that is not
    stated being any. They conflict when both state something the other states differently, or
    when they give one source two binding targets.
    """
    found = Comparison(first)
    same: dict[tuple[str, str], list[Entry]] = {}
    binding: dict[str, Entry] = {}
    for entry in first:
        same.setdefault((entry.source, entry.target), []).append(entry)
        if entry.status in _BINDING:
            binding.setdefault(entry.source, entry)
    matched: set[int] = set()
    for theirs in second:
        ours = _match(same.get((theirs.source, theirs.target), []), theirs, matched)
        rival = binding.get(theirs.source) if theirs.status in _BINDING else None
        if ours is not None:
            matched.add(id(ours))
            _match_up(found, ours, theirs)
        elif rival is not None and rival.target != theirs.target:
            matched.add(id(rival))
            what = f"binding target {rival.target!r} or {theirs.target!r}"
            found.conflicts.append(Conflict(rival, theirs, what))
        else:
            found.only_second.append(theirs)
    found.only_first = [entry for entry in first if id(entry) not in matched]
    return found


def by_source(entry: Entry) -> tuple[str, str, int, str]:
    """Return the order of a glossary: source, case aside; best status first; then the target."""
    return entry.source.casefold(), entry.source, entry.rank, entry.target.casefold()


def _match(candidates: list[Entry], theirs: Entry, matched: set[int]) -> Entry | None:
    for entry in candidates:
        if entry.part_of_speech == theirs.part_of_speech:
            return entry
    for entry in candidates:
        if not (entry.part_of_speech and theirs.part_of_speech) and id(entry) not in matched:
            return entry
    return None


def _match_up(found: Comparison, ours: Entry, theirs: Entry) -> None:
    status = _status(ours, theirs)
    differing = [] if status else [f"status {ours.status.value!r} or {theirs.status.value!r}"]
    for name in _TEXTS:
        one, other = getattr(ours, name), getattr(theirs, name)
        if one and other and one != other:
            differing.append(f"{name} {one!r} or {other!r}")
    if differing:
        found.conflicts.append(Conflict(ours, theirs, ", ".join(differing)))
        return
    variants = tuple(dict.fromkeys((*ours.variants, *theirs.variants)))
    texts = {name: getattr(ours, name) or getattr(theirs, name) for name in _TEXTS}
    joined = replace(ours, status=status or ours.status, variants=variants, **texts)
    found.equal.append((ours, theirs, ours if joined == ours else joined))


def _status(ours: Entry, theirs: Entry) -> Status | None:
    if ours.status is theirs.status:
        return ours.status
    if ours.source == ours.target and {ours.status, theirs.status} == set(_BINDING):
        return Status.KEEP_AS_IS
    return None
