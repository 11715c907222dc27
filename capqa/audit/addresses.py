"""What an address or a path says of a page: its section, and the month it is from."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from capqa.audit.fields import section_name
from capqa.audit.months import month_of

if TYPE_CHECKING:
    from capqa.audit.shards import FileState

_YEAR_AND_MONTH: Final = re.compile(
    r"(?:^|[/_-])((?:18|19|20|21)\d\d)[/_-]?(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)"
)
_LANGUAGE: Final = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_NO_SECTION: Final = re.compile(
    r"[\d_.-]+|index|home|start|www|html?|articles?|artikel|story|stories|posts?|pages?|content|news"
    r"|archives?|blog|p|a|\.+",
    re.IGNORECASE,
)
_PARTITION: Final = re.compile(r"([A-Za-z_][\w.-]{0,40})=([^/]{1,80})")
_HEX: Final = re.compile(r"[0-9a-f]{8,}", re.IGNORECASE)


class PathFacts(NamedTuple):
    """The section and the month that a path names, "" where it names none."""

    section: str = ""
    month: str = ""


def facts_of_address(address: str) -> PathFacts:
    """Return what the path of an address says.

    >>> facts_of_address("https://example.org/en/middle-east/2016/10/17/mosul-a-1.html")
    PathFacts(section='middle-east', month='2016-10')
    """
    try:
        return facts_of_path(unquote(urlsplit(address).path))
    except ValueError:
        return PathFacts()


def facts_of_file(file: FileState) -> PathFacts:
    """Return what the path of a file says, from the folder that was named on."""
    return facts_of_path(path_below(file))


def path_below(file: FileState) -> str:
    """Return the path of a file in the folder that was named, else its name; "/" between parts."""
    path = os.path.relpath(file.path, file.folder) if file.folder else os.path.basename(file.path)
    return path.replace(os.sep, "/")


def facts_of_path(path: str) -> PathFacts:
    """Return what a path says, "/" between its parts; the last one is the page's own name.

    The section is the first part that can be one: no number, no language, no word that is in every
    address. "section=world" says it outright, as the folders of partitioned tables do.

    >>> facts_of_path("section=world/month=2016-10/part-0.parquet")
    PathFacts(section='world', month='2016-10')
    """
    *folders, _ = path.split("/")
    told = {found[1].lower(): found[2] for part in folders if (found := _PARTITION.fullmatch(part))}
    section = told.get("section") or told.get("category") or _section(folders)
    month = month_of(told.get("month") or told.get("date") or told.get("day") or "")
    if not month and (found := _YEAR_AND_MONTH.search(path)):
        month = month_of(f"{found[1]}-{found[2]}")
    return PathFacts(section_name(section), month)


def _section(folders: list[str]) -> str:
    for part in folders:
        if (
            part
            and not _NO_SECTION.fullmatch(part)
            and not _LANGUAGE.fullmatch(part)
            and not _PARTITION.fullmatch(part)
            and not _HEX.fullmatch(part)
        ):
            return part
    return ""
