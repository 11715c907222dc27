"""The data every part of capqa shares: frozen, made of the standard library only.

Offsets are code points, half-open, counted from 0. Lines and columns are counted from 1, columns
in code points, as editors show them. Language codes are ISO 639-1, lower case ("de").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a segment is on the page; rules and settings treat roles differently."""

    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    HEADLINE = "headline"
    BODY = "body"
    ALT = "alt"
    CUE = "cue"
    META = "meta"
    NAVIGATION = "navigation"


class Severity(StrEnum):
    """How grave a finding is for the gate."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError for a range that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of text this span covers."""
        return text[self.start : self.end]

    def shifted(self, offset: int) -> Span:
        """Return the same range moved by offset code points."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: Span) -> bool:
        """Return whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


class SourceRun(NamedTuple):
    """A stretch of a segment's text and the part of ``Document.text`` it was read from.

    ``text[start : start + length]`` stands at ``source``, ``source_length`` long, which begins at
    ``line`` and ``column``: letter by letter where the two lengths are equal, else only as a whole
    (an entity, a line end of two characters). A line break is a run of its own.
    """

    start: int
    length: int
    source: int
    source_length: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One run of text a reader sees as a unit: a caption, a headline, a paragraph.

    ``start`` is the offset of ``text[0]`` in ``Document.text``. ``previous`` and ``following`` are
    the texts of the neighbouring segments; ``occurrence`` counts the earlier segments of the
    document with the same text and neighbours. ``language`` is what the source itself declares
    (``lang=``), else None. ``locator`` names the place in the format's own terms where line and
    column say too little (a JSON pointer, a cue number).

    ``runs`` tell where each part of the text stands in the source, in order and without gaps in the
    text; what lies between them in the source is markup. Without runs the text stands in the source
    letter by letter from ``start``.

    In a bilingual file ``translation_of`` is the text this one translates, without inline codes,
    and ``source_language`` the language of that; elsewhere they are "" and None. ``seconds`` is how
    long a cue of subtitles is shown.
    """

    text: str
    role: Role
    start: int
    line: int
    column: int = 1
    language: str | None = None
    locator: str = ""
    previous: str = ""
    following: str = ""
    occurrence: int = 0
    runs: tuple[SourceRun, ...] = field(default=(), repr=False)
    translation_of: str = ""
    source_language: str | None = None
    seconds: float | None = None

    def run_at(self, offset: int) -> SourceRun | None:
        """Return the run that holds the code point at an offset, the last one at the text's end;
        None where there are no runs.
        """
        if not self.runs:
            return None
        from bisect import bisect_right

        index = bisect_right(self.runs, offset, key=lambda run: run.start)
        return self.runs[max(index - 1, 0)]

    def source_of(self, span: Span) -> Span:
        """Return where a span of the text stands in ``Document.text``, the markup inside included.

        A part of what was read as a whole stands for the whole.
        """
        first = self.run_at(span.start)
        last = self.run_at(max(span.start, span.end - 1))
        if first is None or last is None:
            return span.shifted(self.start)
        start, end = first.source, last.source + last.source_length
        if first.length == first.source_length:
            start += span.start - first.start
        if last.length == last.source_length:
            end = last.source + span.end - last.start
        return Span(start, max(start, end))


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its bytes, how they decode, and the segments found in it.

    ``text`` is the decoded content without the byte-order mark, line ends as they are;
    ``data == byte_order_mark + text.encode(encoding)`` always holds. ``configuration`` is what the
    format was told to read it with, None where nothing.

    A large file is checked in sections, a document each: then ``offset`` is where ``text`` begins
    in the text of the file, in code points, and ``first_line`` the line it begins with. Segments
    count lines in the file, offsets in ``text``. ``page_names`` are the names in the running text
    of the file, None for a whole one.
    """

    name: str
    format: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    byte_order_mark: bytes
    segments: tuple[Segment, ...]
    language: str | None = None
    configuration: object = field(default=None, repr=False)
    offset: int = 0
    first_line: int = 1
    page_names: frozenset[str] | None = field(default=None, repr=False)

    @property
    def content_hash(self) -> str:
        """The hash of the bytes, to notice that the file changed since it was read."""
        return content_hash(self.data)


