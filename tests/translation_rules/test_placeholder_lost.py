"""Placeholders and tags that the translation lacks, changes or makes up."""

from __future__ import annotations

import pytest

from tests.translation_rules.asking import problems


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("en-de", "Delete %(name)s?", "Löschen?"),
        ("en-de", "{count} photos", "{Anzahl} Fotos"),
        ("en-de", "A <b>big</b> day", "Ein <b>großer Tag"),
        ("en-de", "Done", "Fertig: %s"),
        ("en-de", "%s and %s", "%s"),
        ("en-de", "${name} left", "left"),
        ("en-de", "{{ name }}", "{{ nam }}"),
        ("en-de", "%1$s of %2$s", "%1$s"),
        ("en-de", "%{user} left", "%{usr} ging"),
        ("en-de", "See <a href='x'>here</a>", "Hier"),
    ],
)
def test_reported(languages: str, source: str, text: str) -> None:
    assert problems("placeholder-lost", source, text, languages)


@pytest.mark.parametrize(
    ("languages", "source", "text"),
    [
        ("en-de", "%(a)s of %(b)s", "%(b)s: %(a)s"),
        ("en-es", "%s added", "%sañadido"),
        ("en-de", "{n} and {n}", "{n}"),
        ("en-fr", "{}th", "{}<sup>e</sup>"),
        ("en-de", "<<original entry>>", "<<Eintrag>>"),
        ("en-de", "<a href='en'>x</a>", "<a href='de'>x</a>"),
        ("de-en", "100 % der Stimmen", "100% of the votes"),
        ("en-de", "a < b > c", "a < b"),
        ("en-de", "line<br/>two", "Zeile<BR/>zwei"),
        ("en-de", "50% discount", "50% Rabatt"),
    ],
)
def test_clean(languages: str, source: str, text: str) -> None:
    assert problems("placeholder-lost", source, text, languages) == []


@pytest.mark.parametrize(
    ("languages", "form", "source", "text", "is_clean"),
    [
        ("en-de", 0, "%(n)d hour ago", "vor einer Stunde", True),
        ("en-de", 1, "%(n)d hours ago", "vor Stunden", False),
        ("en-ru", 0, "an hour ago", "%(n)d час назад", True),
        ("en-ru", 0, "%(n)d hour ago", "%(x)d час назад", False),
        ("en-ar", 2, "%(n)d hours of %(m)d", "ساعتين", True),
        ("en-de", 0, "%(n)d of %(m)d", "eine", False),
    ],
)
def test_a_form_of_a_plural_may_say_its_number_in_words(
    languages: str, form: int, source: str, text: str, is_clean: bool
) -> None:
    found = problems("placeholder-lost", source, text, languages, plural_form=form)
    assert bool(found) is not is_clean


def test_what_is_made_up_is_marked() -> None:
    text = "%(x)s oder %(nam)s?"
    lost, *made_up = problems("placeholder-lost", "%(name)s?", text, "en-de")
    assert lost.message == "lost: %(name)s"
    assert [each.span.of(text) for each in made_up] == ["%(x)s", "%(nam)s"]
