"""Sources of a file without a preferred target: only admitted, deprecated or forbidden ones.

A file replaces all that the files before it say of a source. Whoever adds a row only to forbid a
target therefore takes the right one away.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Kiew,Kiev,proper noun,forbidden")
["2: 'Kiew' has no target to use; add a preferred one"]
>>> messages(check, "Waffe,arm,noun,admitted")
["2: 'Waffe' has no preferred target; make one of them preferred"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary
    from capqa.glossary.linting.table import Row


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the first row of each source that no row of its file gives a binding target."""
    for table in glossary.tables:
        rows: dict[str, list[Row]] = {}
        for row in table.entries:
            rows.setdefault(row.source, []).append(row)
        for source, each in rows.items():
            if any(row.binds for row in each):
                continue
            if any(row.status.usable for row in each):
                problem = "has no preferred target; make one of them preferred"
            else:
                problem = "has no target to use; add a preferred one"
            yield Problem(each[0], f"{source!r} {problem}")
