"""The data every part of capqa shares: frozen, made of the standard library only.

Offsets are code points, half-open, counted from 0. Lines and columns are counted from 1, columns
in code points, as editors show them. Language codes are ISO 639-1, lower case ("de").
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from capqa.model.documents import Document, Role, Segment, SourceRun, Span, content_hash
from capqa.model.findings import Evidence, Finding, Severity

if TYPE_CHECKING:
    from capqa.model.decisions import Action, Decision, Edit, Scope
    from capqa.model.suggestions import Check, Part, Suggestion, TermVerdict, Verdict

__all__ = [
    "Action",
    "Check",
    "Decision",
    "Document",
    "Edit",
    "Evidence",
    "Finding",
    "Part",
    "Role",
    "Scope",
    "Segment",
    "Severity",
    "SourceRun",
    "Span",
    "Suggestion",
    "TermVerdict",
    "Verdict",
    "content_hash",
]

# A clean page needs none of these, and making the classes takes longer than checking it.
_LATER = {
    **dict.fromkeys(("Action", "Decision", "Edit", "Scope"), "decisions"),
    **dict.fromkeys(("Check", "Part", "Suggestion", "TermVerdict", "Verdict"), "suggestions"),
}


def __getattr__(name: str) -> object:
    """Load what is first needed now."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
