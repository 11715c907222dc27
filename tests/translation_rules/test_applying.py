"""Which rules are applied to which segments, how grave they are, and when they keep silent."""

from __future__ import annotations

import pytest

from capqa import checking
from capqa.config import Settings
from capqa.formats import html, po, srt, xliff
from capqa.model import Check, Document, Finding, Role, Segment, Severity, Span, Suggestion
from capqa.translation_rules import plural_form, translation_in

XLIFF = """<xliff version="1.2"><file source-language="de" target-language="en" original="x"><body>
{}</body></file></xliff>"""
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
CUE = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


def bilingual(*pairs: tuple[str, str]) -> Document:
    units = (
        f'<trans-unit id="{at}"><source>{source}</source><target>{target}</target></trans-unit>'
        for at, (source, target) in enumerate(pairs)
    )
    return xliff.read(XLIFF.format("\n".join(units)).encode(), "page.xliff")


def catalogue(language: str, *pairs: tuple[str, str]) -> Document:
    entries = "\n".join(f'msgid "{source}"\nmsgstr "{text}"\n' for source, text in pairs)
    return po.read((PO.format(language) + entries).encode(), "x.po")


def found(document: Document, settings: Settings | None = None) -> list[str]:
    return [
        f"{finding.rule} {finding.severity}"
        for finding in checking.check(document, settings or Settings())
    ]


def test_translations_are_checked() -> None:
    assert found(bilingual(("12 Tote (Archiv)", "13 dead (archive"))) == [
        "numbers-lost error",
        "brackets warning",
    ]


def test_texts_that_translate_nothing_are_not() -> None:
    page = html.read(b"<p>Two  spaces and the the word (open</p>", "page.html")
    assert found(page) == []


def test_a_rule_named_that_needs_no_source_is_applied_to_all_texts() -> None:
    page = html.read(b"<p>In the the town.</p>", "page.html")
    named = Settings(severities=(("doubled-word", Severity.NOTE),))
    assert found(page, named) == ["doubled-word note"]
    assert found(page, Settings(rules=("doubled-word",))) == ["doubled-word warning"]
    needing = Settings(severities=(("numbers-lost", Severity.ERROR),))
    assert found(page, needing) == []


def test_severities_are_the_settings_own() -> None:
    document = bilingual(("12 Tote (Archiv)", "13 dead (archive"))
    changed = Settings(severities=(("numbers-lost", Severity.NOTE), ("brackets", None)))
    assert found(document, changed) == ["numbers-lost note"]
    assert found(document, Settings(rules=("brackets",))) == ["brackets warning"]


def test_limits_of_cues_are_off_until_they_are_named() -> None:
    document = srt.read(CUE.format("x" * 43).encode(), "a.srt")
    assert found(document) == []
    named = Settings(
        severities=(("cue-length", Severity.WARNING), ("reading-speed", Severity.ERROR))
    )
    assert found(document, named) == ["cue-length warning", "reading-speed error"]


def test_one_finding_for_a_fragment_that_two_rules_see() -> None:
    document = bilingual(("Die Rebellen in der Stadt", "Die Rebellen in der Stadt"))
    assert found(document) == ["untranslated error"]
    without = Settings(severities=(("untranslated", None),))
    assert found(document, without) == ["source-equals-target error"]


def test_a_rule_yields_only_where_the_other_reports() -> None:
    document = bilingual(
        ("Lage im Irak | Die Rebellen in der Stadt", "On Iraq | Die Rebellen in der Stadt"),
        ("Die Stadt ist seit Montag frei", "La ville est libre depuis lundi"),
    )
    assert found(document) == ["untranslated error", "untranslated error"]
    without = Settings(severities=(("untranslated", None),))
    assert found(document, without) == ["partial-translation error", "wrong-language-target error"]


def test_a_file_in_another_language_than_the_pages_is_checked_all_the_same() -> None:
    document = catalogue("de", ("Delete the selected files", "Löschen Sie the selected files"))
    # `untranslated` looks at what is in the pages' language alone, which is English.
    assert found(document) == ["partial-translation error"]


def test_the_source_language_is_found_where_the_file_does_not_say_it() -> None:
    several = (
        ("Wählen Sie eine Datei aus, bitte", "Please choose a file"),
        ("Die ausgewählten Dateien wurden gelöscht", "The selected files were deleted"),
        ("In der Nacht trafen Raketen Kiew", "Rockets hit Kiev during the night"),
    )
    assert found(catalogue("en", *several)) == ["forbidden-term error"]
    # Too little to tell the language by.
    assert found(catalogue("en", ("Kiew", "Kiev"))) == []


def test_all_translations_of_a_document_are_compared() -> None:
    document = bilingual(("Die Lage", "The town"), ("Die Lage", "The town"), ("Die Lage", "Peace"))
    assert found(document) == ["inconsistent-translation note"]


def test_a_target_language_without_data_is_checked_as_far_as_it_goes() -> None:
    document = catalogue("ka", ("Delete 25 files, please", "წაშალეთ ფაილები"))
    assert found(document) == ["numbers-lost error"]


@pytest.mark.parametrize(
    ("locator", "form"),
    [("entry 3", None), ("entry 3, plural 0", 0), ("entry 3, plural 12", 12), ("", None)],
)
def test_a_form_of_a_plural_is_known_by_its_locator(locator: str, form: int | None) -> None:
    segment = Segment("x", Role.BODY, 0, 1, locator=locator, translation_of="y")
    assert plural_form(segment) == form
    assert translation_in(segment, "en").plural_form == form


@pytest.mark.parametrize(
    ("source", "text", "failed"),
    [
        ("50 Prozent", "50 percent", []),
        ("50 Prozent", "50 people", ["units-lost"]),
        ("%(name)s ist da", "The the man", ["doubled-word", "placeholder-lost"]),
    ],
)
def test_our_own_suggestions_pass_what_is_for_suggestions(
    source: str, text: str, failed: list[str]
) -> None:
    segment = Segment(source, Role.CAPTION, 0, 1)
    span = Span(0, len(source))
    finding = Finding("untranslated", "p.txt", segment, span, "", "de", 0.9)
    checked = checking.verified(
        Suggestion(text, "x", checks=(Check("numbers", passed=True),)), finding, Settings()
    )
    assert [each.name for each in checked.checks if not each.passed] == failed
    assert checked.checks[0].name == "numbers"
    assert checked.compliant is (failed == [])
