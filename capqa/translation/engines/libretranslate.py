"""LibreTranslate: a server of the user's own, asked over HTTP under the glossary's terms.

Never a default: page texts leave the machine only for the host the settings name. Options:
``url``, ``timeout`` in seconds (10), ``retries`` (2), and ``api-key-variable``, the environment
variable that holds the key (LIBRETRANSLATE_API_KEY): settings are committed, keys must not be.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

from capqa.errors import ConfigurationError, EngineError
from capqa.translation.language_pairs import none_for_silence, translate_by_pair
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation.translation_under_terms import translate_under_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.translation.engine import Candidate, EngineContext, TranslationRequest
    from capqa.translation.lexicon.lexicon import Lexicons
    from capqa.translation.libretranslate.server import Server

OPTIONS: Final = ("url", "timeout", "retries", "api-key-variable")
_KEY_VARIABLE: Final = "LIBRETRANSLATE_API_KEY"
_REST_SECONDS: Final = 30.0


def create(context: EngineContext) -> LibreTranslateEngine:
    """Return the engine. Raises ConfigurationError for options that do not say what they must."""
    # Imported here: the settings of an engine that is not asked are verified without HTTP.
    from capqa.translation.libretranslate.server import Address, Server

    options = context.options
    url = options.text("url")
    if not url:
        raise ConfigurationError(
            "option 'url' is missing",
            where="engine libretranslate",
            mend='give your server\'s address, such as "http://127.0.0.1:5000", or take the engine '
            'out of "engines"',
        )
    server = Server(
        Address.read(url),
        timeout=options.number("timeout", 10, least=0.1, most=300),
        retries=options.whole_number("retries", 2, least=0, most=10),
    )
    return LibreTranslateEngine(
        lexicons_of(context.termbase), server, options.text("api-key-variable")
    )


class LibreTranslateEngine:
    """Translates through a server; see the module."""

    def __init__(
        self,
        lexicons: Lexicons,
        server: Server,
        key_variable: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the words to enforce and the server; asks nothing yet.

        ``key_variable`` is the environment variable that must hold the key, empty for
        LIBRETRANSLATE_API_KEY, which need not.
        """
        self._lexicons = lexicons
        self._server = server
        self._key_variable = key_variable
        self._clock = clock
        self._rests_until: dict[tuple[str, str], float] = {}

    @property
    def label(self) -> str:
        """The engine's name; each candidate adds the server's address."""
        return "libretranslate"

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether the server has not just failed for the pair; asks nothing.

        After a failure the pair rests for 30 s, lest every finding wait for a server that is down.
        """
        pair = source_language, target_language
        resting = self._clock() < self._rests_until.get(pair, 0.0)
        return source_language != target_language and not resting

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return a candidate for each request. Raises EngineError when the server fails."""
        from capqa.translation.libretranslate.translator import ServerTranslator

        key = self._key()

        def of_pair(
            source: str, target: str, asked: Sequence[TranslationRequest]
        ) -> list[Candidate | None]:
            translator = ServerTranslator(self._server, source, target, key)
            address = str(self._server.address)
            try:
                found = translate_under_terms(asked, self._lexicons, translator, address)
            except EngineError:
                self._rests_until[source, target] = self._clock() + _REST_SECONDS
                raise
            return none_for_silence(found)

        return translate_by_pair(requests, of_pair)

    def _key(self) -> str:
        key = os.environ.get(self._key_variable or _KEY_VARIABLE, "").strip()
        if self._key_variable and not key:
            raise EngineError(
                f"the environment variable {self._key_variable} is not set",
                where="engine libretranslate",
                mend='set it to the server\'s key, or take out "api-key-variable"',
            )
        return key
