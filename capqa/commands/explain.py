"""Show, word by word, why a line is reported or not.

A weight is a log-odds in nats: above 0 it speaks for the other language, below 0 for the page's.
Exit code 0: explained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.commands import _options
from capqa.model import Role
from capqa.visible import display_width, visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from capqa.language.detection import Explanation
    from capqa.model import Evidence

_LONGEST_WORD = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("text", metavar="TEXT", help="the line, in quotes")
    parser.add_argument(
        "--role",
        choices=[role.value for role in Role],
        default=Role.CAPTION.value,
        help="what the line is on the page (default caption)",
    )
    _options.add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Print every word's evidence and what it amounts to."""
    from capqa import pipeline

    settings = _options.settings_of(options)
    detector = pipeline.detector_for(settings)
    explanation = detector.explain(options.text, role=Role(options.role))
    threshold = detector.threshold if settings.min_confidence is None else settings.min_confidence
    for line in _lines(options.text, explanation, threshold):
        print(line)
    return 0


def _lines(text: str, explanation: Explanation, threshold: float) -> Iterator[str]:
    yield from _table(explanation.evidence)
    yield ""
    for found in explanation.spans:
        verdict = "reported" if found.confidence >= threshold else "silent"
        words = visible(found.span.of(text))
        yield f"{verdict}: {words!r} {found.language}, confidence {found.confidence:.2f}"
    if not explanation.spans:
        yield f"silent: {visible(explanation.reason)}"
    elif all(found.confidence < threshold for found in explanation.spans):
        yield f"reported from confidence {threshold:.2f} on"


def _table(evidence: Sequence[Evidence]) -> Iterator[str]:
    rows = [(_word(each.text), f"{each.weight:+.2f}", each.kind, each.detail) for each in evidence]
    width = max((display_width(row[0]) for row in rows), default=0)
    kinds = max((len(row[2]) for row in rows), default=0)
    for word, weight, kind, detail in rows:
        padding = " " * (width - display_width(word))
        yield f"{word}{padding}  {weight:>7}  {kind:<{kinds}}  {visible(detail)}".rstrip()


def _word(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST_WORD else shown[: _LONGEST_WORD - 1] + "…"
