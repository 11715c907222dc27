"""The hatchling hook named in pyproject.toml: compiles data into every build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles language data and glossaries before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile unless the data are up to date; a source distribution carries none."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        # The build runs in an environment of its own, where capqa is not installed.
        sys.path.insert(0, str(root))
        try:
            from capqa.glossary.layers.cache import compile_folder
            from capqa.language.build.lists import compile_lists, lists_up_to_date
            from capqa.language.build.tables import compile_tables, up_to_date

            data = root / "capqa" / "language" / "data"
            if not up_to_date(data, root / "glossaries"):
                self.app.display_info("capqa: compiling the language data, about a minute")
                compile_tables(data, root / "glossaries")
            if not lists_up_to_date(data):
                compile_lists(data)
            compile_folder(root / "glossaries", root / "capqa" / "glossary" / "compiled")
        finally:
            sys.path.remove(str(root))
