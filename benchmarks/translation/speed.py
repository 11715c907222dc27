"""How fast suggestions come: the glossary engine alone, and Argos batched against one by one."""

from __future__ import annotations

import statistics
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.translation.systems import finding, suggester
from capqa.errors import EngineError
from capqa.glossary.termbase import Termbase
from capqa.plugins import load
from capqa.translation.engine import ENGINES, REQUIRED, EngineContext, TranslationRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.translation.sets import Caption
    from capqa.translation.engine import Candidate, Engine

PACKAGE: Final = Path(__file__).parents[2] / "tests/fixtures/argos/translate-de_en-capqa.argosmodel"
"""A real but tiny package: what batching saves with it need not be what it saves with yours."""

SUGGESTIONS: Final = 1000
ROUNDS: Final = 3


def suggestions(captions: Sequence[Caption]) -> str:
    """Return what SUGGESTIONS suggestions of the glossary engine cost in CPU seconds.

    The captions are asked over and over, a pass at a time, since within one request a caption that
    comes twice is translated once. The first pass is also given alone: it reads the tables.
    """
    asked = suggester(EngineContext(Termbase.load("de", "en", ())), ("glossary",))
    findings = [finding(caption) for caption in captions]
    start = time.process_time()
    asked.suggest(findings)
    first = time.process_time() - start
    left = SUGGESTIONS - len(findings)
    for size in _passes(left, len(findings)):
        asked.suggest(findings[:size])
    total = time.process_time() - start
    return (
        f"{SUGGESTIONS:,} suggestions of the glossary engine: {total:.2f} CPU seconds "
        f"(the first {len(findings)}, tables read included: {first:.2f})"
    )


def argos_batched(captions: Sequence[Caption]) -> str:
    """Return how much longer Argos takes when it is asked caption by caption.

    Both ways take turns, and the median of the ratios is given with the least and the greatest:
    the machine may have other work.
    """
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(PACKAGE) as archive:
            archive.extractall(folder)
        context = EngineContext(Termbase.load("de", "en", ()), Path(folder))
        engine: Engine = load(ENGINES, "argos", REQUIRED).create(context)
        requests = [TranslationRequest(caption.source, "de", "en") for caption in captions]
        try:
            engine.translate(requests[:2])  # Loads the model, which is no part of either time.
            rounds = [_round(engine, requests) for _ in range(ROUNDS)]
        except EngineError as error:
            return f"argos batched against single calls: not measured ({error})"
    together = statistics.median(each.together for each in rounds)
    apart = statistics.median(each.apart for each in rounds)
    ratios = sorted(each.apart / each.together for each in rounds)
    return (
        f"argos, {len(requests)} captions, the fixture package, median of {ROUNDS}: one call "
        f"{together:.2f} s, one call a caption {apart:.2f} s, ratio "
        f"{statistics.median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f}); "
        f"{rounds[0].alike} of {len(requests)} outputs alike"
    )


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds for all requests in one call and in one call each; how many answers are alike."""

    together: float
    apart: float
    alike: int


def _round(engine: Engine, requests: Sequence[TranslationRequest]) -> Round:
    start = time.perf_counter()
    batched = engine.translate(requests)
    middle = time.perf_counter()
    singly = [engine.translate([request])[0] for request in requests]
    end = time.perf_counter()
    alike = sum(_text(one) == _text(other) for one, other in zip(batched, singly, strict=True))
    return Round(middle - start, end - middle, alike)


def _passes(left: int, size: int) -> list[int]:
    return [min(size, left - done) for done in range(0, left, size)]


def _text(candidate: Candidate | None) -> str:
    return candidate.text if candidate else ""
