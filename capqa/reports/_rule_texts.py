"""What rules are for, read from their docstrings."""

from __future__ import annotations

from typing import NamedTuple

from capqa import plugins
from capqa.errors import PluginError

_DESCRIPTION = "## What it does"


class RuleTexts(NamedTuple):
    """A rule's summary, a paragraph on what it does, and its documentation in Markdown."""

    summary: str
    description: str
    documentation: str


def rule_texts(rule: str) -> RuleTexts | None:
    """Return the texts of a rule, None when it has none."""
    try:
        written = plugins.load("capqa.rules", rule).__doc__
    except PluginError:
        # One module may report under several names.
        return None
    if not written:
        return None
    documentation = written.strip()
    summary, _, rest = documentation.partition("\n\n")
    section = rest.partition(_DESCRIPTION)[2].partition("\n##")[0]
    summary = " ".join(summary.split())
    return RuleTexts(summary, " ".join(section.split()) or summary, documentation)
