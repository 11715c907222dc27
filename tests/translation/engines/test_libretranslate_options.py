from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from capqa.errors import ConfigurationError, EngineError
from capqa.translation.engine import EngineContext, TranslationRequest
from capqa.translation.engines import libretranslate
from capqa.translation.options import EngineOptions, OptionValue
from capqa.translation.suggestions import DEFAULT_ENGINES
from tests.translation.engines.server import Answer, serving, translated
from tests.translation.worlds import noun, termbase

if TYPE_CHECKING:
    from capqa.translation.engines.libretranslate import LibreTranslateEngine

PLAY = "Kinder spielen"


def created(**values: OptionValue) -> LibreTranslateEngine:
    options = {name.replace("_", "-"): value for name, value in values.items()}
    return libretranslate.create(
        EngineContext(
            termbase(noun("Ast", "branch", "m")),
            options=EngineOptions("libretranslate", options, libretranslate.OPTIONS),
        )
    )


def test_it_is_no_default_and_wants_a_url() -> None:
    assert "libretranslate" not in DEFAULT_ENGINES
    with pytest.raises(ConfigurationError, match="engine libretranslate: option 'url' is missing"):
        created()


def test_the_options_of_the_settings_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_API_KEY", "from the environment")
    with serving(lambda _: Answer(500, b""), translated) as asked:
        told = created(url=asked.url, timeout=5, retries=0)
        assert told.supports("de", "en")
        assert not told.supports("en", "en")
        with pytest.raises(EngineError, match="status 500"):
            told.translate([TranslationRequest(PLAY, "de", "en")])
    assert [content["api_key"] for content in asked.contents] == ["from the environment"]


@pytest.mark.parametrize("variable", ["", "HOUSE_KEY"])
def test_the_key_goes_over_and_never_into_a_message(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(content: Any) -> Answer:
        return Answer(403, json.dumps({"error": f"Invalid API key {content['api_key']}"}).encode())

    monkeypatch.setenv(variable or "LIBRETRANSLATE_API_KEY", "s3cret")
    with serving(refuse) as asked:
        named = created(url=asked.url, api_key_variable=variable)
        with pytest.raises(EngineError) as error:
            named.translate([TranslationRequest(PLAY, "de", "en")])
    assert asked.contents[0]["api_key"] == "s3cret"
    assert "refuses with status 403: Invalid API key [key]" in str(error.value)
    assert "s3cret" not in repr(error.value) + str(vars(error.value))
    assert len(asked.contents) == 1


def test_a_key_that_is_not_set_is_told_and_nothing_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOUSE_KEY", raising=False)
    with serving(translated) as asked:
        named = created(url=asked.url, api_key_variable="HOUSE_KEY")
        with pytest.raises(EngineError, match="the environment variable HOUSE_KEY is not set"):
            named.translate([TranslationRequest(PLAY, "de", "en")])
    assert asked.contents == []


@pytest.mark.parametrize(
    "url",
    [
        "localhost:5000",
        "ftp://localhost",
        "file:///etc/passwd",
        "http://",
        "http://user:password@localhost",
        "http://localhost/?q=1",
        "http://localhost:port",
        "http://local host",
        "http://localhost/\r\nHost: other",
        "http://[::1",
    ],
)
def test_a_url_that_is_no_server_s_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(ConfigurationError, match="no server's address") as error:
        created(url=url)
    assert "password" not in str(error.value)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("timeout", 0, "a number from 0.1 to 300"),
        ("timeout", "10", "a number from 0.1 to 300"),
        ("timeout", float("nan"), "a number from 0.1 to 300"),
        ("retries", -1, "a number from 0 to 10"),
        ("retries", 1.5, "a whole number from 0 to 10"),
        ("url", 5000, "a text in quotation marks"),
        ("urls", "x", "unknown option 'urls'; did you mean 'url'?"),
        ("api_key", "s3cret", "did you mean 'api-key-variable'?"),
    ],
)
def test_options_that_cannot_be_meant_are_told(name: str, value: OptionValue, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        created(**{"url": "http://127.0.0.1", name: value})
    assert told in str(error.value)
    assert "engine libretranslate" in str(error.value)
    assert "s3cret" not in str(error.value)
