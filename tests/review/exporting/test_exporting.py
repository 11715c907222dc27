"""Decisions exported: every one with all that was recorded, harmless in the tools that open it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConfigurationError
from capqa.formats import tmx as tmx_format
from capqa.glossary.exchange import tmx as tmx_exchange
from capqa.glossary.exchange._languages import LanguagePair
from capqa.model import Action, Decision, Scope
from capqa.review.events import Comment
from capqa.review.exporting import format_of
from capqa.review.exporting._rows import Row, rows
from capqa.review.log import DecisionLog
from capqa.review.session import Session
from tests.review.desk import PAGE, items_in, translation

if TYPE_CHECKING:
    from pathlib import Path

    from capqa.review.events import Event

IRAK, MOSSUL, SYRIEN, KRIEG, CREDIT = range(5)


@pytest.fixture
def log(tmp_path: Path) -> DecisionLog:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE.encode())
    log = DecisionLog(tmp_path / "log.sqlite3")
    session = Session(
        [replace(item, target_language="en") for item in items_in(page)],
        log,
        reviewer="ana",
        suggest=translation,
        glossary_state=lambda *_: "0123456789ab",
    )
    session.accept_identical(IRAK)
    session.edit(SYRIEN, "Syria & <Co>")
    session.comment(SYRIEN, "as the agency writes it")
    session.skip(MOSSUL)
    session.undo()
    session.dismiss(MOSSUL)
    session.comment(KRIEG, "ask the desk")
    session.write()
    return log


def in_csv(found: list[Row]) -> list[dict[str, str]]:
    data = format_of("a.csv").write(found)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_every_event_is_a_row_with_all_that_was_recorded(log: DecisionLog) -> None:
    found = in_csv(rows(log.events()))
    assert [(row["source"], row["action"], row["in_force"]) for row in found] == [
        ("Irak", "accept", "yes"),
        ("Irak", "accept", "yes"),
        ("Syrien", "edit", "yes"),
        ("Mossul", "skip", "no"),
        ("Mossul", "undo", "no"),
        ("Mossul", "dismiss", "yes"),
        ("Krieg", "comment", "yes"),
    ]
    first, edit = found[0], found[2]
    assert first["file"].endswith("page.txt")
    assert first["place"] == "1:1"
    assert (first["source_language"], first["target_language"]) == ("de", "en")
    assert (first["text"], first["reviewer"], first["scope"]) == ("Iraq", "ana", "identical")
    assert (first["engine"], first["glossary"]) == ("test", "0123456789ab")
    assert first["step"] == found[1]["step"] != ""
    assert edit["comment"].endswith(": as the agency writes it")
    assert edit["time"].endswith("+00:00")
    assert found[-1]["comment"].endswith(": ask the desk")


def test_json_says_the_same(log: DecisionLog) -> None:
    content = json.loads(format_of("a.JSON").write(rows(log.events())))
    assert content["version"] == 1
    as_csv = in_csv(rows(log.events()))
    assert [
        {**row, "in_force": "yes" if row["in_force"] else "no"} for row in content["decisions"]
    ] == as_csv


def test_only_wanted_files(log: DecisionLog) -> None:
    assert rows(log.events(), lambda file: not file.endswith("page.txt")) == []


def test_tmx_holds_the_translations_that_stand_with_their_languages(log: DecisionLog) -> None:
    data = format_of("a.tmx").write(rows(log.events()))
    reading = tmx_exchange.read(data, "a.tmx", LanguagePair("de", "en"))
    assert [(each.source, each.target) for each in reading.entries] == [
        ("Irak", "Iraq"),
        ("Syrien", "Syria & <Co>"),
    ]
    segments = tmx_format.read(data, "a.tmx").segments
    assert [each.text for each in segments if each.translation_of] == [
        "Iraq",
        "Iraq",
        "Syria & <Co>",
    ]
    text = data.decode()
    assert 'srclang="de"' in text
    assert 'creationid="ana"' in text
    assert '<prop type="x-glossary">0123456789ab</prop>' in text


def decision(**changes: str) -> Decision:
    values = {
        "fingerprint": "f",
        "document": "page.txt",
        "text": "Iraq",
        "source": "Irak",
        "reviewer": "ana",
        "time": "2026-11-24T10:00:00.000+01:00",
        "base_hash": "0",
    } | changes
    return Decision(action=Action.ACCEPT, scope=Scope.HERE, **values)


def test_languages_that_were_not_recorded_are_undetermined() -> None:
    events = [decision(), decision(fingerprint="g", language="de", target_language="en")]
    text = format_of("a.tmx").write(rows(events)).decode()
    assert 'srclang="*all*"' in text
    assert '<tuv xml:lang="und"><seg>Irak</seg></tuv>' in text
    assert 'creationdate="20261124T090000Z"' in text


def test_formulas_are_shown_not_run() -> None:
    hostile = '=HYPERLINK("http://x","y")'
    (row,) = in_csv(rows([decision(text=hostile, reviewer="@ana", document="-1.txt")]))
    assert (row["text"], row["reviewer"], row["file"]) == (f"'{hostile}", "'@ana", "'-1.txt")


_HOSTILE = st.text(
    st.sampled_from("aß=+-@\t\r\n\0\x1b\u202e\ud800\uffff,;\"'<&]>") | st.characters(), max_size=12
)


@given(_HOSTILE, _HOSTILE, _HOSTILE)
def test_any_text_can_be_exported_everywhere(text: str, source: str, comment: str) -> None:
    events: list[Event] = [
        decision(text=text, source=source, document=text, reviewer=comment, language="de"),
        Comment("f", text, comment, source, "b", "now", "0"),
    ]
    found = rows(events)
    (row,) = in_csv(found)
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
    (unit,) = json.loads(format_of("a.json").write(found))["decisions"]
    assert (unit["text"], unit["source"], unit["file"]) == (text, source, text)
    if text.strip() and source.strip():
        data = format_of("a.tmx").write(found)
        assert tmx_format.read(data, "a.tmx").segments


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"a\.xls: .*; use one of \.csv, \.json, \.tmx"):
        format_of("a.xls")


def test_scope_always_is_exported() -> None:
    (row,) = rows([replace(decision(), scope=Scope.ALWAYS, allowed_in="names.txt")])
    assert (row.scope, row.in_force) == ("always", True)
