from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from capqa.audit.running import Planned
from capqa.audit.work import ShardOutcome
from capqa.commands._audit.progress import AuditProgress
from tests.audit.archives import captions, gzipped, rows_in, warc, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parents[2] / "seeds"
WITH_FINDINGS = [
    {"id": "1", "caption": "Menschen in der Kiesgrube", "headline": "Delegates arrive"},
    {"id": "2", "caption": "Die Stadt nach einem Luftangriff"},
    {"id": "3", "caption": "Menschen in der Kiesgrube"},
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")
    return tmp_path


def test_an_audit_says_what_it_amounts_to(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(Path("a.jsonl"), [*WITH_FINDINGS, "{broken"])
    assert main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "4 texts in 3 records: 3 findings in 3 texts",
        f"1 record is corrupt; {Path('out', 'corrupt.jsonl')} lists what is wrong",
        "most repeated, on 2 pages: Menschen in der Kiesgrube",
        f"report: {Path('out', 'summary.html')}",
        f"findings: {Path('out', 'findings')}",
    ]
    assert printed.err == ""
    assert "Menschen in der Kiesgrube" in Path("out/summary.html").read_text("utf-8")
    assert json.loads(Path("out/audit.json").read_text())["complete"]


def test_a_second_run_says_what_was_done_before(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(Path("a.jsonl"), WITH_FINDINGS)
    command = ["audit", "a.jsonl", "--out", "out", "--jobs", "1"]
    main(command)
    main(command)
    assert "note: 1 of 1 parts were audited before" in capsys.readouterr().err
    write_lines(Path("a.jsonl"), WITH_FINDINGS[:1])
    main(command)
    assert "a.jsonl: changed or gone since it was audited; 1 part is dropped" in (
        capsys.readouterr().err
    )
    main([*command, "--quiet"])
    assert capsys.readouterr().err == ""


def test_fields_are_named_on_the_command_line() -> None:
    record = {"words": "Die Stadt nach einem Luftangriff", "desk": "World", "on": "2016-10-17"}
    write_lines(Path("a.jsonl"), [record])
    command = ["audit", "a.jsonl", "--out", "out", "--jobs", "1", "--text", "words=headline"]
    assert main([*command, "--section", "desk", "--date", "on", "--page", "words"]) == 0
    (row,) = rows_in(Path("out"))
    assert (row["role"], row["section"], row["month"]) == ("headline", "World", "2016-10")
    assert row["page"] == record["words"]


def test_an_archive_without_texts_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(Path("a.jsonl"), [{"words": "Die Stadt nach einem Luftangriff"}])
    assert main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"]) == 2
    assert "a.jsonl: no texts were found; name fields with --text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.jsonl"], "gone.jsonl: no such file or folder"),
        (["a.jsonl", "--jobs", "0"], "--jobs: 0 jobs cannot audit anything"),
        (["a.jsonl", "--shard-size", "0"], "--shard-size: shards cannot have 0 MB"),
        (["a.jsonl", "--scheduler", "tcp://127.0.0.1:1"], "name its --engine"),
        (["-"], "standard input cannot be audited"),
        (["a.jsonl", "--text", "words=nonsense"], "is no field with a role"),
        (["a.jsonl", "--glossary", "gone"], "gone"),
        (["a.jsonl", "--target", "xx"], "xx"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lines(Path("a.jsonl"), WITH_FINDINGS)
    assert main(["audit", *arguments, "--out", "out"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert all(line.startswith("capqa: ") for line in error.splitlines())


def test_a_file_in_the_place_of_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write_lines(Path("a.jsonl"), WITH_FINDINGS)
    assert main(["audit", "a.jsonl", "--out", "a.jsonl"]) == 2
    assert "a.jsonl: cannot be written" in capsys.readouterr().err


def test_without_the_library_it_is_said_what_to_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    write_lines(Path("a.jsonl"), WITH_FINDINGS)
    assert main(["audit", "a.jsonl", "--out", "out"]) == 2
    assert "type: pip install 'capqa[audit]'" in capsys.readouterr().err


def reviewed(keys: str, monkeypatch: pytest.MonkeyPatch, *paths: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
    return main(["review", *paths, "--plain", "--reviewer", "me"])


def test_what_an_audit_found_is_reviewed_and_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(Path("a.jsonl"), WITH_FINDINGS)
    shutil.copy(SEEDS / "article.html", "article.html")
    Path("b.warc.gz").write_bytes(
        gzipped(warc([("https://example.org/1", "<html><p>Menschen in der Kiesgrube</p></html>")]))
    )
    main(["audit", "a.jsonl", "article.html", "b.warc.gz", "--out", "out", "--jobs", "1"])
    capsys.readouterr()
    # A record that was put in before does not keep the others from being found again.
    write_lines(path, [{"id": "0", "caption": "Delegates arrive"}, *WITH_FINDINGS[1:]])
    assert reviewed("a\nw\nq\n", monkeypatch, "out") == 0
    printed = capsys.readouterr()
    assert "Place: a.jsonl, line 2" in printed.out
    assert "a.jsonl: 1 finding is not there any more: it changed since the audit" in printed.err
    archive = "b.warc.gz: 1 finding is not to be reviewed here: an archive is not written"
    assert archive in printed.err
    assert json.loads(path.read_text().splitlines()[1])["caption"] == "The city after an airstrike"


def test_lines_that_moved_are_found_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(Path("a.jsonl"), WITH_FINDINGS)
    main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"])
    write_lines(path, [{"id": "0", "caption": "Delegates arrive"}, *WITH_FINDINGS])
    capsys.readouterr()
    reviewed("q\n", monkeypatch, "out")
    printed = capsys.readouterr()
    assert "of 3, open" in printed.out
    assert "Place: a.jsonl, line 2" in printed.out
    assert printed.err == ""


def test_an_input_that_is_gone_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lines(Path("a.jsonl"), WITH_FINDINGS)
    main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"])
    path.unlink()
    assert reviewed("", monkeypatch, "out") == 0
    printed = capsys.readouterr()
    assert "a.jsonl: 3 findings are not to be reviewed here: the file is gone" in printed.err
    assert "nothing to review" in printed.out


def test_an_audit_that_is_not_complete_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lines(Path("a.jsonl"), WITH_FINDINGS)
    main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"])
    manifest = Path("out/audit.json")
    manifest.write_text(manifest.read_text().replace('"complete": true', '"complete": false'))
    capsys.readouterr()
    reviewed("q\n", monkeypatch, "out")
    assert "out: the audit is not complete: run capqa audit again" in capsys.readouterr().err


def test_unknown_words_of_an_audit_are_learnt_from(capsys: pytest.CaptureFixture[str]) -> None:
    path = write_lines(Path("a.jsonl"), WITH_FINDINGS)
    main(["audit", "a.jsonl", "--out", "out", "--jobs", "1"])
    capsys.readouterr()
    path.unlink()
    assert main(["glossary", "suggest", "out"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Kiesgrube -> ?  (de; unknown in 2 places)"
    assert main(["glossary", "suggest", "out", "--lang", "fr"]) == 0
    assert capsys.readouterr().out == "nothing to suggest\n"
    Path("house.de-en.csv").write_text("source,target\nKiesgrube,gravel pit\n", encoding="utf-8")
    assert main(["glossary", "suggest", "out", "--glossary", "house.de-en.csv"]) == 0
    assert capsys.readouterr().out == "nothing to suggest\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_tells_how_long_it_will_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    times: Iterator[float] = iter([0.0, 0.0, 0.0, 10.0, 10.0, 10.0])
    stream = Terminal()
    progress = AuditProgress(stream, lambda: next(times))
    progress.planned(Planned(4, 4_000, 1, 1_000, {}))
    progress.noted(ShardOutcome("a", 1_000, texts=5_000, findings=7))
    assert stream.getvalue().endswith("audited  50% · 5,000 texts, 500/s · 7 findings · 20 s left")
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_nothing_is_drawn_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    progress = AuditProgress(stream)
    progress.planning()
    progress.planned(Planned(1, 1, 0, 0, {}))
    assert stream.getvalue() == ""


def test_a_check_loads_nothing_of_it(folder: Path) -> None:
    import subprocess

    write_lines(folder / "a.jsonl", captions(3))
    script = (
        "import sys; from capqa.__main__ import main; main(['check', 'a.jsonl']);"
        "print({'pyarrow', 'distributed', 'capqa.audit'} & set(sys.modules), file=sys.stderr)"
    )
    root = str(SEEDS.parent)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "set()"
