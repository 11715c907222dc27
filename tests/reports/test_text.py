from __future__ import annotations

import re

import pytest

from capqa.model import Finding, Role, Segment, Severity, Span
from capqa.pipeline import CheckedFile
from capqa.reports import ReportOptions, text
from capqa.visible import display_width, visible
from tests.reports.samples import CLEAN, MISSING, checked, found, read, suggestion


def shown(*files: CheckedFile, **options: bool) -> list[str]:
    return "".join(text.render(files, ReportOptions(**options))).split("\n")


def one(line: str, words: str, role: Role = Role.CAPTION) -> CheckedFile:
    segment = Segment(line, role, start=0, line=7, column=3)
    start = line.index(words)
    finding = Finding(
        "untranslated", "page.txt", segment, Span(start, start + len(words)), "German", "de", 0.5
    )
    return CheckedFile("page.txt", None, (finding,), (None,))


def underlined(lines: list[str]) -> str:
    """Return what stands above the carets, cell by cell."""
    source, carets = lines[1], lines[2]
    start, end = carets.index("^"), carets.rindex("^") + 1
    cells = [character for character in source for _ in range(display_width(character))]
    return "".join(cells[start:end])


def test_a_finding_is_a_place_a_source_a_proposal_and_a_reason() -> None:
    file = checked(read("Smoke\n\nOver Irak today\n"), {"Irak": "Iraq"})
    assert shown(file) == [
        "page.txt:3:6: error: German left untranslated (untranslated, headline, confidence 0.99)",
        "     3 | Over Irak today",
        "       |      ^^^^",
        "       = proposal: Iraq [glossary 1]",
        "       = because of Irak (exonym)",
        "",
        "1 finding in 1 of 1 file",
        "",
    ]


def test_a_locator_is_shown_beside_the_place() -> None:
    page = '<p>Smoke</p><img src="x" alt="Irak heute">'
    assert (
        "(untranslated, alt, img@alt, " in shown(checked(read(page, "a.html"), {"Irak": None}))[0]
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("中东 Irak heute", "Irak"),
        ("الشرق Irak", "Irak"),
        ("cafe\u0301s Irak", "Irak"),
        ("tab\tIrak\there", "Irak"),
        ("esc \x1b[2J Irak", "Irak"),
        ("over \u202e Irak", "Irak"),
        ("🏳️ Irak", "Irak"),
    ],
)
def test_carets_stand_below_the_words(line: str, words: str) -> None:
    assert underlined(shown(one(line, words))) == words


def test_wide_letters_have_two_carets() -> None:
    assert shown(one("in 中东 now", "中东"))[2] == "       |    ^^^^"


def test_a_long_line_is_cut_around_the_words() -> None:
    lines = shown(one("a " * 5_000 + "Irak" + " z" * 5_000, "Irak"))
    assert max(map(len, lines)) < 200
    assert underlined(lines) == "Irak"
    assert lines[1].count("…") == 2


def test_a_long_finding_is_cut() -> None:
    lines = shown(one("Irak" * 2_500, "Irak" * 2_500))
    assert max(map(len, lines)) < 200


def test_a_cut_does_not_tear_an_accent_from_its_letter() -> None:
    lines = shown(one("e\u0301" * 100 + "Irak", "Irak"))
    assert "…\u0301" not in lines[1]


def test_a_finding_of_several_lines_shows_each() -> None:
    lines = shown(one("Over\nIrak und\nMossul heute\nnow", "Irak und\nMossul heute"))
    assert lines[1:5] == [
        "     8 | Irak und",
        "       | ^^^^^^^^",
        "     9 | Mossul heute",
        "       | ^^^^^^^^^^^^",
    ]


def test_of_very_many_lines_the_first_and_the_last_are_shown() -> None:
    lines = shown(
        one("\n".join(f"Zeile {n}" for n in range(50)), "\n".join(f"Zeile {n}" for n in range(50)))
    )
    assert len(lines) < 20
    assert "    56 | Zeile 49" in lines
    assert "       | …" in lines


def test_lines_of_markup_have_their_own_numbers() -> None:
    cue = "1\n00:00:01,000 --> 00:00:02,000\n<i>Der Irak</i>\n<i>und Mossul</i>\n"
    document = read(cue, "a.srt")
    lines = shown(checked(document, {"Irak\nund Mossul": None}))
    assert lines[0].startswith("a.srt:3:8: ")
    assert lines[1:5:2] == ["     3 | Der Irak", "     4 | und Mossul"]
    assert lines[2].endswith("|     ^^^^")


def test_without_colour_there_is_none_and_with_it_the_text_is_the_same() -> None:
    files = [checked(read("Irak\n"), {"Irak": "Iraq"}, severity=severity) for severity in Severity]
    plain, painted = "\n".join(shown(*files)), "\n".join(shown(*files, color=True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain
    assert painted != plain


def test_the_page_cannot_colour() -> None:
    painted = "\n".join(shown(one("\x1b[31mIrak\x1b[0m", "Irak"), color=True))
    assert visible("\x1b[31m") in painted
    assert "\x1b[31mIrak" not in painted


def test_what_is_wrong_with_a_proposal_is_told() -> None:
    document = read("Irak\n")
    for proposed, told in (
        (suggestion("Iraq", unknown="Foo\x1b"), "not translated: Foo␛"),
        (suggestion("Iraq", passed=False), "check failed: numbers: 2 is missing"),
        (None, "no proposal: nothing known covers these words"),
    ):
        lines = shown(checked(document, {"Irak": proposed}))
        assert f"       = {told}" in lines


def test_details_name_alternatives_terms_and_parts() -> None:
    lines = shown(checked(read("Irak\n"), {"Irak": suggestion("Iraq")}), details=True)
    assert "       = or: Iraq too" in lines
    assert "       = term kept: Irak -> Iraq" in lines


def test_many_words_of_evidence_are_summed_up() -> None:
    document = read(" ".join(f"wort{n}" for n in range(30)) + "\n")
    findings = [found(document, f"wort{n}") for n in range(30)]
    evidence = tuple(finding.evidence[0] for finding in findings)
    finding = Finding(
        "untranslated",
        "p",
        document.segments[0],
        Span(0, 5),
        "German",
        "de",
        1.0,
        evidence=evidence,
    )
    lines = shown(CheckedFile("p", document, (finding,), (None,)))
    (because,) = [line for line in lines if "because of" in line]
    assert because.endswith("(exonym) and 24 more")
    assert "confidence 0.99" in lines[0]


@pytest.mark.parametrize(
    ("files", "closing"),
    [
        ([], "nothing checked"),
        ([CLEAN], "1 file checked, nothing left untranslated"),
        ([MISSING], "nothing checked, 1 input could not be checked"),
        (
            [CLEAN, MISSING],
            "1 file checked, nothing left untranslated, 1 input could not be checked",
        ),
    ],
)
def test_the_closing_line_counts(files: list[CheckedFile], closing: str) -> None:
    assert shown(*files) == [closing, ""]
