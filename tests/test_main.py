from __future__ import annotations

import pytest

from capqa import __version__, pipeline
from capqa.__main__ import main


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"capqa {__version__}\n"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    printed = capsys.readouterr().out
    for command in ("check", "explain", "review", "suggest"):
        assert f"    {command}" in printed


def test_an_unknown_report_is_refused_with_the_choice(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--format", "xml", "page.txt"])
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert "invalid choice: 'xml'" in error
    assert "json" in error


def test_a_defect_is_never_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the moon\x1b[2J is full")

    monkeypatch.setattr(pipeline, "detector_for", broken)
    monkeypatch.delenv("CAPQA_TRACEBACK", raising=False)
    assert main(["explain", "Irak"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("capqa: a defect in capqa, at ")
    assert "RuntimeError: the moon␛[2J is full" in error
    assert error.count("\n") == 1


def test_a_defect_can_be_seen_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the moon is full")

    monkeypatch.setattr(pipeline, "detector_for", broken)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    with pytest.raises(RuntimeError, match="the moon is full"):
        main(["explain", "Irak"])


def test_an_interrupt_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "detector_for", interrupted)
    assert main(["explain", "Irak"]) == 130
    assert capsys.readouterr().err == ""
