"""What is compared: copying the source, a gloss word for word, and capqa's engines.

Every suggestion goes through `Suggester`, so that all are held to the same glossary and checks.
The gloss is the dictionary's alone. Where a system knows nothing, the source stays, as it would on
the page.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.translation.word_for_word import word_for_word
from capqa.glossary.termbase import Termbase
from capqa.model import Finding, Role, Segment, Span
from capqa.plugins import load
from capqa.translation.dictionary.dictionary import Dictionary
from capqa.translation.engine import ENGINES, REQUIRED, EngineContext
from capqa.translation.engines.dictionary import INSTALLED
from capqa.translation.lexicon.knowledge import compiled
from capqa.translation.suggestions import DEFAULT_ENGINES, Suggester

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.translation.sets import Caption
    from capqa.model import Suggestion
    from capqa.translation.engine import Engine

GLOSSARY: Final = "glossary engine"
"""The system whose outputs are judged by hand."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a system makes of a caption; the flags are None for what capqa did not verify."""

    text: str
    compliant: bool | None = None
    has_unknown_words: bool | None = None


if TYPE_CHECKING:
    System = Callable[[Sequence[Caption]], Sequence[Output] | str]


def systems(packages: Path | None) -> dict[str, System]:
    """Return the systems by name; each returns outputs, or why it has none for a language."""
    context = EngineContext(Termbase.load("de", "en", ()), packages)
    compared: dict[str, System] = {
        "copying the source": lambda captions: [Output(caption.source) for caption in captions],
        "dictionary gloss": _word_for_word,
        GLOSSARY: lambda captions: _suggested(context, ("glossary",), captions, "no words"),
        "glossary, then dictionary": lambda captions: _dictionary(context, captions),
        "argos": lambda captions: _argos(context, ("argos",), captions),
    }
    if packages:
        compared["glossary, then argos"] = lambda captions: _argos(
            context, DEFAULT_ENGINES, captions
        )
    return compared


def suggester(context: EngineContext, engine_names: Sequence[str]) -> Suggester:
    """Return a suggester over these engines alone."""
    return Suggester(context.termbase, [_engine(context, name) for name in engine_names])


def finding(caption: Caption) -> Finding:
    """Return a finding that covers the whole caption."""
    segment = Segment(caption.source, Role.CAPTION, 0, 1)
    span = Span(0, len(caption.source))
    return Finding("untranslated", "captions", segment, span, "", caption.language, 1.0)


def _word_for_word(captions: Sequence[Caption]) -> Sequence[Output] | str:
    if not INSTALLED.exists():
        return "not installed"
    if captions[0].language != "de":
        return "no dictionary"
    knowledge = compiled()
    # Its index is built anew where the user has none, so that nothing is left behind.
    with tempfile.TemporaryDirectory() as folder:
        dictionary = Dictionary(
            INSTALLED, Path(folder), lambda word: knowledge.frequency(word, "en")
        )
        found = [word_for_word(caption.source, dictionary.look_up) for caption in captions]
        dictionary.close()
    return [Output(text, None, unknown) for text, unknown in found]


def _dictionary(context: EngineContext, captions: Sequence[Caption]) -> Sequence[Output] | str:
    if not INSTALLED.exists():
        return "not installed"
    if captions[0].language != "de":
        return "no dictionary"
    return _suggested(context, ("glossary", "dictionary"), captions, "no dictionary")


def _argos(
    context: EngineContext, engine_names: Sequence[str], captions: Sequence[Caption]
) -> Sequence[Output] | str:
    if not context.packages or not _engine(context, "argos").supports(captions[0].language, "en"):
        return "no package"
    return _suggested(context, engine_names, captions, "no package")


def _suggested(
    context: EngineContext, engine_names: Sequence[str], captions: Sequence[Caption], otherwise: str
) -> Sequence[Output] | str:
    language = captions[0].language
    if not any(_engine(context, name).supports(language, "en") for name in engine_names):
        return otherwise
    asked = suggester(context, engine_names)
    suggestions = asked.suggest([finding(caption) for caption in captions])
    if not any(suggestions) and asked.notes:
        return f"failed: {asked.notes[0]}"
    return [
        _output(caption, suggestion)
        for caption, suggestion in zip(captions, suggestions, strict=True)
    ]


def _output(caption: Caption, suggestion: Suggestion | None) -> Output:
    if suggestion is None:
        return Output(caption.source, compliant=False, has_unknown_words=True)
    return Output(suggestion.text, suggestion.compliant, bool(suggestion.unknown))


def _engine(context: EngineContext, name: str) -> Engine:
    engine: Engine = load(ENGINES, name, REQUIRED).create(context)
    return engine
