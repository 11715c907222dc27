"""List the rules: what each finds, and how grave that is here.

Exit code 0: listed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from capqa.config import Settings
    from capqa.rules._catalogue import RuleFacts


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default text")


def run(options: argparse.Namespace) -> int:
    """Print a line for each rule."""
    from capqa.rules._catalogue import every_rule

    settings = config.find(Path.cwd())
    rules = every_rule()
    if options.format == "json":
        rows = [
            {
                "name": rule.name,
                "severity": _severity(rule, settings),
                "applies-to": rule.applies_to,
                "summary": rule.summary,
                "documentation": rule.documentation,
            }
            for rule in rules
        ]
        print(json.dumps(rows, indent=2))
        return 0
    for line in _lines(rules, settings):
        print(line)
    return 0


def _lines(rules: list[RuleFacts], settings: Settings) -> Iterator[str]:
    width = max(len(rule.name) for rule in rules)
    kinds = max(len(rule.applies_to) for rule in rules)
    for rule in rules:
        severity = _severity(rule, settings)
        yield f"{rule.name:<{width}}  {severity:<7}  {rule.applies_to:<{kinds}}  {rule.summary}"


def _severity(rule: RuleFacts, settings: Settings) -> str:
    set_to = dict(settings.severities).get(rule.name, ...)
    named = set_to is not ... or rule.name in (settings.rules or ())
    if set_to is None or (settings.rules is not None and rule.name not in settings.rules):
        return "off"
    if not (rule.is_on or named):
        return "off"
    return (set_to or rule.severity).value if set_to is not ... else rule.severity.value
