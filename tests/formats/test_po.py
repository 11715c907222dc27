"""Gettext: translations with their places, and edits that keep everything else."""

from __future__ import annotations

import io
import string
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from capqa.errors import ConflictError, UnreadableError
from capqa.formats import po
from tests.formats.markup_properties import (
    check_any_bytes,
    check_one_edit,
    check_places,
    drawn_edit,
    edit_of,
    files,
    place,
)

if TYPE_CHECKING:
    from capqa.model import Document

CATALOGUE = (
    r"""# Die Übersetzung der Seite
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: en_GB\n"

#: page.py:12
msgid "Die Stadt"
msgstr "The city"

#, fuzzy, c-format
#| msgid "Alt"
msgid "Das ist falsch"
msgstr "Das ist nicht fertig"

#, c-format
msgctxt "menu"
msgid "Die Stadt: %s"
msgid_plural "Die Städte: %d"
msgstr[0] "Die \"Stadt\" ist\n"
"ganz "
  "zerst\303\266rt: %s\\"
msgstr[1] ""

msgid "Leer"
msgstr ""

#~ msgid "alt"
#~ msgstr "Das ist alt"

msgctxt "x"
msgid ""
msgstr	"Die Truppen"""
    + '"'
)

_STRINGS = st.lists(
    st.sampled_from(
        [
            *("Die Stadt", " ", r"\n", r"\t", r"\"", "\\\\", r"\303", r"\x41", "é", "[MUSIC] ♪"),
            *("%(name)s", "<b>", "😀", "#~", "\u2028", "msgstr", r"\ü"),
        ]
    ),
    max_size=5,
).map("".join)
_VALUES = st.lists(_STRINGS, min_size=1, max_size=3).map(
    lambda parts: "\n".join(f'"{part}"' for part in parts)
)
_ENTRIES = st.builds(
    "{}msgid {}\nmsgstr {}\n\n".format,
    st.sampled_from(["", "#, fuzzy\n", "# x\n", 'msgctxt "c"\n', "#~ msgid\n", "#, c-format\n"]),
    _VALUES,
    _VALUES,
)
_LAST = 'msgid "x"\nmsgstr "Zerstörte Häuser für größere Städte"'
_DECLARED = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=windows-1252\\n"\n\n'
_FILES = files(st.lists(_ENTRIES, max_size=5).map("".join), _LAST, _DECLARED)


def read(page: str) -> Document:
    return po.read(page.encode(), "en.po")


def test_translations_are_segments_with_escapes_decoded() -> None:
    document = read(CATALOGUE)
    assert document.language == "en"
    assert [(each.text, each.locator, each.line, each.column) for each in document.segments] == [
        ("The city", "entry 1", 9, 9),
        ('Die "Stadt" ist\nganz zerst\u00c3\u00b6rt: %s\\', "entry 3, plural 0", *(20, 12)),
        ("Die Truppen", "entry 5", 33, 9),
    ]
    assert {each.language for each in document.segments} == {"en"}
    check_places(document)
    second = document.segments[1]
    for text, expected in {"Stadt": (20, 18), "ganz": (21, 2), "rt:": (22, 17)}.items():
        start = second.text.index(text)
        assert place(second, start, start + 1) == expected


def test_a_translation_knows_what_it_translates() -> None:
    page = CATALOGUE.replace(r'msgstr[1] ""', r'msgstr[1] "The \"cities\""')
    assert [(each.translation_of, each.source_language) for each in read(page).segments] == [
        ("Die Stadt", None),
        ("Die Stadt: %s", None),
        ("Die Städte: %d", None),
        ("", None),
    ]
    declared = page.replace('"Language: en', '"X-Source-Language: de_DE\\n"\n"Language: en')
    document = read(declared)
    assert document.language == "en"
    assert {each.source_language for each in document.segments} == {"de"}


def test_an_edit_is_escaped_and_joins_only_the_strings_it_spans() -> None:
    document = read(CATALOGUE.replace("\n", "\r\n"))
    edits = [
        edit_of(document, 'Die "Stadt" ist\nganz zerst', 'The "city" is\nall dest'),
        edit_of(document, "Die Truppen", "C:\\x\t"),
    ]
    expected = (
        CATALOGUE.replace(r"Die \"Stadt\" ist", r"The \"city\" is")
        .replace('ganz "\n  "zerst', "all dest")
        .replace("Die Truppen", r"C:\\x\t")
    )
    assert po.apply(document, edits) == expected.replace("\n", "\r\n").encode()


def test_a_stale_edit_is_refused() -> None:
    edits = [edit_of(read(CATALOGUE), "Truppen", "troops")]
    with pytest.raises(ConflictError, match="no longer reads 'Truppen'"):
        po.apply(read(CATALOGUE.replace("Die Truppen", "Die Leute")), edits)


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("", "is empty"),
        ("# nothing\n", "holds no gettext entry"),
        ('msgid "a"\nmsgstr "b', r"is no gettext translation \(line 2: neither"),
        ('msgid "a"\nsome words\n', r"is no gettext translation \(line 2: neither"),
        ('"a"\n', r"is no gettext translation \(line 1: neither"),
        ('msgstr "a"\n', r"is no gettext translation \(line 1: msgstr without msgid\)"),
    ],
)
def test_what_is_no_translation_is_refused_in_one_line(page: str, what: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^en\.po: {what}.*; .+$"):
        read(page)


@given(st.one_of(st.binary(max_size=60), _VALUES.map(str.encode), _FILES))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    check_any_bytes(po, data, "en.po")


@given(_FILES, st.data())
def test_one_edit_changes_its_place_alone(data: bytes, draw: st.DataObject) -> None:
    document = po.read(data, "en.po")
    made_of = drawn_edit(draw, document, string.ascii_letters + ' |\n"\\%', shortest=1)
    new = made_of.new
    made = check_one_edit(po, document, made_of, keeps_markup=False)
    assert made or "\n" in new


@given(
    st.lists(
        st.lists(st.sampled_from(["Die", "Stadt", r"\n", r"\"", "\\\\", r"\t", " "]), min_size=1),
        min_size=1,
        max_size=6,
    )
)
def test_translations_are_those_another_library_reads(parts: list[list[str]]) -> None:
    page = "".join(
        f'msgid "{number}"\nmsgstr "' + '"\n"'.join(strings) + '"\n\n'
        for number, strings in enumerate(parts)
    )
    theirs = [str(each.string).strip() for each in read_po(io.StringIO(page)) if each.id]
    assert [each.text for each in read(page).segments] == [each for each in theirs if each]


def test_large_files_are_read_in_linear_time() -> None:
    entry = 'msgid "a"\nmsgstr "Die Stadt\\n"\n"zerstört"\n\n'
    long_line = 'msgid "a"\nmsgstr "x' + r"\"\n" * 50_000 + '"\n"x"'
    document = read(entry * 20_000 + long_line)
    assert len(document.segments) == 20_001
