"""A gate that passes texts over because of the language they declare says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from capqa.__main__ import main
from capqa.commands._check.not_checked import NotChecked
from capqa.pipeline import CheckedFile
from capqa.rules._declared import OtherLanguages

WHAT = "texts that declare another language were not checked for what is left untranslated"


def item(language: str, headline: str) -> dict[str, str]:
    return {"type": "text", "language": language, "headline": headline}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("pages").mkdir()
    for number in range(20):
        Path(f"pages/{number:02}.json").write_text(
            json.dumps(item("de", "Geflüchtete Kinder im Lager")), encoding="utf-8"
        )
    Path("pages/en.html").write_text(
        '<p>The army is near.</p><p lang="fr">Un enfant devant une maison</p>', encoding="utf-8"
    )


def stderr(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", "pages", *arguments]) == 0
    return capsys.readouterr().err


def test_one_line_counts_them_however_they_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    said = [
        stderr(capsys, "--jobs", "1", "--no-cache"),
        stderr(capsys, "--jobs", "2", "--no-cache"),
        stderr(capsys),
        stderr(capsys),
    ]
    assert said[0].startswith(f"capqa: note: {WHAT}: 21 in 21 files (German, French), all of 20 of")
    assert said[0].endswith(" the files, such as pages/00.json\n")
    assert said[1:] == said[:1] * 3


def test_it_is_quiet_when_asked_and_where_nothing_is_passed_over(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert stderr(capsys, "--quiet") == ""
    Path("capqa.toml").write_text('[rules]\nuntranslated = "off"\n', encoding="utf-8")
    assert stderr(capsys) == ""
    Path("capqa.toml").write_text('roles = ["caption"]\n', encoding="utf-8")
    assert stderr(capsys) == ""
    Path("capqa.toml").write_text(
        '[[overrides]]\nfiles = ["*.json"]\ntarget = "de"\n', encoding="utf-8"
    )
    assert stderr(capsys) == f"capqa: note: {WHAT}: 1 in 1 file (French)\n"


def test_reports_for_programs_note_each_file_in_which_nothing_was_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["check", "pages", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert [note["path"] for note in report["notes"]] == [f"pages/{n:02}.json" for n in range(20)]
    assert report["notes"][0]["message"] == (
        "pages/00.json: not checked for what is left untranslated: the only text declares German; "
        "to find what is left in it, use --target de"
    )
    assert report["statistics"]["not_checked"] == {"de": 20, "fr": 1}
    main(["check", "pages", "--format", "jsonl"])
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    assert sum(line["type"] == "note" for line in lines) == 20
    main(["check", "pages", "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 20
    main(["check", "pages", "--format", "html"])
    assert capsys.readouterr().out.count("the only text declares German") == 20


def test_statistics_count_them(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "pages", "--statistics"])
    printed = capsys.readouterr().out
    assert "not checked, as they declare another language" in printed
    assert "German (de)" in printed


def test_suggest_says_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(["suggest", "pages"])
    assert WHAT in capsys.readouterr().err


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        ([(2, 2), (3, 3)], "5 in 1 file (German), all of a.txt"),
        ([(2, 2), (1, 3)], "3 in 1 file (German)"),
        ([(0, 2), (3, 3)], "3 in 1 file (German)"),
        ([(0, 2), (0, 3)], ""),
    ],
)
def test_the_sections_of_a_file_are_one(sections: list[tuple[int, int]], line: str) -> None:
    counted = NotChecked()
    for number, (declared, texts) in enumerate(sections):
        others = OtherLanguages((("de", declared),) if declared else (), texts)
        counted.add(CheckedFile("a.txt", other_languages=others, continues=number > 0))
    assert counted.line() == (f"{WHAT}: {line}" if line else "")


def test_many_languages_are_not_all_named() -> None:
    counted = NotChecked()
    languages = tuple((code, 1) for code in ("de", "es", "fr", "it", "nl"))
    counted.add(CheckedFile("a.txt", other_languages=OtherLanguages(languages, 9)))
    assert counted.line().endswith("5 in 1 file (German, Spanish, French, others)")
