"""Asking a rule that looks at all texts what it finds in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from capqa import plugins
from capqa.language.detection import Detector
from capqa.model import Document, Role, Segment
from capqa.rules import REQUIRED, RuleContext

if TYPE_CHECKING:
    from capqa.model import Finding
    from capqa.rules import RuleModule

PAGE = Document("page.txt", "text", b"", "", "utf-8", b"", ())


def findings(rule: str, text: str, language: str | None = None) -> list[Finding]:
    """Return what a rule finds in a text of an English page."""
    module = cast("RuleModule", plugins.load("capqa.rules", rule, REQUIRED))
    context = RuleContext(PAGE, "en", Detector("en"), 0.65)
    return list(module.check(Segment(text, Role.BODY, 0, 1, language=language), context))
