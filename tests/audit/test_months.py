from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capqa.audit.months import month_of


@pytest.mark.parametrize(
    "value",
    [
        "2016-10-17",
        "2016-10-17T08:00:00+02:00",
        "2016/10/17",
        "2016-10",
        "20161017",
        "20161017T080000Z",
        "17.10.2016",
        "17. 10. 2016 08:00",
        "Mon, 17 Oct 2016 08:00:00 GMT",
        "17 October 2016",
        "October 17, 2016",
        "1476691200",
        1476691200,
        1476691200000,
        1476691200.5,
        date(2016, 10, 17),
        datetime(2016, 10, 17, 8, tzinfo=UTC),
    ],
)
def test_dates_as_newsrooms_write_them(value: object) -> None:
    assert month_of(value) == "2016-10"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "2016",
        "2016-13-01",
        "10/17/2016",
        "12345",
        12,
        True,
        None,
        [],
        float("nan"),
    ],
)
def test_what_names_no_month_is_none(value: object) -> None:
    assert month_of(value) == ""


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.binary()))
def test_whatever_stands_there_is_a_month_or_nothing(value: object) -> None:
    assert re.fullmatch(r"(?:\d{4}-(?:0[1-9]|1[0-2]))?", month_of(value))
