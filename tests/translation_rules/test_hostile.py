"""Whatever the texts: no rule fails, all spans lie within the translation, fixes fix."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from capqa import plugins
from capqa.translation_rules import GROUP, Translation
from tests.translation_rules.asking import context, rule

NAMES = plugins.names(GROUP)
PIECES = st.sampled_from(
    [
        "Die Stadt Mossul",
        "the town",
        "Kiew",
        "Angela Merkel",
        " ",
        "  ",
        "\n",
        " | ",
        "3.000",
        "2,5 Millionen",
        "50 %",
        "%(name)s",
        "{count}",
        "%s",
        "<b>",
        "</b>",
        "www.dw.com/a",
        "@ana",
        "„",
        "“",
        '"',
        "(",
        ")",
        ".",
        "?",
        "…",
        "\u202e",
        "\x1b[2J",
        "[/x]",
        "\ud800",
        "\0",
        "٣٠٠٠",
        "Ⅷ",
        "²",
        "дом",
        "the the",
        "=1+1",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=40))
LANGUAGES = st.sampled_from(["de", "en", "fr", "es", "ru", "ar", "el", "ja", "xx", "persian"])


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(
    source=TEXTS,
    text=TEXTS,
    source_language=st.one_of(st.none(), LANGUAGES),
    target_language=LANGUAGES,
    seconds=st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True)),
    form=st.one_of(st.none(), st.integers(0, 5)),
)
def test_any_texts(
    name: str,
    source: str,
    text: str,
    source_language: str | None,
    target_language: str,
    seconds: float | None,
    form: int | None,
) -> None:
    translation = Translation(
        source, text, source_language, target_language, seconds=seconds, plural_form=form
    )
    found = list(rule(name).check(translation, context({source: {text: 1, "x": 2}})))
    for problem in found:
        assert problem.span.end <= len(text)
        assert problem.message
        assert 0 <= problem.confidence <= 1


@pytest.mark.parametrize("name", NAMES)
def test_empty_texts(name: str) -> None:
    for source, text in (("", ""), ("Die Stadt.", ""), ("", "The town.")):
        for problem in rule(name).check(Translation(source, text, "de", "en"), context()):
            assert problem.span.end <= len(text)


LONG = (
    "9" * 10_000,
    "1,2." * 2_500,
    " " * 10_000,
    "a " * 5_000,
    "a" * 10_000,
    "(" * 10_000,
    "<a " * 3_300,
    "%(" * 5_000,
    "{" * 10_000,
    '"' * 10_000,
    "a_" * 5_000,
    "a/" * 5_000,
    "@a.b" * 2_500,
    "Ab " * 3_300,
    "Kiew Kiev " * 1_000,
    "3 000 " * 1_700,
    "the " * 2_500,
    "\u00a0x" * 5_000,
)


@pytest.mark.parametrize("name", NAMES)
def test_long_texts_are_read_to_their_end(name: str) -> None:
    # Backtracking would take minutes; that it ends is the test.
    for text in LONG:
        for source in (text, "Ein Satz."):
            list(rule(name).check(Translation(source, text, "de", "en"), context()))


@pytest.mark.parametrize("name", ["doubled-word", "whitespace", "forbidden-term"])
@settings(max_examples=60, deadline=None)
@given(text=st.lists(PIECES, max_size=8).map("".join))
def test_a_replacement_made_is_a_problem_less(name: str, text: str) -> None:
    source = "Kiew"

    def found(text: str) -> int:
        translation = Translation(source, text, "de", "en")
        return len(list(rule(name).check(translation, context())))

    for problem in list(rule(name).check(Translation(source, text, "de", "en"), context())):
        if problem.replacement is not None:
            span = problem.span
            assert found(text[: span.start] + problem.replacement + text[span.end :]) < found(text)
