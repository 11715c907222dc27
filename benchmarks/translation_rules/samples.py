"""Clean bilingual samples: catalogues that come with installed packages, and captions.

The catalogues are those of Django and, apart, of Django REST framework, Sphinx and WTForms (all
under BSD licences), translated by their communities from English. The captions are German, French
and so on, with the English of people. The facts are sentences of news, many with numbers, in pairs
of ten languages, written for this.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.translation import sets
from capqa.formats import po
from capqa.glossary.termbase import Termbase
from capqa.language.detection import Detector
from capqa.model import Role
from capqa.translation.lexicon.lexicon import lexicons_of
from capqa.translation_rules import Translation, TranslationContext, translation_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.translation.lexicon.lexicon import Lexicon

LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar")
"""Languages of catalogues that the rules were tuned on."""
FACTS: Final = Path(__file__).parent / "data" / "facts.csv"
HELD_OUT: Final = (
    *("sv", "da", "nb", "cs", "sk", "ro", "hu", "fi", "el"),
    *("bg", "hr", "he", "fa", "id", "ja", "ko", "ca"),
)
"""Languages of catalogues that no rule was tuned on."""
OTHER_PACKAGES: Final = ("rest_framework", "sphinx", "wtforms")


@dataclass(frozen=True, slots=True)
class Sample:
    """Translations with what rules may know of the document each is from."""

    name: str
    pairs: tuple[tuple[Translation, TranslationContext], ...]


def samples(languages: Iterable[str] = LANGUAGES) -> list[Sample]:
    """Return all samples. Raises ModuleNotFoundError without the packages of the extra "eval"."""
    return [
        Sample("Django", tuple(_catalogues(("django",), languages))),
        Sample("other catalogues", tuple(_catalogues(OTHER_PACKAGES, languages))),
        Sample("captions", tuple(_captions())),
        Sample("facts", tuple(_facts())),
    ]


@cache
def lexicon(source: str, target: str) -> Lexicon:
    """Return the lexicon of a pair over the shipped glossaries."""
    return lexicons_of(Termbase.load(source, target)).of(source, target)


@cache
def detector(target: str) -> Detector:
    """Return the detector against a language."""
    return Detector(target)


def context_of(translations: Iterable[Translation]) -> TranslationContext:
    """Return what rules may know of translations that make one document."""
    by_source: dict[str, dict[str, int]] = {}
    for each in translations:
        if each.plural_form is not None:
            continue
        counted = by_source.setdefault(each.source, {})
        counted[each.text] = counted.get(each.text, 0) + 1
    return TranslationContext(lexicon, detector, by_source)


def _catalogues(
    packages: Iterable[str], languages: Iterable[str]
) -> Iterator[tuple[Translation, TranslationContext]]:
    for package in packages:
        found = find_spec(package)
        if found is None or not found.submodule_search_locations:
            raise ModuleNotFoundError(f"{package} is missing: pip install -e '.[dev,eval]'")
        root = Path(found.submodule_search_locations[0])
        for language in languages:
            for path in sorted(root.rglob(f"{language}/LC_MESSAGES/*.po")):
                document = po.read(path.read_bytes(), path.name)
                translations = [
                    translation_in(each, language)._replace(source_language="en")
                    for each in document.segments
                    if each.translation_of
                ]
                context = context_of(translations)
                yield from ((each, context) for each in translations)


def _captions() -> Iterator[tuple[Translation, TranslationContext]]:
    for caption in (*sets.german(), *sets.other()):
        for text in caption.references:
            each = Translation(caption.source, text, caption.language, "en", Role.CAPTION)
            yield each, context_of([each])


def _facts() -> Iterator[tuple[Translation, TranslationContext]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            languages = row["source_language"], row["target_language"]
            each = Translation(row["source"], row["target"], *languages, Role.CAPTION)
            yield each, context_of([each])
