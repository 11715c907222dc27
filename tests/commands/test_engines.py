"""The engines as commands wire them: the decisions of the log, and a server that is configured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from capqa import pipeline
from capqa.__main__ import main
from capqa.config import Settings
from capqa.model import Action, Decision
from capqa.review import DEFAULT_LOG
from capqa.review.log import DecisionLog
from capqa.review.pairs import DecisionPairs
from capqa.review.session import ReviewItem, Session
from tests.translation.engines.server import Answer, serving

if TYPE_CHECKING:
    from collections.abc import Callable

CAPTION = "Irak | Befreiungsaktion Mossul"
DECIDED = "Iraq | Mosul liberation operation under way"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")

    def write(caption: str, settings: str = "") -> None:
        Path("page.txt").write_text(f"The army is near the town.\n\n{caption}\n", encoding="utf-8")
        Path("capqa.toml").write_text(settings, encoding="utf-8")

    return write


def decide(path: Path = DEFAULT_LOG, source: str = CAPTION, text: str = DECIDED) -> None:
    log = DecisionLog(path)
    log.append(Decision("f", "old.txt", Action.EDIT, text, source, "anna", "2026-01-01T10:00", "b"))
    log.close()


def proposed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    main([*arguments, "--format", "json", "page.txt"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    return finding["suggestion"]


@pytest.mark.parametrize("command", ["check", "suggest"])
def test_what_was_decided_is_proposed_for_the_same_text(
    command: str, page: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    page(CAPTION)
    assert proposed(capsys, command)["origin"].startswith("glossary ")
    assert not DEFAULT_LOG.parent.exists()
    decide()
    suggestion = proposed(capsys, command)
    assert (suggestion["text"], suggestion["origin"]) == (DECIDED, "memory")
    assert suggestion["compliant"]
    assert suggestion["parts"][0]["detail"] == "decided by anna on 2026-01-01"


def test_for_a_like_text_the_words_that_differ_are_shown_and_it_is_not_compliant(
    page: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    page("Irak | Befreiungsaktion in der Stadt Kundus", 'engines = ["memory"]')
    decide(source="Irak | Befreiungsaktion in der Stadt Mossul")
    suggestion = proposed(capsys, "suggest")
    assert suggestion["origin"] == "memory 83 %"
    assert not suggestion["compliant"]
    assert suggestion["parts"][0]["origin"] == "similar"
    main(["suggest", "page.txt"])
    shown = capsys.readouterr().out
    assert f"= proposal: {DECIDED} [memory 83 %]" in shown
    assert (
        "check failed: same source: 83 % like what was decided by anna on 2026-01-01: "
        "there “Mossul”, here “Kundus”" in shown
    )


def test_a_decision_is_proposed_for_the_next_page_of_the_same_review(
    page: Callable[[str], None],
) -> None:
    page(CAPTION)
    Path("other.txt").write_bytes(Path("page.txt").read_bytes())
    settings = Settings()
    log = DecisionLog(DEFAULT_LOG)
    pairs = DecisionPairs([DEFAULT_LOG], target_language="en")
    items = []
    for path in (Path("page.txt"), Path("other.txt")):
        document = pipeline.read(path)
        items += [ReviewItem(each, document, path) for each in pipeline.check(document, settings)]
    session = Session(
        items,
        log,
        reviewer="anna",
        suggest=lambda item: pipeline.suggest(
            item.document, (item.finding,), settings, engines=("memory",), read_pairs=pairs
        )[0],
    )
    assert session.suggestion(0) is None
    session.edit(0, DECIDED)
    found = session.suggestion(1)
    assert found is not None
    assert (found.text, found.origin) == (DECIDED, "memory")
    log.close()


def test_another_log_can_be_named_and_its_path_starts_from_the_settings_file(
    page: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page(CAPTION, '[engine.memory]\npath = "desk/log.sqlite3"')
    decide(Path("desk", "log.sqlite3"))
    inner = tmp_path / "today"
    inner.mkdir()
    monkeypatch.chdir(inner)
    (inner / "page.txt").write_bytes((tmp_path / "page.txt").read_bytes())
    assert proposed(capsys, "check")["text"] == DECIDED


def test_the_memory_keeps_out_where_the_settings_do_not_name_it(
    page: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    page(CAPTION, 'engines = ["glossary"]')
    decide()
    assert proposed(capsys, "check")["origin"].startswith("glossary ")
    assert proposed(capsys, "suggest")["origin"].startswith("glossary ")


def test_what_was_decided_for_pages_in_one_language_is_not_proposed_for_another(
    page: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    caption = "La guerre en Syrie et les enfants de la guerre"
    page(caption)
    decide(source=caption, text="Syria's war and the children in it")
    assert proposed(capsys, "suggest")["text"] == "Syria's war and the children in it"
    main(["suggest", "--target", "de", "page.txt"])
    shown = capsys.readouterr().out
    assert caption in shown
    assert "Syria's war" not in shown


@pytest.mark.parametrize("command", ["check", "suggest"])
def test_a_damaged_log_is_told_in_one_line_and_the_next_engine_asked(
    command: str, page: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    page(CAPTION)
    DEFAULT_LOG.parent.mkdir()
    DEFAULT_LOG.write_bytes(b"nonsense" * 100)
    main([command, "page.txt"])
    printed = capsys.readouterr()
    assert "Iraq | Liberation operation Mosul [glossary" in printed.out
    assert printed.err == (
        f"capqa: memory: {DEFAULT_LOG}: is damaged or no decision log of this version of capqa; "
        "name another file\n"
    )


def _settings(url: str) -> str:
    return (
        f'engines = ["libretranslate", "glossary"]\n'
        f'[engine.libretranslate]\nurl = "{url}"\nretries = 0\n'
    )


def test_a_server_that_is_configured_is_asked_and_named(
    page: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"translatedText": ["Liberation operation in Mosul begins"]}
    with serving(lambda _: Answer(200, json.dumps(said).encode())) as asked:
        page(CAPTION, _settings(asked.url))
        # Of a term and a place nothing is left to ask for; the middle piece goes over.
        suggestion = proposed(capsys, "suggest")
        assert suggestion["text"] == "Iraq | Liberation operation in Mosul begins"
        assert suggestion["origin"] == f"libretranslate {asked.url}"
        assert [content["q"] for content in asked.contents] == [["Befreiungsaktion Mossul"]]
        # The gate asks nobody outside the process.
        assert proposed(capsys, "check")["origin"].startswith("glossary ")
        assert len(asked.contents) == 1


def test_a_server_that_fails_is_told_in_one_line_and_the_next_engine_asked(
    page: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda _: Answer(503, b"")) as asked:
        page(CAPTION, _settings(asked.url))
        assert main(["suggest", "page.txt"]) == 0
    printed = capsys.readouterr()
    assert "Iraq | Liberation operation Mosul [glossary" in printed.out
    assert printed.err == (
        f"capqa: libretranslate: {asked.url}: refuses with status 503; "
        "check the server and the engine's options\n"
    )
