"""Saying something in passing, on any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.visible import visible

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.widget import Widget


def tell(screen: Widget, message: str, severity: SeverityLevel = "information") -> None:
    """Show a message for a while; what was said before goes."""
    screen.app.clear_notifications()
    screen.notify(visible(message), severity=severity, markup=False)
