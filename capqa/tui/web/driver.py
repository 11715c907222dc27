"""Textual's driver for a screen that a browser shows, which does not outlive the server."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """Quits the app when nothing can be typed any more."""

    def run_input_thread(self) -> None:
        """Read what is typed until the app quits, or the server has ended, however it did."""
        super().run_input_thread()
        self.on_meta("quit", {})
