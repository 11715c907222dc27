"""Textual's driver for a screen that a browser shows, which does not outlive the server."""

from __future__ import annotations

from textual.app import ScreenStackError
from textual.drivers.web_driver import WebDriver
from textual.events import Callback


class PageDriver(WebDriver):
    """Quits the app when nothing can be typed any more, and not before what was typed is done."""

    def run_input_thread(self) -> None:
        """Read what is typed until the app quits, or the server has ended, however it did."""
        super().run_input_thread()
        self._quit()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take in what the server says."""
        if packet_type == "quit":
            self._quit()
        else:
            super().on_meta(packet_type, payload)

    def _quit(self) -> None:
        if not self.exit_event.is_set():
            # Behind the keys: first those that the app has not read yet, then the screen.
            self.send_message(Callback(callback=self._quit_after_keys))

    def _quit_after_keys(self) -> None:
        try:
            self._app.screen.call_later(self._app.exit)
        except ScreenStackError:
            self._app.exit()
