"""The gate from the command line: the same result however it is come by."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from capqa.__main__ import main
from capqa.review import DEFAULT_LOG
from tests.gate.desk import dismiss, write_pages

HTML = "<p>The army is near.</p>\r\n<p>Caf&eacute; &amp; <b>Geflüchtete</b> Kinder im Lager</p>\r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("pages").mkdir()
    return tmp_path


def pages(number: int = 40) -> None:
    write_pages(Path("pages"), number)
    Path("pages/page-000.html").write_bytes(HTML.encode())


@pytest.mark.parametrize("format_", ["json", "sarif", "rdjson", "text"])
def test_processes_and_cache_change_no_report(
    format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages()
    reports = []
    for arguments in (["--jobs", "1", "--no-cache"], ["--jobs", "2", "--no-cache"], [], []):
        assert main(["check", "pages", "--format", format_, *arguments]) == 2
        reports.append(capsys.readouterr().out)
    assert reports[0].count("Befreiungsaktion Mossul") >= 7
    assert reports[1:] == reports[:1] * 3


def test_a_report_in_a_file_is_what_would_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    pages()
    main(["check", "pages", "--format", "json"])
    printed = capsys.readouterr().out
    main(["check", "pages", "--format", "json", "--output", "report.json"])
    assert capsys.readouterr().out == ""
    assert Path("report.json").read_text(encoding="utf-8") == printed


def test_a_baseline_made_of_a_folder_makes_it_pass(capsys: pytest.CaptureFixture[str]) -> None:
    pages()
    Path("pages/page-001.txt").unlink()
    assert main(["check", "pages"]) == 1
    assert main(["check", "pages", "--update-baseline"]) == 0
    capsys.readouterr()
    assert main(["check", "pages", "--baseline", "capqa-baseline.json", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["findings"] == []
    assert "not counted: 15 known" in printed.err
    with Path("pages/page-002.txt").open("a", encoding="utf-8") as page:
        page.write("\nZerstörte Häuser in Aleppo\n")
    assert main(["check", "pages", "--baseline", "capqa-baseline.json"]) == 1


def test_what_is_certain_is_mended_once_and_the_rest_is_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    pages()
    Path("pages/page-001.txt").unlink()
    main(["check", "pages", "--diff"])
    assert capsys.readouterr().out.count("+Iraq | Liberation operation Mosul") == 7
    before = Path("pages/page-000.txt").read_bytes()
    assert main(["check", "pages", "--fix"]) == 1
    assert "mended 7 findings in 7 files" in capsys.readouterr().err
    after = Path("pages/page-000.txt").read_bytes()
    assert after == before.replace(
        b"Irak | Befreiungsaktion Mossul", b"Iraq | Liberation operation Mosul"
    )
    assert main(["check", "pages", "--fix"]) == 1
    assert "mended 0 findings in 0 files" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_fails_and_others_are_mended(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages(8)
    Path("pages/page-001.txt").unlink()
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("page-006.txt"))
    assert main(["check", "pages", "--fix"]) == 2
    said = capsys.readouterr().err
    assert "pages/page-006.txt: is read-only; make it writable first" in said
    assert "mended 1 finding in 1 file" in said


def test_only_what_changed_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    pages(8)
    Path("pages/page-001.txt").unlink()
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"],
    ):
        subprocess.run(["git", *arguments], check=True)

    def files() -> list[str]:
        main(["check", "pages", "--changed-since", "HEAD", "--format", "json"])
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return [each["path"] for each in found["findings"]]

    assert files() == []
    with Path("pages/page-003.txt").open("a", encoding="utf-8") as page:
        page.write("More.\n")
    Path("pages/new.txt").write_text("Zerstörte Häuser in Aleppo\n", encoding="utf-8")
    assert files() == ["pages/new.txt", "pages/page-003.txt"]


@pytest.fixture
def repository() -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one", "--allow-empty"],
    ):
        subprocess.run(["git", *arguments], check=True)


@pytest.mark.usefixtures("repository")
def test_renamed_files_changed_and_gone_ones_did_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    caption = "Zerstörte Häuser in Aleppo\n"
    for name in ("kept", "renamed", "gone"):
        Path(f"pages/{name}.txt").write_text(f"{name}\n\n{caption}", encoding="utf-8")
    subprocess.run(["git", "add", "."], check=True)
    commit = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "two"]
    subprocess.run(commit, check=True)
    subprocess.run(["git", "mv", "pages/renamed.txt", "pages/new näme.txt"], check=True)
    Path("pages/gone.txt").unlink()
    for folder, path in ((".", "pages"), ("pages", ".")):
        monkeypatch.chdir(folder)
        assert main(["check", path, "--changed-since", "HEAD", "--format", "json"]) == 1
        found = json.loads(capsys.readouterr().out)["findings"]
        assert [Path(each["path"]).name for each in found] == ["new näme.txt"]


def test_what_was_dismissed_is_not_mended(capsys: pytest.CaptureFixture[str]) -> None:
    page = Path("pages/a.txt")
    page.write_text(
        "Irak | Befreiungsaktion Mossul\n\nThe army is near.\n\nHunger in Syrien\n", "utf-8"
    )
    dismiss(page, DEFAULT_LOG, 0)
    before = page.read_bytes()
    main(["check", "pages", "--diff"])
    assert "-Irak" not in capsys.readouterr().out
    main(["check", "pages", "--fix"])
    assert page.read_bytes().startswith(before.partition(b"\n")[0])
    assert "1 dismissed in review" in capsys.readouterr().err


def test_mending_makes_nothing_new_of_what_stands_beside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = Path("pages/a.txt")
    texts = ("Zerstörte Häuser am Tigris", "Irak | Befreiungsaktion Mossul", "Verletzte Kinder")
    page.write_text("\n\n".join(texts), encoding="utf-8")
    dismiss(page, DEFAULT_LOG, 0)
    main(["check", "pages", "--update-baseline"])
    capsys.readouterr()
    arguments = ["check", "pages", "--baseline", "capqa-baseline.json"]
    assert main([*arguments, "--fix"]) == 0
    said = capsys.readouterr().err
    assert "mended 1 finding" in said
    assert "not counted: 1 known, 1 dismissed" in said
    assert main(arguments) == 0


def test_a_diff_fails_on_what_it_would_mend_unless_that_is_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("pages/a.txt").write_text("Irak | Befreiungsaktion Mossul\n", encoding="utf-8")
    assert main(["check", "pages", "--diff"]) == 1
    assert "+Iraq | Liberation operation Mosul" in capsys.readouterr().out
    assert main(["check", "pages", "--diff", "--fail-on", "error"]) == 1
    main(["check", "pages", "--update-baseline"])
    capsys.readouterr()
    assert main(["check", "pages", "--diff", "--baseline", "capqa-baseline.json"]) == 0
    said = capsys.readouterr()
    assert "+Iraq | Liberation operation Mosul" in said.out
    assert "not there any more" not in said.err
    assert main(["check", "pages", "--fix"]) == 0


def test_a_dismissed_finding_does_not_fail_and_is_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = Path("pages/a.txt")
    page.write_text("Zerstörte Häuser in Aleppo\n", encoding="utf-8")
    dismiss(page, DEFAULT_LOG, 0)
    assert main(["check", "pages"]) == 0
    assert "not counted: 1 dismissed in review" in capsys.readouterr().err
