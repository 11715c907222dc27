"""The index of a word list: which lines explain a word? Built once, kept in the user's cache.

It holds folded words and the offsets of lines, none of the list's translations, and is thrown away
as soon as the list has another size or time of change.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from capqa.errors import EngineError
from capqa.glossary.folding import fold
from capqa.translation.dictionary import ding

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC: Final = b"capqa dictionary index 1\n"
_DIGEST: Final = 16
_OFFSETS: Final = "<I"
_LARGEST: Final = 1 << 32


class DictionaryIndex:
    """Line offsets, in bytes, by folded word."""

    def __init__(self, trie: Any) -> None:
        """Take a marisa_trie.RecordTrie of offsets."""
        self._trie = trie

    def offsets(self, folded: str) -> list[int]:
        """Return where the lines begin that explain a folded word, in the order of the file."""
        # marisa-trie mistakes a NUL for the end of a word.
        if "\0" in folded:
            return []
        return sorted(offset for (offset,) in self._trie.get(folded, ()))


def cache_folder() -> Path:
    """Return where indexes are kept; it need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("capqa", appauthor=False) / "dictionaries"


def index_of(path: Path, folder: Path) -> tuple[DictionaryIndex, str]:
    """Return the index of a word list, from the cache folder where it holds a fresh one.

    The text is a line on why the index could not be kept, mostly empty. Raises EngineError when the
    list cannot be read or explains no word.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    name = hashlib.blake2b(os.fsencode(path.absolute()), digest_size=8).hexdigest()
    kept = folder / f"{name}-{state.st_mtime_ns}-{state.st_size}.index"
    found = _load(kept)
    if found is not None:
        return found, ""
    trie = _build(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _save(kept, trie)
        for stale in folder.glob(f"{name}-*.index"):
            if stale != kept:
                stale.unlink(missing_ok=True)
    except OSError as error:
        return DictionaryIndex(trie), f"{folder}: the index cannot be kept: {error.strerror}"
    return DictionaryIndex(trie), ""


def _build(path: Path) -> Any:
    import marisa_trie

    found = list(_entries(path))
    if not found:
        raise EngineError(
            "no line explains a word", where=str(path), mend="name a word list in Ding's format"
        )
    return marisa_trie.RecordTrie(_OFFSETS, found)


def _entries(path: Path) -> Iterator[tuple[str, tuple[int]]]:
    offset = 0
    try:
        with path.open("rb") as file:
            while data := file.readline(ding.LONGEST_LINE):
                whole = data.endswith(b"\n") or len(data) < ding.LONGEST_LINE
                if whole and offset < _LARGEST:
                    for word in ding.words(data.decode("utf-8", "replace")):
                        yield fold(word), (offset,)
                offset += len(data)
                while not whole and (data := file.readline(ding.LONGEST_LINE)):
                    offset += len(data)
                    whole = data.endswith(b"\n")
    except OSError as error:
        raise _unreadable(path, error) from error


def _load(path: Path) -> DictionaryIndex | None:
    import marisa_trie

    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = data[len(_MAGIC) + _DIGEST :]
    # A damaged trie is not always noticed by its library.
    if data[: len(_MAGIC) + _DIGEST] != _MAGIC + _digest(body):
        return None
    try:
        return DictionaryIndex(marisa_trie.RecordTrie(_OFFSETS).frombytes(body))
    except RuntimeError:
        return None


def _save(path: Path, trie: Any) -> None:
    body = cast("bytes", trie.tobytes())
    descriptor, temporary = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(_MAGIC + _digest(body) + body)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink(missing_ok=True)
        raise


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()


def _unreadable(path: Path, error: OSError) -> EngineError:
    return EngineError(
        f"cannot be read: {error.strerror}", where=str(path), mend="check its permissions"
    )
