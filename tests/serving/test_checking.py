"""A document is posted, and its findings come back: those of the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from capqa.__main__ import main

if TYPE_CHECKING:
    from tests.serving.running import Served

SEED = Path(__file__).parents[2] / "seeds" / "dw-mosul.txt"
CAPTION = "Irak | Befreiungsaktion Mossul"
PAGE = f"<!doctype html><title>News</title><figcaption>{CAPTION}</figcaption>\n"


def post(server: Served, content: Any, query: str = "", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.post(f"{server.address}/v1/check{query}", content=content, headers=named)


def test_the_answer_is_the_report_of_the_command_line(
    server: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SEED.parent)
    assert main(["check", "--format=json", SEED.name]) == 1
    answer = post(server, SEED.read_bytes(), f"?filename={SEED.name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(capsys.readouterr().out)
    assert [each["line"] for each in answer.json()["findings"]] == [11, 22]


def test_a_clean_document_has_no_findings(server: Served) -> None:
    answer = post(server, b"Iraqi forces close in on the city of Mosul.\n", "?filename=page.txt")
    assert answer.json()["findings"] == []
    assert answer.json()["summary"] == {"files": 1, "findings": 0, "errors": 0}


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("?filename=page.html", {}),
        ("", {"Content_Disposition": 'attachment; filename="page.html"'}),
        ("", {"Content_Disposition": "attachment; filename*=UTF-8''page.html"}),
        ("", {"Content_Type": "text/html; charset=utf-8"}),
        ("?filename=page.html", {"Content_Type": "application/octet-stream"}),
    ],
)
def test_the_name_or_the_type_tells_the_format(
    server: Served, query: str, headers: dict[str, str]
) -> None:
    (finding,) = post(server, PAGE.encode(), query, **headers).json()["findings"]
    assert finding["role"] == "caption"
    assert finding["path"] == ("page.html" if "name" in f"{query}{headers}" else "document.html")


def test_a_name_in_other_letters_comes_back_as_it_was(server: Served) -> None:
    sent = {"filename": "Über/Мосул 🗞️ [x].html", "text": PAGE}
    answer = httpx.post(f"{server.address}/v1/check", json=sent)
    assert answer.json()["findings"][0]["path"] == sent["filename"]
    disposition = 'attachment; filename="Über.html"'.encode()
    answer = httpx.post(
        f"{server.address}/v1/check",
        content=PAGE,
        headers=[(b"Content-Disposition", disposition)],
    )
    assert answer.json()["findings"][0]["path"] == "Über.html"


def test_text_in_json_is_not_read_in_the_encoding_that_the_page_declares(server: Served) -> None:
    page = f'<meta charset="windows-1252"><p>Größe</p><figcaption>{CAPTION} für Köln</figcaption>'
    answer = httpx.post(f"{server.address}/v1/check", json={"filename": "a.html", "text": page})
    texts = [each["segment"] for each in answer.json()["findings"]]
    assert f"{CAPTION} für Köln" in texts


def test_queries_override_the_settings(server: Served) -> None:
    text = f"{CAPTION}\nImage: AFP\n".encode()
    assert post(server, text, "?filename=a.txt&min_confidence=1").json()["findings"] == []
    assert post(server, text, "?filename=a.txt&target=de").json()["findings"] == []
    assert len(post(server, text, "?filename=a.txt&min_confidence=0.5").json()["findings"]) == 1


def test_the_project_settings_hold(server: Served) -> None:
    text = f"{CAPTION}\nImage: AFP\n".encode()
    assert len(post(server, text, "?filename=en/a.txt").json()["findings"]) == 1
    assert post(server, text, "?filename=de/a.txt").json()["findings"] == []


def test_a_posted_name_touches_no_file(server: Served) -> None:
    answer = post(server, PAGE.encode(), "?filename=../../../../etc/passwd.html")
    assert answer.status_code == 200
    assert answer.json()["findings"][0]["path"] == "../../../../etc/passwd.html"


def test_a_text_that_acts_on_terminals_and_half_characters_come_back_as_json(
    server: Served,
) -> None:
    text = f"{CAPTION} \x1b[31m\u202e [MUSIC] [/x]\nImage: AFP\n"
    answer = post(server, text.encode(), "?filename=a.txt")
    assert answer.json()["findings"][0]["segment"] == text.splitlines()[0]
    assert "\u202e" not in answer.text
