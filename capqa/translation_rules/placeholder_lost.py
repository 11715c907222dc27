"""Finds placeholders and tags that the translation lacks, changes or makes up.

## What it does
Compares what a program or a page fills in or acts on: ``%(name)s``, ``%d``, ``{count}``,
``{{ name }}``, ``${name}`` and tags such as ``<b>``.

## Why is this bad?
A lost placeholder loses the fact it stands for; a changed one stops the page.

## Reported
en 'Delete %(name)s?' -> de 'Wirklich löschen?'
en '{count} photos' -> de '{Anzahl} Fotos'
en 'A <b>big</b> day' -> de 'Ein <b>großer Tag'
en 'Done' -> de 'Fertig: %s'

## Clean
en '%(count)d of %(total)d' -> de 'von %(total)d: %(count)d'
de '50 % der Stimmen, 100%ige Sicherheit' -> en '50% of the votes, 100% safe'
en '{count} photos' -> de 'Fotos: {count}'
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from capqa.model import Severity, Span
from capqa.translation_rules import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.translation_rules import Translation, TranslationContext

SEVERITY = Severity.ERROR
FOR_SUGGESTIONS = True

_PLACEHOLDER: Final = re.compile(
    r"%\(\w{1,60}\)[#0+-]*\d*(?:\.\d+)?[a-zA-Z]"
    r"|(?<![\d%])%(?:\d+\$)?[#0+-]*\d*(?:\.\d+)?[sdiouxXeEfgGcr](?![^\W\d_])"
    r"|\{\{[^{}\n]{1,100}\}\}|\$?\{[\w.!:\[\]]{0,60}\}"
    r"|</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s[^<>\n]{0,400})?/?>"
)


def check(translation: Translation, context: TranslationContext) -> Iterator[Problem]:
    """Yield one problem with what is lost, and one for each placeholder made up."""
    wanted = Counter(_key(found) for found in _PLACEHOLDER.finditer(translation.source))
    here = list(_PLACEHOLDER.finditer(translation.text))
    found = Counter(map(_key, here))
    lost = list((wanted - found).elements())
    if lost:
        listed = ", ".join(lost[:3]) + (", ..." if len(lost) > 3 else "")
        yield Problem(Span(0, len(translation.text)), f"lost: {listed}")
    made_up = found - wanted
    for match in here:
        key = _key(match)
        if made_up[key] > 0:
            made_up[key] -= 1
            yield Problem(Span(*match.span()), f"not in the source: {key}")


def _key(found: re.Match[str]) -> str:
    """Return what must be the same: of a tag its name, for its attributes may be translated."""
    text = found.group()
    if text.startswith("<"):
        name = re.match(r"</?[a-zA-Z0-9-]+", text)
        return f"{name.group() if name else text}>"
    return re.sub(r"\s+", "", text)
