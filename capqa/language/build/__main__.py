"""Builds the language data in a source tree: ``python -m capqa.language.build``."""

from __future__ import annotations

from pathlib import Path

from capqa.language.build.lists import compile_lists, lists_up_to_date
from capqa.language.build.tables import compile_tables, up_to_date


def main() -> None:
    """Compile the tables into capqa/language/data unless they are up to date."""
    root = Path(__file__).parents[3]
    data = root / "capqa" / "language" / "data"
    if not up_to_date(data, root / "glossaries"):
        compile_tables(data, root / "glossaries")
    if not lists_up_to_date(data):
        compile_lists(data)


if __name__ == "__main__":
    main()
