"""`capqa glossary import`, `export` and `merge`: all or nothing, and every reason with its line."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from capqa.__main__ import main
from capqa.glossary.entry import Status
from capqa.glossary.files import read_glossary
from tests.glossary.exchange.samples import DATA, ENTRIES, bare, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

HEADER = "source,target,part_of_speech,gender,status,domain,variants,note,reference,reviewed\n"
EXPORT = ("export", "a.de-en.csv", "--output", "x", "--format")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAPQA_TRACEBACK", "1")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(["glossary", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", ["tbx", "tmx", "xlsx", "csv"])
def test_a_glossary_goes_out_and_comes_back(run: Run, tmp_path: Path, name: str) -> None:
    # A file with formulas is not imported, so that one is left out here.
    original = write("csv", ENTRIES[:-1])[0].decode().replace("'-politik", "-politik")
    (tmp_path / "own.de-en.csv").write_text(original, encoding="utf-8")
    arguments = ("--format", name, "--output", f"out.{name}")
    assert run("export", "own.de-en.csv", *arguments) == (
        0,
        f"exported 7 entries of 7 to out.{name}\n",
        "",
    )
    code, out, err = run("import", f"out.{name}", "--into", "back.de-en.csv", "--by", "Ann")
    assert (code, err) == (0, "")
    assert out == "imported into back.de-en.csv: 7 new, 0 there already\n"
    assert (tmp_path / "back.de-en.csv").read_text(encoding="utf-8") == original
    code, out, _ = run("import", f"out.{name}", "--into", "back.de-en.csv", "--by", "Ann")
    assert out == "imported into back.de-en.csv: 0 new, 7 there already\n"


def test_the_issue_s_example(run: Run, tmp_path: Path) -> None:
    shutil.copy(DATA / "multiterm.tbx", tmp_path)
    code, out, err = run("import", "multiterm.tbx", "--lang", "de", "--into", "glossary.csv")
    assert code == 0
    assert out == "imported into glossary.csv: 4 new, 0 there already\n"
    assert "capqa reads it once it is called glossary.de-en.csv" in err
    assert "note: 'definition' is passed over" in err
    assert len(read_glossary(tmp_path / "glossary.csv")) == 4
    history = (tmp_path / "glossary.history.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["after"]["target"] for line in history] == [
        "ceasefire",
        "truce",
        "armistice",
        "cease-fire",
    ]


def test_losses_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.de-en.csv").write_text(f"{HEADER}Krieg,war,noun,m,,,,,,\n", encoding="utf-8")
    code, out, err = run("export", "own.de-en.csv", "--format", "deepl", "--output", "d.csv")
    assert (code, out) == (0, "exported 1 entry of 1 to d.csv\n")
    assert "note: DeepL has no part of speech: left out for 1 entry" in err
    assert (tmp_path / "d.csv").read_bytes() == b"Krieg,war,DE,EN\n"


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Krieg\twar\n", encoding="utf-8")
    before = everything(tmp_path)
    code, out, _ = run("import", "a.tsv", "--into", "own.de-en.csv", "--dry-run")
    assert (code, out) == (0, "would import into own.de-en.csv: 1 new, 0 there already\n")
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Krieg,war\n|,x\nFrieden,peace\n", "a.csv:2: source says nothing"),
        ("a,b\na,=1+1\n", "a.csv:2: a spreadsheet would run target as a formula"),
        ("a,b\nc,d,en,de\n", "a.csv:2: is en-de, not de-en"),
    ],
)
def test_one_refused_row_refuses_the_file(
    run: Run, tmp_path: Path, content: str, says: str
) -> None:
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    (tmp_path / "own.de-en.csv").write_text(f"{HEADER}x,y,,,,,,,,\n", encoding="utf-8")
    before = everything(tmp_path)
    code, out, err = run("import", "a.csv", "--into", "own.de-en.csv", "--format", "deepl")
    assert (code, out) == (2, "")
    assert says in err
    assert "nothing was imported: 1 row is refused" in err
    assert everything(tmp_path) == before


def test_other_bytes_of_the_glossary_stay(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.de-en.csv"
    own.write_bytes(
        b'\xef\xbb\xbftarget,"source",status,ours\r\n\r\nbread,"Brot",,kept\r\nwar,Krieg,,\r\n'
    )
    (tmp_path / "a.tsv").write_text("Chor\tchoir\nZaun\tfence\nBrot\tbread\n", encoding="utf-8")
    code, out, _ = run("import", "a.tsv", "--into", "own.de-en.csv", "--by", "Ann")
    assert (code, out) == (0, "imported into own.de-en.csv: 2 new, 1 there already\n")
    assert own.read_bytes() == (
        b'\xef\xbb\xbftarget,"source",status,ours\r\n\r\nbread,"Brot",,kept\r\n'
        b"choir,Chor,preferred,\r\nwar,Krieg,,\r\nfence,Zaun,preferred,\r\n"
    )


def test_rows_go_to_the_end_of_a_glossary_that_is_in_no_order(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own.de-en.csv"
    own.write_bytes(b"source,target\nZaun,fence\nBrot,bread")
    (tmp_path / "a.tsv").write_text("Chor\tchoir\n", encoding="utf-8")
    assert run("import", "a.tsv", "--into", "own.de-en.csv", "--by", "Ann")[0] == 0
    assert own.read_bytes() == b"source,target\nZaun,fence\nBrot,bread\nChor,choir\n"


def test_a_column_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    shutil.copy(DATA / "multiterm.tbx", tmp_path)
    (tmp_path / "own.de-en.csv").write_bytes(b"source,target\nZaun,fence\n")
    before = everything(tmp_path)
    code, _, err = run("import", "multiterm.tbx", "--into", "own.de-en.csv", "--by", "Ann")
    assert code == 2
    assert "has no column 'part_of_speech'" in err
    assert everything(tmp_path) == before


def test_conflicts_are_listed_and_refused_unless_a_side_is_preferred(
    run: Run, tmp_path: Path
) -> None:
    own = tmp_path / "own.de-en.csv"
    own.write_text(
        f"{HEADER}Kiew,Kiev,proper noun,,preferred,,,,,\nKrieg,war,noun,m,,,,ours,,\n",
        encoding="utf-8",
    )
    (tmp_path / "a.csv").write_text(
        "source,target,status,note\nKiew,Kyiv,preferred,\nKrieg,war,preferred,theirs\n",
        encoding="utf-8",
    )
    before = everything(tmp_path)
    code, out, err = run("import", "a.csv", "--into", "own.de-en.csv", "--by", "Ann")
    assert (code, out) == (2, "")
    assert "own.de-en.csv:2 and a.csv:2: 'Kiew': binding target 'Kiev' or 'Kyiv'" in err
    assert "own.de-en.csv:3 and a.csv:3: 'Krieg': note 'ours' or 'theirs'" in err
    assert "nothing was imported: 2 conflicts" in err
    assert everything(tmp_path) == before
    arguments = ("import", "a.csv", "--into", "own.de-en.csv", "--by", "Ann", "--prefer")
    assert run(*arguments, "existing")[1].endswith("2 left out for what is there\n")
    assert own.read_bytes() == before["own.de-en.csv"]
    assert run(*arguments, "imported")[0] == 0
    found = {entry.source: entry for entry in read_glossary(own)}
    assert (found["Kiew"].target, found["Krieg"].note) == ("Kyiv", "theirs")
    assert len(found) == 2


def test_merging(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.de-en.csv").write_text(
        f"{HEADER}Krieg,war,noun,m,,,,,,\nZaun,fence,noun,m,,,,,,\n", encoding="utf-8"
    )
    (tmp_path / "b.de-en.csv").write_text(
        "source,target,variants,note\nKrieg,war,Kriege,a note\nBrot,bread,,\n", encoding="utf-8"
    )
    code, out, err = run("merge", "a.de-en.csv", "b.de-en.csv", "--output", "c.de-en.csv")
    assert (code, err) == (0, "")
    assert out == (
        "merged 3 entries into c.de-en.csv: "
        "1 equal, 1 only in the first, 1 only in the second, 0 conflicting\n"
    )
    merged = read_glossary(tmp_path / "c.de-en.csv")
    assert [entry.source for entry in merged] == ["Brot", "Krieg", "Zaun"]
    # What only one of them says is kept.
    assert (merged[1].gender, merged[1].variants, merged[1].note) == ("m", ("Kriege",), "a note")
    code, _, err = run("merge", "a.de-en.csv", "b.de-en.csv", "--output", "c.de-en.csv")
    assert (code, "c.de-en.csv: is there already" in err) == (2, True)


@pytest.mark.parametrize("prefer", ["first", "second"])
def test_a_preferred_side_decides_conflicts(run: Run, tmp_path: Path, prefer: str) -> None:
    first = f"{HEADER}Kiew,Kiev,,,preferred,,,,,\n"
    second = f"{HEADER}Kiew,Kiev,,,forbidden,,,,,\nKiew,Kyiv,,,preferred,,,,,\n"
    (tmp_path / "a.csv").write_text(first, encoding="utf-8")
    (tmp_path / "b.csv").write_text(second, encoding="utf-8")
    code, out, err = run("merge", "a.csv", "b.csv", "--output", "c.csv")
    assert (code, out) == (2, "")
    assert "a.csv:2 and b.csv:2: 'Kiew': status 'preferred' or 'forbidden'" in err
    assert "a.csv:2 and b.csv:3: 'Kiew': binding target 'Kiev' or 'Kyiv'" in err
    assert not (tmp_path / "c.csv").exists()
    assert run("merge", "a.csv", "b.csv", "--output", "c.csv", "--prefer", prefer)[0] == 0
    expected = {
        "first": [("Kiev", Status.PREFERRED)],
        "second": [("Kyiv", Status.PREFERRED), ("Kiev", Status.FORBIDDEN)],
    }
    merged = bare(read_glossary(tmp_path / "c.csv"))
    assert [(entry.target, entry.status) for entry in merged] == expected[prefer]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("import", "none.tbx", "--into", "g.de-en.csv"), "none.tbx: cannot be read"),
        (("import", "a.tsv", "--into", "g.csv"), "say --lang"),
        (("import", "a.tsv", "--into", "g.fr-en.csv", "--lang", "de"), "fr-en, not de-en"),
        (("import", "a.tsv", "--into", "no/g.de-en.csv"), "no such folder"),
        ((*EXPORT, "tbx", "--dialect", "x"), "use dca or dct"),
        ((*EXPORT, "csv", "--dialect", "x"), "leave --dialect out"),
        (("export", "a.de-en.csv", "--format", "csv", "--output", "a.de-en.csv"), "the glossary"),
        (("export", "a.de-en.csv", "--format", "csv", "--output", "no/x"), "cannot be created"),
        (("export", "a.tsv", "--format", "csv", "--output", "x", "--lang", "de"), "column"),
        (("merge", "a.de-en.csv", "b.fr-en.csv", "--output", "c.csv"), "other languages"),
    ],
)
def test_mistakes_are_one_line(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "a.tsv").write_text("Krieg\twar\n", encoding="utf-8")
    (tmp_path / "a.de-en.csv").write_text(HEADER, encoding="utf-8")
    (tmp_path / "b.fr-en.csv").write_text(HEADER, encoding="utf-8")
    before = everything(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert everything(tmp_path) == before


def test_terminal_escapes_are_shown_not_run(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("source,target\na,b\x1b[2J\n\x1b]0;x\x07,|\n", encoding="utf-8")
    code, _, err = run("import", "a.csv", "--into", "g.de-en.csv")
    assert code == 2
    assert "\x1b" not in err
