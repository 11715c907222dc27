"""The folder of one converted model: what must lie in it, told without loading anything."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from capqa.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path

_MODEL: Final = "model.bin"
_SOURCE_TOKENIZER: Final = "source.spm"
_TARGET_TOKENIZER: Final = "target.spm"
_CONVERTED: Final = (
    "name a folder that ct2-opus-mt-converter or ct2-transformers-converter wrote, "
    "with source.spm and target.spm copied into it"
)


@dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A folder that holds a converted model, as far as file names tell.

    ``adds_end`` is whether CTranslate2 itself adds the end-of-sentence token to every source.
    Converted from Marian's own files, a model's config.json says so; converted from Hugging Face's,
    it does not, although the model was trained with it all the same.
    """

    path: Path
    source_tokenizer: Path
    target_tokenizer: Path
    adds_end: bool

    @property
    def label(self) -> str:
        """The folder's name, which by custom is the model's: "opus-mt-de-en"."""
        return self.path.name

    def failed(self, what: str, error: Exception) -> EngineError:
        """Return the error, in one line, for something in the folder that cannot be used."""
        reason = str(error).strip().splitlines() or [type(error).__name__]
        return EngineError(f"{what}: {reason[0]}", where=str(self.path), mend="convert it again")


def read(path: Path) -> ModelDirectory:
    """Return what lies in a folder. Raises EngineError naming the first thing that is amiss."""
    try:
        if not path.is_dir():
            raise EngineError("there is no such folder", where=str(path), mend=_CONVERTED)
        for name in (_MODEL, _SOURCE_TOKENIZER):
            if not (path / name).is_file():
                raise EngineError(f"{name} is missing", where=str(path), mend=_CONVERTED)
        target = path / _TARGET_TOKENIZER
        source = path / _SOURCE_TOKENIZER
        return ModelDirectory(path, source, target if target.is_file() else source, _adds_end(path))
    except OSError as error:
        raise EngineError(
            f"cannot be read: {error.strerror}", where=str(path), mend="check its permissions"
        ) from error


def _adds_end(path: Path) -> bool:
    config = path / "config.json"
    if not config.is_file():
        return False
    try:
        content = json.loads(config.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise EngineError("is not JSON", where=str(config), mend=_CONVERTED) from error
    return isinstance(content, dict) and content.get("add_source_eos") is True
