from __future__ import annotations

from typing import Any

import pytest

from capqa.audit.fields import LONGEST_SECTION, Belonging, Fields, belonging


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {"id": 7, "section": "World", "published_at": "2016-10-17", "url": "https://a/b"},
            Belonging("World", "2016-10", "https://a/b"),
        ),
        ({"Ressort": "Politik", "pubDate": "17.10.2016"}, Belonging("Politik", "2016-10")),
        ({"categories": [{"name": "Sport"}, {"name": "Tennis"}]}, Belonging("Sport")),
        (
            {"meta": {"articleSection": "Culture", "datePublished": "2016-10-17"}},
            Belonging("Culture", "2016-10"),
        ),
        # What a picture is called is not where the record belongs.
        ({"image": {"url": "https://a/b.jpg"}}, Belonging()),
        ({"section": None, "date": "", "id": True}, Belonging()),
        ({"caption": "Delegates arrive"}, Belonging()),
        ({"section": " two \n lines "}, Belonging("two lines")),
    ],
)
def test_fields_are_found_by_their_names(record: dict[str, Any], expected: Belonging) -> None:
    assert belonging(record, Fields()) == expected


def test_fields_that_are_named_come_before_those_that_are_found() -> None:
    record = {"section": "a", "desk": {"name": "b"}, "when": ["2016-10-17"], "key": "k", "id": "x"}
    fields = Fields(section="desk.name", date="when", page="key")
    assert belonging(record, fields) == Belonging("b", "2016-10", "k")


def test_a_field_that_is_named_and_missing_says_nothing() -> None:
    assert belonging({"section": "a"}, Fields(section="desk.name")).section == ""


def test_a_name_without_end_is_cut() -> None:
    assert len(belonging({"section": "x" * 10_000}, Fields()).section) == LONGEST_SECTION
