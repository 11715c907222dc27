"""The settings of a project: what they are, where they stand, and what the command line changes."""

from capqa.config.files import FILES, find
from capqa.config.settings import (
    EngineTables,
    FormatOption,
    FormatTables,
    Override,
    Settings,
    overridden,
)

__all__ = [
    "FILES",
    "EngineTables",
    "FormatOption",
    "FormatTables",
    "Override",
    "Settings",
    "find",
    "overridden",
]
