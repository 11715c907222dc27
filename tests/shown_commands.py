"""What pages show of the command line: their files are written, their commands run.

In a page a fence with ``title="NAME"`` is a file, and a ``console`` fence what a terminal shows:
lines that begin with ``$`` are typed, so is what follows a prompt, and the rest is printed.
``<!-- tested: NAME -->`` before a fence says that a test of its own runs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

_FENCE = re.compile(
    r"(?:^[ ]*<!--[ ]tested:[ ](?P<mark>[a-z-]+)[ ]-->\n\n?)?"
    r"^(?P<indent>[ ]*)(?P<ticks>```+)(?P<language>[\w-]*)(?P<attributes>[^`\n]*)\n"
    r"(?P<text>.*?)"
    r"^(?P=indent)(?P=ticks)[ ]*$",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence of a page: in which language, what is in it, and at which line of the page.

    ``title`` is the file's name, ``mark`` what its own test calls it by; "" where there is none.
    ``start`` and ``end`` are where the text stands in the page, in code points.
    """

    language: str
    text: str
    line: int
    title: str
    mark: str
    start: int
    end: int
    indent: str

    @property
    def commands(self) -> tuple[str, ...]:
        """What is typed after a ``$``."""
        return tuple(command for command, _ in self.session)

    @property
    def session(self) -> tuple[tuple[str, str], ...]:
        """Each command that is typed, with all that is shown until the next."""
        parts = re.split(r"^\$ (.*)\n", self.text, flags=re.MULTILINE)[1:]
        return tuple(zip(parts[::2], parts[1::2], strict=True))


@cache
def fences(page: Path) -> tuple[Fence, ...]:
    """Return the fences of a page, in order."""
    shown = page.read_text(encoding="utf-8")
    return tuple(
        Fence(
            language=found["language"],
            text=re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE),
            line=shown.count("\n", 0, found.start("ticks")) + 1,
            title=(title[1] if (title := _TITLE.search(found["attributes"])) else ""),
            mark=found["mark"] or "",
            start=found.start("text"),
            end=found.end("text"),
            indent=found["indent"],
        )
        for found in _FENCE.finditer(shown)
    )


@cache
def pages() -> tuple[Path, ...]:
    """Return the pages of the site that are written in docs/."""
    return tuple(sorted(DOCS.rglob("*.md")))


def write_file(fence: Fence, folder: Path) -> None:
    """Write the file that a fence shows."""
    path = folder / fence.title
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(fence.text, encoding="utf-8")
