"""The place of the decisions: who says where it is, and what it is when nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest

from capqa.config import Settings
from capqa.errors import CapqaError
from capqa.review import DEFAULT_LOG
from capqa.review.session_place import log_at, session_place

SAID = Settings(session="said.sqlite3", file=Path("/project/capqa.toml"))


def test_the_default_place_is_in_the_folder_and_need_not_be_there(tmp_path: Path) -> None:
    assert session_place(Settings()).address == str(DEFAULT_LOG)
    place = session_place(Settings(), folder=tmp_path)
    assert (place.address, place.is_named) == (str(tmp_path / DEFAULT_LOG), False)
    assert log_at(place) == tmp_path / DEFAULT_LOG


def test_the_option_goes_before_the_environment_and_that_before_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert session_place(SAID).address == "said.sqlite3"
    monkeypatch.setenv("CAPQA_SESSION", "")
    assert session_place(SAID).address == "said.sqlite3"
    monkeypatch.setenv("CAPQA_SESSION", "postgresql://desk@server/capqa")
    assert session_place(SAID).address == "postgresql://desk@server/capqa"
    assert session_place(SAID, "option").address == "option"
    assert session_place(SAID, "option").folders == (Path(), Path("/project"))


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    named = tmp_path / "log"
    with pytest.raises(CapqaError, match="there is no decision log; start one"):
        log_at(session_place(Settings(session=str(named))))
    named.touch()
    assert log_at(session_place(Settings(session=str(named)))) == named


def test_one_reader_serves_all_of_a_run_and_connects_to_nothing_before_it_reads() -> None:
    place = session_place(Settings(session="postgresql://desk@127.0.0.1:1/capqa"))
    assert log_at(place) is log_at(place)


def test_no_password_is_shown() -> None:
    settings = Settings(session="postgresql://desk:s3cr3t@server/capqa")
    assert "s3cr3t" not in repr(settings)
