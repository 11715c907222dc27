"""Pages are read and their commands run as a reader would, or tests of pages prove nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shown_commands import fences, write_file
from tests.shown_terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """# Title

```text title="pages/a.txt"
Irak | Befreiungsaktion Mossul
Image: dpa
```

=== "Tab"

    <!-- tested: by-itself -->
    ```console
    $ capqa check pages
    found

    $ echo $?
    1
    ```

````markdown
```console
$ not a command
```
````
"""


def page(folder: Path) -> Path:
    path = folder / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_files_and_terminals_are_read_from_a_page(tmp_path: Path) -> None:
    file, terminal, other = fences(page(tmp_path))
    assert (file.title, file.text) == (
        "pages/a.txt",
        "Irak | Befreiungsaktion Mossul\nImage: dpa\n",
    )
    assert (terminal.mark, terminal.line, terminal.language) == ("by-itself", 11, "console")
    assert terminal.session == (("capqa check pages", "found\n\n"), ("echo $?", "1\n"))
    assert (other.language, other.mark) == ("markdown", "")


def test_a_terminal_shows_both_streams_and_keeps_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    terminal = Terminal(tmp_path / "work")
    write_file(fences(page(tmp_path))[0], terminal.folder)
    printed = terminal.run("capqa check pages/a.txt pages/b.txt")
    assert "proposal: Iraq | Liberation operation Mosul" in printed
    assert "capqa: pages/b.txt: no such file" in printed
    assert terminal.run("echo $?") == "2\n"
    assert terminal.run("capqa check pages | tail -1") == "1 finding in 1 of 1 file\n"
    assert terminal.run("echo $?") == "0\n"


def test_what_a_page_shows_after_a_prompt_is_typed(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    terminal = Terminal(tmp_path / "work")
    write_file(fences(page(tmp_path))[0], terminal.folder)
    shown = "\nLetter (? for help): a\nLetter (? for help): w\nLetter (? for help): q\n"
    printed = terminal.run("capqa review --plain pages/a.txt", shown)
    assert "\nLetter (? for help): w\nWritten: 1 edit in 1 file.\n" in printed
    assert "Iraq" in (terminal.folder / "pages" / "a.txt").read_text(encoding="utf-8")
