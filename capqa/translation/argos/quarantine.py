"""Keeps modules out of the process while another one is imported."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

UNWANTED: Final = (
    "minisbd",
    "onnxruntime",
    "stanza",
    "spacy",
    "torch",
    "transformers",
    "huggingface_hub",
)
"""AGPL code, telemetry, or seconds and hundreds of megabytes for nothing a translation needs."""


@contextmanager
def without(names: tuple[str, ...] = UNWANTED) -> Iterator[None]:
    """Let every import of these modules fail with ImportError inside the block.

    Modules that somebody has imported before stay; afterwards all can be imported as before.
    """
    # None in sys.modules is Python's own way to say that a module must not be found.
    modules = cast("dict[str, object]", sys.modules)
    barred = [name for name in names if name not in modules]
    for name in barred:
        modules[name] = None
    try:
        yield
    finally:
        for name in barred:
            if modules.get(name, "") is None:
                del modules[name]
