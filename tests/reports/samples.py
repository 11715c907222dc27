"""Checked files for the tests of reports: small, hostile, and read by the real formats."""

from __future__ import annotations

from capqa.formats import _choosing
from capqa.model import (
    Check,
    Document,
    Evidence,
    Finding,
    Part,
    Role,
    Segment,
    Severity,
    Span,
    Suggestion,
    TermVerdict,
    Verdict,
)
from capqa.pipeline import CheckedFile

HOSTILE = (
    "\x1b[2J\x1b]0;gone\x07\x9b1m",
    "]]> <![CDATA[ <!-- --> &amp; &#0; & <script>alert('1')</script> \"quoted\"",
    "%0A::error::no %25 100% , : ;",
    "one\ntwo\r\nthree\rfour\u2028five",
    "NUL \x00 and \x0b \x0c \x7f \ufffe \uffff",
    "half \ud83d and \udc80",
    "\u202eRTL override\u202c \u2066isolate\u2069 \u200f",
    "الشرق الأوسط | 中东 | ทดสอบ | e\u0301 | 👩\u200d👩\u200d👧 🇩🇪",
    "[click](https://evil.example) {0} {{1}} `code` **bold**",
    "x" * 10_000,
    "\t\ttabs\t",
    "=cmd()|'/c calc'!A1",
)

ACTING = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"} | set(
    "\u202e\u2066\u2028"
)
"""What must not reach a terminal; an escape is written by reports only where colour is wanted."""

MISSING = CheckedFile("gone.txt", error="gone.txt: no such file or folder; correct the path")
CLEAN = CheckedFile("clean.txt", _choosing.read(b"A plain English line\n", "clean.txt"))


def suggestion(text: str, *, unknown: str = "", passed: bool = True) -> Suggestion:
    """Return a suggestion, with a word it left untranslated or a check it failed."""
    parts = (Part(Span(0, 1), unknown, "unknown"),) if unknown else ()
    return Suggestion(
        text,
        "glossary 1",
        alternatives=(f"{text} too",),
        parts=parts,
        terms=(TermVerdict("Irak", "Iraq", Verdict.KEPT),),
        checks=(Check("numbers", passed, "" if passed else "2 is missing"),),
    )


def found(
    document: Document,
    words: str,
    *,
    segment: int | None = None,
    severity: Severity = Severity.ERROR,
    confidence: float = 0.98765,
) -> Finding:
    """Return a finding of some words of a document, in the first segment that has them."""
    within = next(
        each
        for number, each in enumerate(document.segments)
        if words in each.text and segment in (None, number)
    )
    start = within.text.index(words)
    span = Span(start, start + len(words))
    return Finding(
        "untranslated",
        document.name,
        within,
        span,
        "German left untranslated",
        "de",
        confidence,
        severity,
        evidence=(Evidence(span, words, "exonym", 2.346, ""),),
    )


def read(text: str, name: str = "page.txt", *, encoding: str = "utf-8") -> Document:
    """Return a document as the format of its name reads it."""
    return _choosing.read(text.encode(encoding), name)


def checked(
    document: Document, pairs: dict[str, Suggestion | str | None], **options: object
) -> CheckedFile:
    """Return a checked file with a finding for each of some words, with a suggestion or without."""
    findings = tuple(found(document, words, **options) for words in pairs)  # type: ignore[arg-type]
    suggestions = tuple(
        suggestion(each) if isinstance(each, str) else each for each in pairs.values()
    )
    return CheckedFile(document.name, document, findings, suggestions)


def hostile(text: str, *, name: str = "page.txt", whole: bool = True) -> CheckedFile:
    """Return a file in which every text that a report shows is the given one."""
    segment = Segment(
        f"before {text} after", Role.CAPTION, start=3, line=2, locator=f"/caption/{text}"
    )
    data = f"ab\n{segment.text}\n"
    document = Document(name, "text", b"", data, "utf-8", b"", segments=(segment,))
    span = Span(7, 7 + len(text)) if whole else Span(7, 8)
    evidence = (Evidence(span, text, f"kind {text}", 3.0, f"detail {text}"),)
    finding = Finding(
        "untranslated", name, segment, span, f"left {text}", "de", 0.7, evidence=evidence
    )
    proposed = Suggestion(
        text,
        f"origin {text}",
        alternatives=(text,),
        parts=(Part(span, text, "unknown", text),),
        terms=(TermVerdict(text, text, Verdict.MISSING),),
        checks=(Check("names", False, text),),
    )
    return CheckedFile(
        name, document, (finding, finding), (proposed, None), note=f"{name}: note {text}"
    )
