"""Which files an audit is of: those named, and in folders all that some source reads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from capqa.audit.sources import PAGES, source_of
from capqa.errors import CapqaError
from capqa.files.inputs import Search, StandardInput, searched
from capqa.formats import _choosing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.audit.choices import Choices
    from capqa.files.inputs import Exclusion


def found(
    paths: Sequence[str],
    choices: Choices,
    *,
    exclude: Sequence[Exclusion] = (),
    obey_ignore_files: bool = True,
) -> Iterator[tuple[Path, str] | CapqaError]:
    """Yield the files meant by paths in order, each once, with the folder that was named for it.

    That is "" where the file itself was. What cannot be found comes as an error in its place.
    Raises PluginError and ConfigurationError as `pipeline.inputs` does.
    """
    _choosing.load_others()
    settings = choices.settings
    is_document = partial(_choosing.is_document, configurations=choices.configurations)

    def is_wanted(path: Path) -> bool:
        # JSON lines may be anything; tables and archives are what an audit is for.
        return source_of(path) not in (PAGES, "jsonl") or bool(is_document(path))

    search = Search(
        is_wanted, ((settings.folder, settings.exclude), *exclude), obey_ignore_files,
        called="pages, JSON lines, Parquet or WARC",
    )  # fmt: skip
    folders = [path for path in paths if Path(path).is_dir()]
    for each in searched(paths, search):
        if isinstance(each, CapqaError):
            yield each
        elif not isinstance(each, StandardInput):
            yield each, next((folder for folder in folders if _lies_in(each, folder)), "")


def _lies_in(path: Path, folder: str) -> bool:
    return path.is_relative_to(folder) and path != Path(folder)
