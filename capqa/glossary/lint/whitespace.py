"""White space nobody sees: at the ends of fields, doubled, tabs, no-break spaces; blank lines.

A term with two spaces is found nowhere, and a search for the right one does not find the row.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe ,weapon", "Krieg,civil  war")
['2: source ends in white space; --fix removes it',
 '3: target has white space other than single spaces; --fix mends it']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.linting.glossary import Problem
from capqa.glossary.linting.spacing import spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows that are blank or whose fields have other white space than single spaces."""
    for table in glossary.tables:
        for row in table.rows:
            if row.is_blank:
                yield Problem(row, "a blank line; --fix removes it")
                continue
            for at, field in enumerate(row.fields):
                name = table.columns[at] if at < len(table.columns) else f"field {at + 1}"
                if field == spaced(name, field):
                    continue
                if spaced(name, field) == field.rstrip():
                    problem = "ends in white space; --fix removes it"
                elif spaced(name, field) == field.lstrip():
                    problem = "begins with white space; --fix removes it"
                else:
                    problem = "has white space other than single spaces; --fix mends it"
                yield Problem(row, f"{name} {problem}")
