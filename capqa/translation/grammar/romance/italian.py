"""Italian."""

from __future__ import annotations

from typing import Final

from capqa.translation.grammar.romance.grammar import grammar

GRAMMAR: Final = grammar("it")
