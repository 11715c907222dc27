"""Libraries that come with an extra of capqa, and what to type where one is missing."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from types import ModuleType


def required(module: str, extra: str) -> ModuleType:
    """Return a module that an extra installs. Raises CapqaError, which says how, without it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise CapqaError(
            f"{name} is not installed: {error}", mend=f"type: pip install 'capqa[{extra}]'"
        ) from error
