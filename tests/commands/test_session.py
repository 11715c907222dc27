"""Where the decisions are is said once, and every command reads them there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa import config
from capqa.__main__ import main
from capqa.model import Action, Decision
from capqa.review import DEFAULT_LOG
from capqa.review.store import open_store
from tests.gate.desk import dismiss
from tests.review.private_postgres import PASSWORD

if TYPE_CHECKING:
    from tests.review.private_postgres import PrivatePostgres

PAGE = Path("pages/a.txt")
DISMISSED = "not counted: 1 dismissed in review"
UNREACHABLE = "postgresql://desk:s3cr3t@127.0.0.1:1/desk"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    PAGE.parent.mkdir()
    PAGE.write_text("Zerstörte Häuser in Aleppo\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(params=["file", "database"])
def address(request: pytest.FixtureRequest) -> str:
    if request.param == "file":
        return "desk.sqlite3"
    server: PrivatePostgres = request.getfixturevalue("postgres")
    return server.address(server.new_database())


@pytest.mark.parametrize("said_by", ["option", "environment", "settings"])
def test_what_a_desk_dismissed_does_not_fail(
    said_by: str,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    dismiss(PAGE, address, 0)
    assert main(["check", "pages"]) == 1
    arguments = ["check", "pages"]
    if said_by == "option":
        arguments.append(f"--session={address}")
    elif said_by == "environment":
        monkeypatch.setenv("CAPQA_SESSION", address)
    else:
        user_and_secret = address.partition("://")[2].partition("@")[0]
        user = user_and_secret.partition(":")[0]
        without = address.replace(user_and_secret, user) if user else address
        Path("capqa.toml").write_text(f'session = "{without}"\n', encoding="utf-8")
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
    capsys.readouterr()
    assert main(arguments) == 0
    assert DISMISSED in capsys.readouterr().err
    # Several processes and the cache tell the same.
    for number in range(40):
        Path(f"pages/{number}.txt").write_bytes(PAGE.read_bytes())
    for _ in range(2):
        assert main([*arguments, "--jobs", "2"]) == 1
        assert DISMISSED in capsys.readouterr().err


def test_it_is_the_same_in_a_folder_of_the_project(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dismiss(PAGE, "desk.sqlite3", 0)
    Path("capqa.toml").write_text('session = "desk.sqlite3"\n', encoding="utf-8")
    monkeypatch.chdir(PAGE.parent)
    assert main(["check", PAGE.name]) == 0
    assert DISMISSED in capsys.readouterr().err


def test_what_a_desk_wrote_is_proposed(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(address)
    source = PAGE.read_text(encoding="utf-8").strip()
    written = "Houses in Aleppo destroyed"
    decision = Decision(
        "1", "b.txt", Action.EDIT, written, source, "ana", "2026-01-01", "hash", language="de"
    )
    store.append(decision)
    store.close()
    main(["check", "pages", "--format=json", f"--session={address}"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["suggestion"]["text"] == written


def test_the_glossary_learns_from_it(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(address)
    source, written = "Der Wirbelwind tobt", "The whirlwind rages"
    store.append(Decision("1", "b.txt", Action.EDIT, written, source, "ana", "2026-01-01", "hash"))
    store.close()
    monkeypatch.setenv("CAPQA_SESSION", address)
    assert main(["glossary", "suggest", "--min-count", "1"]) == 0
    assert written.split()[1] in capsys.readouterr().out
    monkeypatch.delenv("CAPQA_SESSION")
    assert main(["glossary", "suggest", "--min-count", "1", f"--log={address}"]) == 0
    assert written.split()[1] in capsys.readouterr().out


def test_it_is_exported(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dismiss(PAGE, address, 0)
    monkeypatch.setenv("CAPQA_SESSION", address)
    assert main(["review", "--export", "decisions.csv"]) == 0
    assert "exported 1 decision" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "pages"],
        ["suggest", "pages"],
        ["review", "pages", "--plain"],
        ["review", "--export", "decisions.csv"],
        ["glossary", "suggest"],
        ["glossary", "review", "--list"],
        ["serve", "--port", "0", "--jobs", "1"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("address", [UNREACHABLE, "://s3cr3t", "redis://a:s3cr3t@b/c"])
def test_one_that_cannot_be_used_is_told_in_a_line(
    arguments: list[str],
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    pytest.importorskip("sqlalchemy", reason="capqa[postgres] is not installed")
    monkeypatch.setenv("CAPQA_SESSION", address)
    assert main(arguments) == 2
    said = capfd.readouterr()
    assert said.err.count("\n") == 1
    assert said.err.startswith("capqa: ")
    assert "s3cr3t" not in said.err + said.out


@pytest.mark.parametrize(
    "arguments", [["check", "pages"], ["suggest", "pages"], ["glossary", "suggest"]], ids=" ".join
)
def test_one_that_was_named_and_is_not_there_is_told(
    arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("capqa.toml").write_text('session = "desk.sqlite3"\n', encoding="utf-8")
    assert main(arguments) == 2
    where = folder / "desk.sqlite3"
    assert capsys.readouterr().err == (
        f"capqa: {where}: there is no decision log; start one with `capqa review`, or name another "
        "session\n"
    )
    assert not where.exists()


def test_a_damaged_one_fails_where_it_was_named(capsys: pytest.CaptureFixture[str]) -> None:
    DEFAULT_LOG.parent.mkdir()
    DEFAULT_LOG.write_bytes(b"no log")
    assert main(["check", "pages"]) == 1
    assert main(["check", "pages", f"--session={Path.cwd() / DEFAULT_LOG}"]) == 2
    assert "is damaged or no decision log" in capsys.readouterr().err.splitlines()[-1]


def test_a_review_starts_one_where_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    from capqa.commands import _options
    from capqa.commands._review.opening import opened
    from capqa.review.session_place import session_place

    Path("capqa.toml").write_text('session = "desk.sqlite3"\n', encoding="utf-8")
    settings = config.find(Path.cwd())
    with opened([], settings, session_place(settings).address, "ana") as (_, pairs):
        assert pairs is not None
    assert Path("desk.sqlite3").is_file()
    assert not DEFAULT_LOG.exists()
    assert _options.decisions(settings, Path("nowhere")) is None
