"""What the lines of a plain page are, told from their wording and from the lines around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from capqa.formats._wording import (
    LIST_MARK,
    begins_as_credit,
    begins_as_skip_link,
    ends_with_credit,
    is_agency_byline,
    is_byline,
)
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_LABEL = 200
"""The longest line that is looked at for being a credit, byline and the like, in code points."""

LONGEST_HEADLINE = 120
"""The longest headline, in code points."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_FINAL_STOP = re.compile(r"[.,;:。،؛…|][\"'”’»“)\]]*$")


def inferred_roles(lines: Sequence[str]) -> list[Role]:
    """Return the role of each line of a page.

    ``lines`` are without white space around them and include empty ones, whose role is BODY. The
    line right before a credit is a caption whatever it looks like, unless it is a credit itself.
    In linear time: long lines are not looked into.
    """
    is_credit = [_is_credit(line) for line in lines]
    roles = []
    for index, line in enumerate(lines):
        if is_credit[index]:
            roles.append(Role.CREDIT)
        elif line and index + 1 < len(lines) and is_credit[index + 1]:
            roles.append(Role.CAPTION)
        else:
            stands_alone = _is_blank(lines, index - 1) and _is_blank(lines, index + 1)
            roles.append(_own_role(line, stands_alone=stands_alone))
    return roles


def _own_role(line: str, *, stands_alone: bool) -> Role:
    if not line or len(line) > LONGEST_LABEL:
        return Role.BODY
    if begins_as_skip_link(line, _after_list_mark(line)):
        return Role.NAVIGATION
    if is_byline(line) or is_agency_byline(line):
        return Role.BYLINE
    if ends_with_credit(line):
        return Role.CAPTION
    if _is_date(line):
        return Role.META
    if stands_alone and _is_headline(line):
        return Role.HEADLINE
    return Role.BODY


def _is_credit(line: str) -> bool:
    return 0 < len(line) <= LONGEST_LABEL and begins_as_credit(line)


def _is_blank(lines: Sequence[str], index: int) -> bool:
    return not 0 <= index < len(lines) or not lines[index]


def _after_list_mark(line: str) -> int:
    mark = LIST_MARK.match(line)
    return mark.end() if mark else 0


def _is_date(line: str) -> bool:
    return (
        len(line) <= 40
        and _YEAR.search(line) is not None
        and (len(_NUMBER.findall(line)) >= 2 or len(_LETTERS.findall(line)) == 1)
        and len(_LETTERS.findall(line)) <= 3
    )


def _is_headline(line: str) -> bool:
    return (
        len(line) <= LONGEST_HEADLINE
        and _LETTERS.search(line) is not None
        and _FINAL_STOP.search(line) is None
        and _after_list_mark(line) == 0
    )
