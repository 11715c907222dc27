from __future__ import annotations

import json
import socket
import threading
from typing import Any

import pytest

from capqa.errors import EngineError
from capqa.translation.engine import Candidate, TranslationRequest
from capqa.translation.engines.libretranslate import LibreTranslateEngine
from capqa.translation.libretranslate.server import Address, Server
from tests.translation.engines.server import Answer, serving, translated
from tests.translation.worlds import lexicons

PLAY = "Kinder spielen"
CACTUS = "Ein Kaktus blüht"


def engine(url: str, *, timeout: float = 10, retries: int = 2) -> LibreTranslateEngine:
    server = Server(Address.read(url), timeout=timeout, retries=retries, pause=lambda _: None)
    return LibreTranslateEngine(lexicons(), server)


def ask(url: str, *texts: str, **options: Any) -> list[Candidate | None]:
    requests = [TranslationRequest(text, "de", "en") for text in texts]
    return engine(url, **options).translate(requests)


def refusal(url: str, **options: Any) -> str:
    with pytest.raises(EngineError) as error:
        ask(url, PLAY, **options)
    assert "\n" not in str(error.value)
    return str(error.value)


def text_of(candidate: Candidate | None) -> str:
    assert candidate is not None
    return candidate.text


def test_texts_go_over_in_one_batch_and_come_back_in_order() -> None:
    with serving(translated) as asked:
        found = ask(asked.url, PLAY, CACTUS)
    assert [text_of(each) for each in found] == ["Children play", "A cactus in bloom"]
    assert found[0] is not None
    assert found[0].alternatives == ("Children play again",)
    assert found[0].version == asked.url
    assert asked.paths == ["/translate"]
    (content,) = asked.contents
    assert content["q"] == [PLAY, CACTUS]
    assert (content["source"], content["target"], content["format"]) == ("de", "en", "text")
    assert "api_key" not in content


def test_many_texts_go_over_in_batches_a_server_admits() -> None:
    with serving(translated) as asked:
        found = ask(asked.url, *(f"{CACTUS} {number}" for number in range(120)))
    assert len(found) == 120
    assert [len(content["q"]) for content in asked.contents] == [50, 50, 20]
    assert text_of(found[119]).startswith(f"<{CACTUS} 119")


def test_terms_are_enforced_on_what_the_server_says() -> None:
    def answer(content: Any) -> Answer:
        english = {"Minarett im Krieg": "Tower in conflict", "Krieg": "conflict"}
        return Answer(
            200, json.dumps({"translatedText": [english[q] for q in content["q"]]}).encode()
        )

    with serving(answer) as asked:
        (found,) = ask(asked.url, "Minarett im Krieg")
    assert text_of(found) == "Tower in war"


def test_a_piece_that_is_a_term_never_leaves_the_machine() -> None:
    with serving(translated) as asked:
        (found,) = ask(asked.url, f"Irak | {PLAY}")
    assert text_of(found) == "Iraq | Children play"
    assert [content["q"] for content in asked.contents] == [[PLAY]]


def test_a_server_that_gives_no_alternatives_is_asked_without() -> None:
    def limited(content: Any) -> Answer:
        if "alternatives" in content:
            return Answer(400, b'{"error": "alternatives parameter must be <= 0"}')
        return translated(content)

    with serving(limited) as asked:
        found = ask(asked.url, *(f"{CACTUS} {number}" for number in range(60)))
    assert len(found) == 60
    # Once told, it is not asked for them again.
    assert ["alternatives" in content for content in asked.contents] == [True, False, False]


def test_a_path_before_translate_is_kept() -> None:
    with serving(translated) as asked:
        ask(f"{asked.url}/lt/", PLAY)
    assert asked.paths == ["/lt/translate"]


def test_what_may_pass_is_tried_again_after_ever_longer_pauses() -> None:
    pauses: list[float] = []

    def fail(_: Any) -> Answer:
        return Answer(500, b"oops")

    with serving(fail, fail, translated) as asked:
        server = Server(Address.read(asked.url), timeout=10, retries=2, pause=pauses.append)
        assert server.post("/translate", {"q": [PLAY]})["translatedText"] == ["Children play"]
        assert pauses == [0.25, 0.5]
        with serving(fail) as other:
            assert "refuses with status 500" in refusal(other.url)
            assert len(other.contents) == 3


def test_a_server_that_does_not_answer_in_time_is_asked_once() -> None:
    for_ever = threading.Event()
    with serving(lambda _: Answer(200, b"{}", wait=for_ever)) as asked:
        assert "no answer within 0.2 s" in refusal(asked.url, timeout=0.2)
        assert len(asked.contents) == 1
        for_ever.set()


