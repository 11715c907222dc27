"""Which fields of a record say where it belongs: its section, its date, its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from capqa.audit.months import month_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_SECTION: Final = 80
"""The longest name of a section, in code points; of a longer one that much is kept."""

LONGEST_PAGE: Final = 500
"""The same for an address or identifier."""

_SECTIONS: Final = (
    "section articlesection sectionname primarysection category primarycategory categories sections"
    " channel desk department ressort rubrik rubric rubrique sección seccion sezione seção rubriek"
    " dział рубрика раздел kategorie catégorie categoría topic vertical kicker"
)
_DATES: Final = (
    "datepublished published publishedat publisheddate publishdate publishedon publicationdate"
    " pubdate firstpublished firstpublishedat firstpublicationdate displaydate releasedate date"
    " versioncreated firstcreated datecreated created createdat createdon creationdate timestamp"
    " datum veröffentlicht erscheinungsdatum fecha datepublication dataora дата issued"
    " datemodified modified modifiedat updated updatedat lastmodified month"
)
_PAGES: Final = (
    "url canonicalurl canonical permalink link href uri webpage address mainentityofpage guid id"
    " articleid contentid uuid slug"
)
_RANKS: Final = {
    kind: {name: rank for rank, name in enumerate(names.split())}
    for kind, names in (("section", _SECTIONS), ("date", _DATES), ("page", _PAGES))
}
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_NAMES_OF_THINGS: Final = ("name", "title", "label", "value", "slug")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields that were named: those with text and their roles, and those of the rest.

    A role may end in "+html" where the texts are HTML.

    A field in another one is written with a dot: "meta.section". What is not named is found by
    itself among the names that newsrooms use.
    """

    text: tuple[tuple[str, str], ...] = ()
    section: str | None = None
    date: str | None = None
    page: str | None = None


class Belonging(NamedTuple):
    """Where a record belongs: its section, its month, its address; "" where nothing says."""

    section: str = ""
    month: str = ""
    page: str = ""


def belonging(record: Mapping[str, Any], fields: Fields) -> Belonging:
    """Return where a record belongs by its own fields, and those one level below."""
    return Belonging(
        section_name(_value(record, fields.section, "section")),
        month_of(_plain(_value(record, fields.date, "date"))),
        page_name(_value(record, fields.page, "page")),
    )


def section_name(value: object) -> str:
    """Return a section's name in one line, of several the first, "" for what names none."""
    plain = _plain(value)
    return " ".join(plain.split())[:LONGEST_SECTION] if isinstance(plain, str) else ""


def page_name(value: object) -> str:
    """Return an address or identifier in one line."""
    plain = _plain(value)
    if isinstance(plain, int) and not isinstance(plain, bool):
        plain = str(plain)
    return " ".join(plain.split())[:LONGEST_PAGE] if isinstance(plain, str) else ""


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return a field's name in small letters, with nothing between them."""
    return _NOT_LETTERS.sub("", name.lower()) if len(name) <= 60 else ""


def _value(record: Mapping[str, Any], told: str | None, kind: str) -> object:
    if told is not None:
        return _at(record, told)
    name = _first_named(tuple(record), kind)
    if name is not None and record[name] not in (None, "", [], {}):
        return record[name]
    # What a record holds has addresses of its own.
    for inner in record.values() if kind != "page" else ():
        if isinstance(inner, dict):
            name = _first_named(tuple(inner), kind)
            if name is not None:
                return inner[name]
    return None


def _at(record: Mapping[str, Any], path: str) -> object:
    if path in record:
        return record[path]
    value: object = record
    for step in path.split("."):
        value = value[0] if isinstance(value, list) and value else value
        value = value.get(step) if isinstance(value, dict) else None
    return value


# The records of a file mostly have the same fields.
@lru_cache(maxsize=1024)
def _first_named(names: tuple[str, ...], kind: str) -> str | None:
    ranks = _RANKS[kind]
    ranked = ((ranks.get(bare(name), -1), name) for name in names)
    return min(((rank, name) for rank, name in ranked if rank >= 0), default=(0, None))[1]


def _plain(value: object) -> object:
    """Return the value itself, of a list the first, of an object its name."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            known = value
            value = next((known[key] for key in _NAMES_OF_THINGS if key in known), None)
        else:
            break
    return value


def columns_of(names: Sequence[str], fields: Fields) -> tuple[str | None, str | None, str | None]:
    """Return the columns with the section, the date and the address, each None where there is none.

    What was named is returned whether or not there is such a column.
    """
    return (
        fields.section or _first_named(tuple(names), "section"),
        fields.date or _first_named(tuple(names), "date"),
        fields.page or _first_named(tuple(names), "page"),
    )
