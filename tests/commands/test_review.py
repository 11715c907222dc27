"""`capqa review` without a screen: --plain on a pipe, and --export."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from capqa.model import Action
from capqa.review import DEFAULT_LOG
from capqa.review.log import DecisionLog

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """Jihadist leaders are fleeing the besieged Iraqi city of Mosul as local forces close in.

Irak | Befreiungsaktion Mossul
Image: dpa

Thousands of people are fleeing to a camp in Syria, where there is not enough to eat.

Geflüchtete Kinder im Lager
Image: Reuters
"""
FIRST, SECOND = "Irak | Befreiungsaktion Mossul", "Geflüchtete Kinder im Lager"


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    monkeypatch.setenv("CAPQA_REVIEWER", "ana")
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


class Answers(io.StringIO):
    """Standard input that looks at the log before each answer is read."""

    def __init__(self, answers: str) -> None:
        super().__init__(answers)
        self.logged: list[int] = []

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        log = DecisionLog(DEFAULT_LOG)
        self.logged.append(len(log.decisions()))
        log.close()
        return super().readline()


def review(
    answers: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[str, list[int]]:
    standard_input = Answers(answers)
    monkeypatch.setattr(sys, "stdin", standard_input)
    assert main(["review", "--plain", "page.txt", *more]) == 0
    return capsys.readouterr().out, standard_input.logged


def test_a_finding_is_told_with_all_there_is_to_know(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = review("", monkeypatch, capsys)
    lines = out.splitlines()
    assert lines[0] == "2 findings: 2 open"
    assert lines[2] == "Finding 1 of 2, open."
    assert lines[3] == "Place: page.txt, line 3, column 1"
    assert f"Text: {FIRST}" in lines
    assert any(line.startswith("Suggestion: Iraq | ") for line in lines)
    assert any(line.startswith("Term: ") for line in lines)
    assert any(line.startswith("Checks: ") for line in lines)
    assert lines[-2] == "Letter (? for help): "
    assert lines[-1] == "2 findings: 2 open"


def test_letters_decide_and_every_decision_is_kept_before_the_next_question(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = "a\ne\nRefugee children in the camp\nu\nU\nc\nas the agency has it\nw\nq\n"
    out, logged = review(answers, monkeypatch, capsys)
    assert logged == [0, 1, 1, 2, 3, 4, 4, 4, 4]
    assert "Refugee children in the camp" in page.read_text(encoding="utf-8")
    assert FIRST not in page.read_text(encoding="utf-8")
    assert "Written: 2 edits in 1 file." in out
    assert "as the agency has it" in out
    decisions = DecisionLog(DEFAULT_LOG).decisions()
    assert [each.action for each in decisions] == [
        Action.ACCEPT,
        Action.EDIT,
        Action.UNDO,
        Action.REDO,
    ]
    assert {each.target_language for each in decisions} == {"en"}
    assert {len(each.glossary) for each in decisions} == {12}
    assert decisions[0].origin


def test_moving_skipping_and_dismissing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = review("n\np\ns\nr\nq\n", monkeypatch, capsys)
    assert out.count("Finding 2 of 2, open.") == 2
    assert "No finding is open any longer. w writes, q quits." in out
    assert out.splitlines()[-1] == "2 findings: 1 dismissed, 1 skipped"


def test_what_cannot_be_done_is_told_and_the_review_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = review(f"x\n99\nu\nU\ne\n{FIRST}\ne\n\n?\nq\n", monkeypatch, capsys)
    told = [line for line in out.splitlines() if line.startswith("Not done: ")]
    assert [line.removeprefix("Not done: ") for line in told] == [
        "there is no 'x'; ? lists what there is",
        "there is no alternative 99",
        "nothing to undo",
        "nothing to redo",
        "the replacement is the text that stands there; dismiss it to keep the text",
    ]
    assert "w: write the files. q: quit, decisions are kept." in out
    assert out.splitlines()[-1] == "2 findings: 2 open"


def test_unwritten_decisions_are_told_on_leaving_and_found_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = review("a\n", monkeypatch, capsys)
    assert out.splitlines()[-1].startswith("1 decided texts are not in the files yet")
    out, _ = review("q\n", monkeypatch, capsys)
    assert out.splitlines()[0] == "2 findings: 1 open, 1 accepted"


def test_all_identical_are_asked_for_once(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(f"{PAGE}\n{SECOND}\nImage: dpa\n", encoding="utf-8")
    out, _ = review("n\nR\nn\nR\ny\nu\nq\n", monkeypatch, capsys)
    assert out.count("Dismiss 2? y or n: ") == 2
    assert "Place: page.txt, line 8, column 1" in out
    assert "Dismissed 2 findings." in out
    assert "Undone 2 findings." in out


def test_always_goes_to_the_projects_list_and_undo_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "capqa.toml"
    settings.write_text('# ours\ntarget = "en"\n', encoding="utf-8")
    review("r always\ny\nq\n", monkeypatch, capsys)
    assert (tmp_path / "names.txt").read_text(encoding="utf-8").splitlines()[-1] == FIRST
    assert settings.read_text(encoding="utf-8") == (
        'allow-files = ["names.txt"]\n# ours\ntarget = "en"\n'
    )
    out, _ = review("q\n", monkeypatch, capsys)
    assert out.splitlines()[0] == "1 finding: 1 open"  # the phrase is right as it stands now


def test_a_file_changed_meanwhile_is_taken_up_and_resolved(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Changing(Answers):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            line = super().readline()
            if line == "w\n" and page.read_text(encoding="utf-8") == PAGE:
                changed = PAGE.replace("Kinder im", "Kind im").replace("Thousands", "Many")
                page.write_text(changed, encoding="utf-8")
            return line

    monkeypatch.setattr(sys, "stdin", Changing("a\ne\nRefugees\nw\ny\nw\nq\n"))
    assert main(["review", "--plain", "page.txt"]) == 0
    out = capsys.readouterr().out
    assert "Not written: page.txt: changed on disk since it was read" in out
    assert "On disk: Geflüchtete Kind im Lager" in out
    assert "Yours: Refugees" in out
    text = page.read_text(encoding="utf-8")
    assert "Refugees\n" in text
    assert "Many of people" in text
    assert FIRST not in text


def test_hostile_text_does_nothing(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "Befreiungsaktion \x1b[2J\x1b]0;x\x07 \u202e Mossul [/x]"
    page.write_text(PAGE.replace(FIRST, hostile), encoding="utf-8")
    out, _ = review("e\n\x1b[31mred\nc\n\x1b]0;y\x07\nq\n", monkeypatch, capsys)
    assert not set(out) & set("\x1b\x07\u202e")
    assert "Not done: the replacement has a control character (U+001B); remove it" in out


def test_export_needs_neither_terminal_nor_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    review("a\nr\nq\n", monkeypatch, capsys)
    for name, count in (("audit.csv", "2"), ("audit.json", "2"), ("audit.tmx", "1 of 2")):
        for _ in range(2):  # the second time it is replaced
            assert main(["review", "--export", name]) == 0
            assert capsys.readouterr().out == f"exported {count} decisions to {name}\n"
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as file:
        assert [row["action"] for row in csv.DictReader(file)] == ["accept", "dismiss"]
    assert len(json.loads((tmp_path / "audit.json").read_bytes())["decisions"]) == 2


def test_export_of_some_files(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    review("a\nq\n", monkeypatch, capsys)
    for path, count in (("page.txt", 1), (".", 1), ("other.txt", 0)):
        assert main(["review", "--export", "a.json", path]) == 0
        assert capsys.readouterr().out.startswith(f"exported {count} ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--export", "a.xls"], "a.xls: decisions are not exported in this format; use one of"),
        (["--export", "a.csv"], ".capqa/review.sqlite3: there is no decision log; start one"),
        ([], "nothing to review is named; name a file or a folder"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"capqa: {message}")


@pytest.mark.parametrize("package", ["textual_serve", "aiohttp"])
def test_without_the_extra_the_browser_is_one_line(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    assert main(["review", "--web", "page.txt"]) == 2
    assert capsys.readouterr().err == (
        f"capqa: the browser needs {package}; install it with `pip install 'capqa[web]'`\n"
    )
