"""JSON: edits that are escaped as what stands around them, and change nothing else."""

from __future__ import annotations

import json

import pytest

from capqa.errors import ConflictError
from capqa.formats import json as json_format
from tests.formats.json_files import edited, read
from tests.formats.markup_properties import edit, edit_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'{"caption": "Die Stadt"}', r"ä/\"\\</x>"),
        (r'{"caption": "Die Stadt \u00e4"}', r"\u00e4/\"\\</x>"),
        (r'{"caption": "Die Stadt \u00E4"}', r"\u00E4/\"\\</x>"),
        (r'{"caption": "Die Stadt", "x": "\u00C4"}', r"\u00E4/\"\\</x>"),
        (r'{"caption": "Die Stadt", "x": "\u00E4 ö"}', r"\u00E4/\"\\</x>"),
        (r'{"caption": "Die Stadt", "x": "\u00E4 ö ä"}', r"ä/\"\\</x>"),
        (r'{"caption": "Die Stadt ö \u00f6"}', r"ä/\"\\</x>"),
        (r'{"caption": "Die \/ Stadt"}', r"ä\/\"\\<\/x>"),
        (r'{"caption": "Die Stadt", "x": "a\/b"}', r"ä\/\"\\<\/x>"),
        (r'{"caption": "Die / Stadt", "x": "a\/b"}', r"ä/\"\\</x>"),
        (r'{"caption": "Die Stadt", "x": "\u003c"}', r"ä/\"\\\u003c/x>"),
        (r'{"caption": "Die Stadt", "x": "\\u003c"}', r"ä/\"\\</x>"),
    ],
)
def test_new_text_is_escaped_as_the_string_or_else_the_file_is(text: str, expected: str) -> None:
    assert edited(text, ("Stadt", 'ä/"\\</x>')) == text.replace("Stadt", expected)


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        (r'{"caption": "Die\nStadt"}', "One\nTwo\nThree", r"One\nTwo\nThree"),
        (r'{"caption": "Die\r\nStadt"}', "One\nTwo\nThree", r"One\r\nTwo\r\nThree"),
        (r'{"caption": "Die\r\nStadt"}', "One\nTwo", r"One\r\nTwo"),
        (r'{"caption": "Die\u000aStadt"}', "One\nTwo", r"One\u000aTwo"),
    ],
)
def test_line_breaks_stay_as_they_are_written(text: str, new: str, expected: str) -> None:
    assert edited(text, ("Die\nStadt", new)) == f'{{"caption": "{expected}"}}'


def test_a_letter_beyond_the_basic_plane_is_a_pair_of_escapes() -> None:
    assert (
        edited(r'{"caption": "Die \u00e4"}', ("Die", "😀")) == r'{"caption": "\ud83d\ude00 \u00e4"}'
    )


def test_an_edit_in_html_is_escaped_twice() -> None:
    html = '<p title="Karte">Die <b>Stadt</b> R&amp;D</p>'
    text = json.dumps({"body_html": html})
    made = edited(text, ("Karte", 'a "map"'), ("Die", "Ж<"), ("R&D", "A&B"))
    assert json.loads(made)["body_html"] == (
        '<p title="a &quot;map&quot;">Ж&lt; <b>Stadt</b> A&amp;B</p>'
    )
    assert edited(r'{"html": "<p>Stadt \u00e4</p>"}', ("Stadt", "ö")) == (
        r'{"html": "<p>\u00f6 \u00e4</p>"}'
    )


def test_an_edit_across_tags_of_html_keeps_them() -> None:
    text = r'{"body_html": "<p>Die <b>ganze<\/b> Stadt<\/p>"}'
    assert edited(text, ("Die ganze Stadt", "The city")) == (
        r'{"body_html": "<p>The city<b><\/b><\/p>"}'
    )


def test_edits_of_several_strings_are_made_together() -> None:
    text = '{\r\n\t"title": "Die Stadt",\r\n\t"body": "Ein Text\\nNoch einer" }\r\n'
    assert edited(text, ("Stadt", "city"), ("Noch einer", "One more")) == text.replace(
        "Stadt", "city"
    ).replace("Noch einer", "One more")


@pytest.mark.parametrize(
    ("text", "old", "new", "error"),
    [
        (r'{"body": "Die Stadt\nda"}', "Stadt", "x\ny", "line 1|change what is around"),
        ('{"body_html": "<a>Die</a> Stadt"}', "Die", "https://x", ""),
        ('{"title": "Die Stadt"}', "Die Stadt", "die_stadt", "change what is around it"),
        ('{"title": "Die Stadt"}', "Die Stadt", "<b>Die</b>", "read as markup"),
        ('{"body_html": "Die <a href=x>Stadt</a>"}', "Die Stadt", "x", "a link or picture"),
    ],
)
def test_what_would_be_read_otherwise_is_refused(text: str, old: str, new: str, error: str) -> None:
    if not error:
        assert "https://x" in edited(text, (old, new))
        return
    with pytest.raises(ConflictError, match=rf"^page\.json: .*({error})"):
        edited(text, (old, new))


def test_what_no_longer_stands_there_is_refused() -> None:
    document, other = read('{"title": "Die Stadt"}'), read('{"title": "Das Dorf"}')
    with pytest.raises(ConflictError, match="line 1 no longer reads 'Dorf'"):
        json_format.apply(document, [edit_of(other, "Dorf", "village")])


def test_edits_that_overlap_are_refused() -> None:
    document = read('{"title": "Die Stadt"}')
    (segment,) = document.segments
    edits = [edit(segment, 0, 5, "a b"), edit(segment, 4, 9, "c d")]
    with pytest.raises(ConflictError, match="overlap"):
        json_format.apply(document, edits)


@pytest.mark.parametrize("new", ["tank", "fire-fighting", "1914", "100 %"])
def test_a_caption_may_become_a_single_word(new: str) -> None:
    assert edited('{"alt": "Die Stadt"}', ("Die Stadt", new)) == f'{{"alt": "{new}"}}'