def content_hash(data: bytes) -> str:
    """Return the hash by which decisions remember the bytes they were made on."""
    # Imported here and below: OpenSSL takes longer to load than a clean page to check.
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a word counts for or against a language.

    ``weight`` is a log-odds in nats: positive speaks for the finding's language, negative for the
    target language, 0 is neutral.
    """

    span: Span
    text: str
    kind: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule objects; ``span`` is within ``segment.text``.

    ``replacement`` is what should stand there, where the rule itself knows.
    """

    rule: str
    document: str
    segment: Segment
    span: Span
    message: str
    language: str
    confidence: float
    severity: Severity = Severity.ERROR
    evidence: tuple[Evidence, ...] = ()
    replacement: str | None = None

    @property
    def text(self) -> str:
        """The words objected to."""
        return self.span.of(self.segment.text)

    @property
    def line(self) -> int:
        """The line in the document where the span starts, from 1."""
        run = self.segment.run_at(self.span.start)
        if run is not None:
            return run.line
        return self.segment.line + self._before.count("\n")

    @property
    def column(self) -> int:
        """The column in that line where the span starts, from 1, in code points."""
        run = self.segment.run_at(self.span.start)
        if run is not None:
            exact = run.length == run.source_length
            return run.column + (self.span.start - run.start if exact else 0)
        newline = self._before.rfind("\n")
        return self.segment.column + len(self._before) if newline < 0 else self.span.start - newline

    @property
    def _before(self) -> str:
        return self.segment.text[: self.span.start]

    @property
    def fingerprint(self) -> str:
        """An identity that survives edits elsewhere in the file; it knows no line numbers."""
        same_before = self._before.count(self.text) if self.text else 0
        parts = (
            self.rule,
            self.text,
            self.segment.text,
            self.segment.previous,
            self.segment.following,
            str(self.segment.occurrence),
            str(same_before),
        )
        # A JSON file may hold half a surrogate pair; it must not keep the rest from being checked.
        joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        from hashlib import blake2b

        return blake2b(joined, digest_size=10).hexdigest()


class Verdict(StrEnum):
    """What became of a glossary term in a suggestion."""

    KEPT = "kept"
    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class TermVerdict:
    """A glossary term that the source contains, and whether the suggestion honours it."""

    source: str
    target: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """One verification of our own fix: its name, whether it passed, and what was wrong."""

    name: str
    passed: bool
    message: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One word or term of a suggestion and where it comes from.

    ``span`` covers the source words (relative to the translated text), ``target`` is what they
    became. ``origin`` is one of "glossary", "compound", "typo", "exonym", "name", "function",
    "engine", "memory", "similar", "gloss", "kept" and "unknown". What is from the "memory" was
    decided on this very text; what is "similar" was decided on a text like it, and ``detail`` tells
    which words differ. A gloss is from a dictionary, its sense chosen by nobody. An unknown part
    stands in the suggestion as it stood in the source.
    """

    span: Span
    target: str
    origin: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed replacement for a finding's span.

    ``origin`` says which engine spoke and its version. ``alternatives`` are other texts, best
    first, without ``text`` itself.
    """

    text: str
    origin: str
    alternatives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    terms: tuple[TermVerdict, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words left untranslated because nothing known covers them."""
        return tuple(part.target for part in self.parts if part.origin == "unknown")

    @property
    def compliant(self) -> bool:
        """Whether every term was verified as kept, every check passed and nothing is unknown."""
        return (
            bool(self.checks)
            and all(check.passed for check in self.checks)
            and all(term.verdict is Verdict.KEPT for term in self.terms)
            and not self.unknown
        )


class Action(StrEnum):
    """What a reviewer did with a finding; undo is an event of its own, and so is redo."""

    ACCEPT = "accept"
    EDIT = "edit"
    DISMISS = "dismiss"
    SKIP = "skip"
    UNDO = "undo"
    REDO = "redo"


class Scope(StrEnum):
    """How far a decision reaches: one finding, those with the same text, or later pages too."""

    HERE = "here"
    IDENTICAL = "identical"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Decision:
    """One event in the append-only log.

    ``text`` replaces the finding's span for accept and edit, and is empty otherwise. ``time`` is
    UTC in ISO 8601. ``base_hash`` is ``Document.content_hash`` of the bytes the reviewer saw.

    Decisions of one ``group`` were taken in one step and are undone in one; "" is a step alone.
    ``language`` and ``target_language`` are those of the finding and of the page, ISO 639-1,
    ``origin`` is that of the suggestion accepted, ``glossary`` the state of the glossaries it was
    made with, ``place`` where the finding stood ("12:5", line and column). All are "" where not
    recorded.
    ``allowed_in`` names the file that dismissing it always added a line to, "" where none was.
    """

    fingerprint: str
    document: str
    action: Action
    text: str
    source: str
    reviewer: str
    time: str
    base_hash: str
    scope: Scope = Scope.HERE
    group: str = ""
    language: str = ""
    target_language: str = ""
    origin: str = ""
    glossary: str = ""
    place: str = ""
    allowed_in: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``old`` at ``span`` of ``segment.text`` with ``new``.

    A format refuses the edit with ConflictError when ``old`` is not what stands there.
    """

    segment: Segment
    span: Span
    old: str
    new: str
