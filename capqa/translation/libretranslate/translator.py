"""Texts in, translations out, through LibreTranslate's ``/translate``."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import EngineError
from capqa.translation.enforcement.rendering import Rendering
from capqa.translation.libretranslate.server import ACTING, RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.libretranslate.server import Server

_BATCH: Final = 50
_LONGEST_BATCH: Final = 20_000
"""In code points; a server refuses what its --char-limit or --batch-limit does not admit."""

_TIMES_LONGER: Final = 10
_ALWAYS_ALLOWED: Final = 200


class ServerTranslator:
    """Translates one language pair; does what `TextTranslator` asks."""

    def __init__(self, server: Server, source: str, target: str, key: str = "") -> None:
        """Take the server, the pair as ISO 639-1 codes, and the key the server may ask for."""
        self._server = server
        self._source = source
        self._target = target
        self._key = key
        self._gives_alternatives = True

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text, best first, not aligned.

        Raises EngineError when the server fails or answers something else than was asked.
        """
        found: list[list[Rendering]] = []
        for batch in _batches(texts):
            found += self._renderings(self._asked(batch, count), batch, count)
        return found

    def _asked(self, batch: list[str], count: int) -> Any:
        content: dict[str, object] = {
            "q": batch,
            "source": self._source,
            "target": self._target,
            "format": "text",
        }
        if self._key:
            content["api_key"] = self._key
        if count > 1 and self._gives_alternatives:
            try:
                return self._server.post("/translate", {**content, "alternatives": count - 1})
            except RefusedError as error:
                # A server started with --alternatives-limit; what else is wrong shows again.
                if error.status != HTTPStatus.BAD_REQUEST:
                    raise
                self._gives_alternatives = False
        return self._server.post("/translate", content)

    def _renderings(self, answer: Any, batch: list[str], count: int) -> list[list[Rendering]]:
        if not isinstance(answer, dict):
            raise self._wrong("not an object")
        texts = answer.get("translatedText")
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            raise self._wrong("no list in 'translatedText'")
        if len(texts) != len(batch):
            raise self._wrong(f"{len(texts)} translations of {len(batch)} texts")
        # Servers before 1.5 know of no alternatives.
        others = answer.get("alternatives")
        if not isinstance(others, list) or len(others) != len(batch):
            others = [[]] * len(batch)
        found = []
        for asked, text, other in zip(batch, texts, others, strict=True):
            longest = max(_ALWAYS_ALLOWED, _TIMES_LONGER * len(asked))
            if len(text) > longest:
                raise self._wrong(f"{len(text):,} characters for a text of {len(asked):,}")
            admitted = [text, *_admitted(other, longest)]
            # What we sent is one line without control characters; so must be what comes back.
            lines = dict.fromkeys(ACTING.sub(" ", each).strip() for each in admitted)
            found.append([Rendering(each) for each in list(lines)[:count]])
        return found

    def _wrong(self, what: str) -> EngineError:
        return EngineError(
            f"answers with {what}",
            where=str(self._server.address),
            mend="check that it is a LibreTranslate server",
        )


def _admitted(others: Any, longest: int) -> list[str]:
    if not isinstance(others, list):
        return []
    return [
        each for each in others if isinstance(each, str) and each.strip() and len(each) <= longest
    ]


def _batches(texts: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = []
    length = 0
    for text in texts:
        if not batches or len(batches[-1]) == _BATCH or length + len(text) > _LONGEST_BATCH:
            batches.append([])
            length = 0
        batches[-1].append(text)
        length += len(text)
    return batches
