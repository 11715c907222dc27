"""Rows that the reader refuses: too many or too few fields, no source or target, endless fields.

One such row, mostly a comma outside quotes, keeps the whole file from being read.

>>> from capqa.glossary.linting.samples import messages
>>> messages(check, "Waffe,weapon", "Kampf,fight,combat", "Krieg,")
['3: the header has 2 fields, this row 3; put fields with a comma in "quotes"',
 '4: target says nothing; fill it in or remove the row']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.glossary.files import LONGEST_FIELD, REQUIRED_COLUMNS
from capqa.glossary.linting.glossary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.glossary.linting.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield the rows that `capqa.glossary.files` would stop at."""
    for table in glossary.tables:
        for row in table.rows:
            if row.is_blank:
                continue
            if len(row.fields) != len(table.columns):
                problem = f"the header has {len(table.columns)} fields, this row {len(row.fields)}"
                yield Problem(row, f'{problem}; put fields with a comma in "quotes"')
                continue
            for name in REQUIRED_COLUMNS:
                if not any(map(str.isalnum, row.values.get(name, ""))):
                    yield Problem(row, f"{name} says nothing; fill it in or remove the row")
            for name, field in zip(table.columns, row.fields, strict=True):
                if len(field.strip()) > LONGEST_FIELD:
                    problem = f"{name} has {len(field)} characters, {LONGEST_FIELD} are read"
                    yield Problem(row, f"{problem}; shorten it or close a quote")