def test_an_answer_cut_off_is_tried_again() -> None:
    whole = translated({"q": [PLAY]}).body
    cut = Answer(200, whole[:20], stated_length=len(whole))
    with serving(lambda _: cut, translated) as asked:
        assert text_of(ask(asked.url, PLAY)[0]) == "Children play"
    with serving(lambda _: cut) as asked:
        assert "cannot be reached: IncompleteRead" in refusal(asked.url)


def test_an_answer_too_long_to_be_one_is_not_read_to_its_end() -> None:
    huge = Answer(200, b'{"translatedText": ["' + b"a" * (5 << 20) + b'"]}')
    with serving(lambda _: huge) as asked:
        assert "answers more than 4 MB" in refusal(asked.url)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"{", "answers with no JSON"),
        (b"", "answers with no JSON"),
        (b"\xff\xfe\x00", "answers with no JSON"),
        (b"[" * 100_000, "answers with no JSON"),
        (b"<!doctype html><title>Hi</title>", "answers with a web page"),
        (b"[]", "answers with not an object"),
        (b'{"translatedText": "one"}', "no list in 'translatedText'"),
        (b'{"translatedText": [1]}', "no list in 'translatedText'"),
        (b'{"translatedText": ["a", "b"]}', "2 translations of 1 texts"),
        (b'{"translatedText": ["%s"]}' % (b"a" * 300), "300 characters for a text of 14"),
    ],
)
def test_answers_of_something_else_are_errors_of_one_line(body: bytes, told: str) -> None:
    with serving(lambda _: Answer(200, body)) as asked:
        assert told in refusal(asked.url)


def test_a_language_the_server_lacks_is_told_in_its_words() -> None:
    lacking = Answer(400, b'{"error": "de is not\\nsupported"}')
    with serving(lambda _: lacking) as asked:
        assert "refuses with status 400: de is not supported" in refusal(asked.url)


def test_an_error_page_says_its_status() -> None:
    with serving(lambda _: Answer(404, b"<html>Not found</html>")) as asked:
        assert "refuses with status 404" in refusal(asked.url)


def test_no_redirection_leads_to_another_host() -> None:
    with serving(translated) as other:
        away = Answer(307, b"", headers={"Location": f"{other.url}/translate"})
        with serving(lambda _: away) as asked:
            assert "redirects (status 307), which is not followed" in refusal(asked.url)
        assert other.contents == []


def test_no_proxy_sees_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(translated) as asked, serving(translated) as proxy:
        for variable in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(variable, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        ask(asked.url, PLAY)
        assert proxy.contents == []


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Children\n\x1b[31mplay", "Children [31mplay"),
        ("Children \x9b31mplay", "Children  31mplay"),
        ("Children\0play\ud800", "Children play"),
        ("Children \u202eyalp\u2066", "Children  yalp"),
        # Markup is text: nothing here may read it as anything else.
        ("[MUSIC] <b>Children</b> [/x]", "[MUSIC] <b>Children</b> [/x]"),
    ],
)
def test_what_acts_on_a_terminal_or_a_page_becomes_a_space(said: str, text: str) -> None:
    answer = {"translatedText": [said], "alternatives": [[said, 7, "", "a" * 300, None]]}
    with serving(lambda _: Answer(200, json.dumps(answer).encode())) as asked:
        (found,) = ask(asked.url, PLAY)
    assert found is not None
    assert (found.text, found.alternatives) == (text, ())


def test_an_error_message_cannot_act_on_the_terminal() -> None:
    said = json.dumps({"error": "no\x1b]0;title\x07\u202e\nfiles " + "a" * 10_000})
    with serving(lambda _: Answer(400, said.encode())) as asked:
        told = refusal(asked.url)
    assert "refuses with status 400: no ]0;title files aaa" in told
    assert told.isprintable()
    assert len(told) < 400


def test_an_empty_translation_is_none() -> None:
    with serving(lambda _: Answer(200, b'{"translatedText": [" "]}')) as asked:
        assert ask(asked.url, PLAY) == [None]


def test_a_server_that_failed_rests_a_while_before_it_is_asked_again() -> None:
    now = [100.0]
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = Address.read(f"http://127.0.0.1:{unused.getsockname()[1]}")
    server = Server(address, timeout=5, retries=0)
    asked = LibreTranslateEngine(lexicons(), server, clock=lambda: now[0])
    assert asked.supports("de", "en")
    with pytest.raises(EngineError, match="cannot be reached"):
        asked.translate([TranslationRequest(PLAY, "de", "en")])
    assert not asked.supports("de", "en")
    assert asked.supports("fr", "en")
    now[0] += 31
    assert asked.supports("de", "en")
