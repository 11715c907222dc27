"""One line of a .gitignore: what it matches, exactly as git has it.

pathspec takes a pattern that matches a folder for one that matches all in it. Searching folder by
folder that is too much: ``!*/`` would bring back every file, ``a/**`` lose the folder with what
``!a/keep.txt`` brings back.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": " \t",
    "cntrl": "\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class Pattern(NamedTuple):
    """What a line matches: a name at any depth, or a path from the folder it stands for."""

    expression: re.Pattern[str]
    negated: bool
    only_folders: bool
    from_folder: bool

    def matches(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a path, with ``/`` and relative to the folder, is matched itself."""
        if self.only_folders and not is_folder:
            return False
        text = path if self.from_folder else path.rpartition("/")[2]
        return self.expression.fullmatch(text) is not None


def parsed(line: str) -> Pattern | None:
    """Return the pattern in a line without its line end, None where there is none."""
    if line.startswith("#"):
        return None
    line = _without_trailing_spaces(line)
    negated = line.startswith("!")
    line = line[negated:]
    only_folders = line.endswith("/")
    line = line.removesuffix("/")
    from_folder = "/" in line
    expression = _expression(line.removeprefix("/"))
    if not expression:
        return None
    return Pattern(re.compile(expression, re.DOTALL), negated, only_folders, from_folder)


def _without_trailing_spaces(line: str) -> str:
    stripped = line.rstrip(" ")
    backslashes = len(stripped) - len(stripped.rstrip("\\"))
    return stripped + " " if backslashes % 2 and stripped != line else stripped


def _expression(pattern: str) -> str:
    """Return the regular expression for a pattern, "" where nothing can match it."""
    pieces, at = [], 0
    while at < len(pattern):
        sign = pattern[at]
        if stars := re.compile(r"\*\*+").match(pattern, at):
            piece, at = _many(pattern, at, stars.end())
        elif sign == "[":
            piece, at = _one_of(pattern, at)
        elif sign == "\\":
            piece, at = re.escape(pattern[at + 1 : at + 2]), at + 2
        else:
            piece, at = {"*": "[^/]*", "?": "[^/]"}.get(sign, re.escape(sign)), at + 1
        if not piece:
            return ""
        pieces.append(piece)
    return "".join(pieces)


def _many(pattern: str, start: int, end: int) -> tuple[str, int]:
    begins = start == 0 or pattern[start - 1] == "/"
    if begins and pattern[end : end + 1] == "/":
        return "(?:.*/)?", end + 1
    if begins and end == len(pattern) and start:
        return ".+", end
    return "[^/]*", end


def _one_of(pattern: str, start: int) -> tuple[str, int]:
    at = start + 1
    negated = pattern[at : at + 1] in ("!", "^") and bool(pattern[at : at + 1])
    at += negated
    first, members = True, ""
    while at < len(pattern) and (first or pattern[at] != "]"):
        first = False
        named = re.compile(r"\[:(\w*):\]").match(pattern, at)
        if named:
            if named[1] not in _CLASSES:
                return "", at
            members, at = members + _CLASSES[named[1]], named.end()
            continue
        low, at = _member(pattern, at)
        high = low
        if pattern[at : at + 1] == "-" and pattern[at + 1 : at + 2] not in ("", "]"):
            high, at = _member(pattern, at + 1)
        # As git does, a range that runs backwards is its first letter.
        members += f"{re.escape(low)}-{re.escape(high if low <= high else low)}"
    if at >= len(pattern):
        return "", at
    if negated:
        return f"[^/{members}]", at + 1
    return f"(?!/)[{members}]" if members else "", at + 1


def _member(pattern: str, at: int) -> tuple[str, int]:
    if pattern[at] == "\\" and at + 1 < len(pattern):
        at += 1
    return pattern[at], at + 1
