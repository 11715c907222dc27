"""The checks of `capqa glossary lint`, one module each, named after what it finds.

A check's docstring says what it finds, why that is bad, and shows it in an example that is run as a
test. Other distributions add checks through the entry point group ``capqa.glossary.lint``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary, Problem

GROUP = "capqa.glossary.lint"
"""The plugin group of the checks."""

REQUIRED = ("check",)
"""The attributes the plugin loader asks of a check's module."""


class CheckModule(Protocol):
    """The shape of a module in this package."""

    def check(self, glossary: Glossary) -> Iterator[Problem]:
        """Yield what is wrong with the files of a language pair, in linear time.

        What concerns two rows is said of the later one: only that may be in a file to be linted.
        """
