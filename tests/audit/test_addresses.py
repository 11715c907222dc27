from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.audit.addresses import PathFacts, facts_of_address, facts_of_file, facts_of_path
from capqa.audit.shards import FileState


@pytest.mark.parametrize(
    ("address", "section", "month"),
    [
        ("https://example.org/en/middle-east/2016/10/17/mosul.html", "middle-east", "2016-10"),
        ("https://example.org/2016-10-17/business/rates", "business", "2016-10"),
        ("https://example.org/sport/story-20161017-final", "sport", "2016-10"),
        ("https://example.org/de/artikel/a-36064410", "", ""),
        ("https://example.org/", "", ""),
        ("https://[broken", "", ""),
        ("", "", ""),
    ],
)
def test_an_address_names_section_and_month(address: str, section: str, month: str) -> None:
    assert facts_of_address(address) == PathFacts(section, month)


def test_folders_of_partitioned_tables_say_it_outright() -> None:
    path = "big/section=world/month=2016-10/part-0.parquet"
    assert facts_of_path(path) == PathFacts("world", "2016-10")


def test_of_a_file_counts_what_is_below_the_folder_that_was_named() -> None:
    file = FileState("/srv/archive/pages/culture/2016/10/a.html", 1, 1, "/srv/archive/pages")
    assert facts_of_file(file) == PathFacts("culture", "2016-10")
    assert facts_of_file(FileState("/srv/archive/a-2016-10.jsonl", 1, 1)) == PathFacts(
        "", "2016-10"
    )


@given(st.text())
def test_whatever_an_address_is(address: str) -> None:
    facts = facts_of_address(address)
    assert "\n" not in facts.section
