"""What `capqa check` passes over in the folder of the server is passed over by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from capqa.__main__ import main
from tests.gate.desk import dismiss
from tests.serving.running import served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.review.private_postgres import PrivatePostgres
    from tests.serving.running import Served

PAGE = (
    "Zerstörte Häuser in Aleppo\n\nIrak | Befreiungsaktion Mossul\n\n<!-- capqa: ignore -->\n\n"
    "Geflüchtete Kinder im Lager\n\nKrieg und Frieden im Nahen Osten\n"
)
KNOWN, DISMISSED, COMMENTED, ALLOWED = (
    "Zerstörte Häuser in Aleppo",
    "Irak | Befreiungsaktion Mossul",
    "Geflüchtete Kinder im Lager",
    "Krieg und Frieden im Nahen Osten",
)
NAME = "pages/a.md"


def left(server: Served, *, as_json: bool = False, name: str = NAME) -> list[str]:
    address = f"{server.address}/v1/check"
    if as_json:
        answer = httpx.post(address, json={"filename": name, "text": PAGE})
    else:
        answer = httpx.post(address, content=PAGE.encode(), params={"filename": name})
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    assert report["summary"]["findings"] == len(report["findings"])
    return [finding["text"] for finding in report["findings"]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    page = tmp_path / NAME
    page.parent.mkdir()
    page.write_text(f"{KNOWN}\n", encoding="utf-8")
    assert main(["check", NAME, "--update-baseline"]) == 0
    page.write_text(PAGE, encoding="utf-8")
    (tmp_path / "capqa.toml").write_text(
        f'allow = ["{ALLOWED}"]\nbaseline = "capqa-baseline.json"\n', encoding="utf-8"
    )
    return tmp_path


def test_it_answers_as_the_command_line_does(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with served(project, "--jobs", "2") as server:
        assert left(server, name="pages/other.md") == [KNOWN, DISMISSED]
        # The words around it are other ones by now.
        assert left(server) == [DISMISSED]
        assert main(["check", NAME, "--update-baseline"]) == 0
        assert left(server) == left(server, as_json=True) == []
        (project / "capqa-baseline.json").write_text('{"version": 1, "findings": []}')
        assert left(server) == [KNOWN, DISMISSED]
        dismiss(project / NAME, project / ".capqa" / "review.sqlite3", 1, name=NAME)
        for as_json in (False, True):
            assert left(server, as_json=as_json) == [KNOWN]
        capsys.readouterr()
        assert main(["check", NAME]) == 1
        printed = capsys.readouterr().out
        assert KNOWN in printed
        assert DISMISSED not in printed
        (project / "capqa-baseline.json").unlink()
        answer = httpx.post(f"{server.address}/v1/check?filename={NAME}", content=b"Mosul\n")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert str(project) not in answer.text
        assert "no such baseline" in "\n".join(server.log)


def test_a_changed_glossary_counts_for_the_next_request(tmp_path: Path) -> None:
    glossary = tmp_path / "house.de-en.csv"
    glossary.write_text("source,target\nBefreiungsaktion,rescue\n", encoding="utf-8")
    (tmp_path / "capqa.toml").write_text(f'glossaries = ["{glossary.name}"]\n', encoding="utf-8")

    def proposal(server: Served) -> str:
        address = f"{server.address}/v1/check?filename=a.txt"
        report = httpx.post(address, content=DISMISSED.encode()).json()
        return str(report["findings"][0]["suggestion"]["text"])

    with served(tmp_path, "--jobs", "1") as server:
        assert proposal(server) == "Iraq | Rescue Mosul"
        glossary.write_text("source,target\nBefreiungsaktion,freeing of\n", encoding="utf-8")
        assert proposal(server) == "Iraq | Freeing of Mosul"


def test_a_desk_may_share_its_decisions(project: Path, postgres: PrivatePostgres) -> None:
    address = postgres.address(postgres.new_database())
    dismiss(project / NAME, address, name=NAME)
    environment = {"CAPQA_SESSION": address}
    with served(project, "--jobs", "2", environment=environment) as server:
        assert left(server) == [DISMISSED]
        dismiss(project / NAME, address, 1, name=NAME)
        for _ in range(4):
            assert left(server) == []
        assert address not in "\n".join(server.log)


def test_what_cannot_be_read_keeps_it_from_starting(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "capqa-baseline.json").unlink()
    assert main(["serve", "--port", "0", "--jobs", "1"]) == 2
    said = capfd.readouterr().err
    assert said.endswith("no such baseline; make it with --update-baseline\n")
    assert main(["serve", "--port", "0", "--jobs", "1", "--session", "nowhere.sqlite3"]) == 2
    assert "nowhere.sqlite3: there is no decision log" in capfd.readouterr().err
