"""What there is to say of every rule, for people: taken from the rules themselves."""

from __future__ import annotations

from inspect import cleandoc
from typing import NamedTuple

from capqa import plugins
from capqa.errors import PluginError
from capqa.model import Severity
from capqa.rules import REQUIRED
from capqa.translation_rules import GROUP as TRANSLATION_RULES
from capqa.translation_rules import REQUIRED as TRANSLATION_REQUIRED

_GROUPS = (("capqa.rules", REQUIRED), (TRANSLATION_RULES, TRANSLATION_REQUIRED))


class RuleFacts(NamedTuple):
    """A rule: its name, how grave its findings are, what it looks at, and its documentation.

    ``is_on`` tells whether it is applied without being named in the settings.
    """

    name: str
    severity: Severity
    is_on: bool
    applies_to: str
    documentation: str

    @property
    def summary(self) -> str:
        """What the rule finds, in one line."""
        return self.documentation.partition("\n")[0]


def names() -> tuple[str, ...]:
    """Return the names of all rules, sorted."""
    return tuple(sorted(name for group, _ in _GROUPS for name in plugins.names(group)))


def every_rule() -> list[RuleFacts]:
    """Return all rules by name. Raises PluginError when one cannot be loaded."""
    return [rule(name) for name in names()]


def rule(name: str) -> RuleFacts:
    """Return a rule by its name. Raises PluginError when there is none, or it cannot be loaded."""
    for group, required in _GROUPS:
        if name in plugins.names(group):
            module = plugins.load(group, name, required)
            return RuleFacts(
                name,
                Severity(getattr(module, "SEVERITY", Severity.ERROR)),
                bool(getattr(module, "ON", True)),
                _applies_to(group, module),
                cleandoc(module.__doc__ or ""),
            )
    from difflib import get_close_matches

    near = get_close_matches(name, names(), n=1)
    mend = f"did you mean {near[0]!r}?" if near else "`capqa rules` lists all"
    raise PluginError(f"no rule is called {name!r}", mend=mend)


def _applies_to(group: str, module: object) -> str:
    if group != TRANSLATION_RULES:
        return "all texts"
    if getattr(module, "FOR_CUES", False):
        return "cues and translations"
    return "translations" if getattr(module, "NEEDS_SOURCE", True) else "translations, any text"
