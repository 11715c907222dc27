"""The review flow without a screen: decisions log, session, anchors, applying decisions."""

from __future__ import annotations

from pathlib import Path

DEFAULT_LOG = Path(".capqa", "review.sqlite3")
"""Where decisions are kept unless told otherwise, relative to the working directory."""
