"""The commands of the README and of the pages on archives and exchange are run, on files made up.

Not their output: these pages show none. What opens a screen or serves is run by tests of its own.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from capqa.__main__ import main
from tests.shown_commands import DOCS, ROOT, fences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ELSEWHERE = {"review", "serve", "lsp"}
PAGES = [ROOT / "README.md", DOCS / "scale.md", DOCS / "glossaries.md"]
PLACEHOLDERS = {"FILE": "desk.tbx"}
SEEDS = ROOT / "seeds"
PAGE = "\n".join(
    ["<html lang='en'>", *["<p>All is well.</p>"] * 9, "<p>Die Stadt ist zerstört</p>"]
)
KEPT = {"dw-mosul.txt", "news.rss"}
GLOSSARY = "source,target,part_of_speech,gender,status,note\n{},{},noun,m,preferred,\n"


def blocks() -> Iterator[object]:
    for page in PAGES:
        for fence in fences(page):
            commands = [
                words
                for line in fence.text.splitlines()
                if line.startswith("capqa ")
                for words in _commands(line)
                if words[1] not in ELSEWHERE
            ]
            if fence.language in ("sh", "") and commands:
                yield pytest.param(commands, id=f"{page.name}:{fence.line}")


def _commands(line: str) -> Iterator[list[str]]:
    # What is in brackets may be left out, and is not.
    line = re.sub(r"[\[\]]", "", line)
    for command in line.partition(" #")[0].split(";"):
        yield [PLACEHOLDERS.get(word, word) for word in shlex.split(command)]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with everything that the commands name."""
    for name in ("seeds", "pages", "archive", "feeds/today", "photos"):
        shutil.copytree(SEEDS, tmp_path / name, ignore=lambda _, names: {*names} - KEPT)
    shutil.copy(SEEDS / "news.rss", tmp_path / "feeds" / "today" / "news.xml")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    captions = ["Irak | Befreiungsaktion Mossul", "The army advanced on the city."]
    (tmp_path / "captions.jsonl").write_text(f'{{"caption": "{captions[0]}"}}\n', encoding="utf-8")
    table = pa.table({"caption": captions})
    pq.write_table(table, tmp_path / "photos.parquet")
    pq.write_table(table, tmp_path / "photos" / "a.parquet")
    shutil.copy(SEEDS / "mosul-pages.warc.gz", tmp_path / "crawl.warc.gz")
    for name, word in (("house", "Kiesgrube"), ("A", "Grube"), ("B", "Halde")):
        text = GLOSSARY.format(word, word.lower())
        (tmp_path / f"{name}.de-en.csv").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    export = ["glossary", "export", "A.de-en.csv", "--format", "tbx", "--output", "desk.tbx"]
    assert main(export) == 0
    for command in (
        "git init -q",
        "git add page.html",
        "git -c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -qm one",
        "git update-ref refs/remotes/origin/main HEAD",
    ):
        subprocess.run(shlex.split(command), check=True, cwd=tmp_path)
    return tmp_path


@pytest.mark.parametrize("commands", blocks())
def test_each_does_what_it_is_shown_for(
    newsroom: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    if ["capqa", "init"] not in commands:
        (newsroom / "capqa.toml").write_text(
            'target = "en"\nglossaries = ["house.de-en.csv"]\n', encoding="utf-8"
        )
    for command in commands:
        if "--output" in command and "export" in command:
            command[command.index("--output") + 1] = "new.tbx"
        capsys.readouterr()
        code = main(command[1:])
        said = capsys.readouterr()
        # What is found fails a check, and is no reason for it not to be run.
        assert code in (0, 1) if command[1] == "check" else code == 0, (command, said.err)
        assert "Traceback" not in said.err
