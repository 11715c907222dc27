"""Measure capqa's suggestions beside copying the source, a dictionary and Argos.

Run from the repository's root as ``python -m benchmarks.translation.evaluate [PACKAGE_FOLDER]``.
chrF2 comes with the extra ``eval``. Argos runs where a folder of installed packages is given, here
or as ARGOS_PACKAGES_DIR. ``--list`` prints each output of the glossary engine with its judgement.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import capqa
from benchmarks.detection.table import table
from benchmarks.translation import sets, speed
from benchmarks.translation.measures import chrf2, distance
from benchmarks.translation.sets import Quality
from benchmarks.translation.systems import GLOSSARY, systems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.translation.sets import Caption, Judgements
    from benchmarks.translation.systems import Output

HEADS = (
    *("system", "chrF2", "exact", "compliant", "unknown words"),
    *(*Quality, "unjudged"),
)
DISTANCE_HEADS = ("system", "0 words", "1-2 words", "more")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("packages", nargs="?", type=Path, help="a folder of Argos packages")
    parser.add_argument("--list", action="store_true", help="print the glossary engine's outputs")
    options = parser.parse_args(arguments)
    by_language = {"de": sets.german()}
    for caption in sets.other():
        by_language.setdefault(caption.language, []).append(caption)
    judgements = sets.judgements()
    packages = options.packages or _packages_of_environment()
    compared = systems(packages)
    print(f"capqa {capqa.__version__}; Argos packages: {packages or 'none given'}")
    for language, captions in by_language.items():
        outputs = {name: system(captions) for name, system in compared.items()}
        print(f"\n## {language}: {len(captions)} captions\n")
        print(report(captions, outputs, judgements))
        if options.list and not isinstance(own := outputs[GLOSSARY], str):
            print("", *_listed(captions, own, judgements), sep="\n")
    print("\n## Speed\n")
    print(speed.suggestions(by_language["de"]))
    print(speed.argos_batched(by_language["de"]))


def report(
    captions: Sequence[Caption],
    outputs: Mapping[str, Sequence[Output] | str],
    judgements: Judgements,
) -> str:
    """Return one language's tables; a system without outputs gives the reason instead."""
    rows, distances = [], []
    for name, found in outputs.items():
        if isinstance(found, str):
            rows.append([name, found, *[""] * (len(HEADS) - 2)])
            continue
        away = [
            distance(output.text, caption.references)
            for caption, output in zip(captions, found, strict=True)
        ]
        exact = _share(sum(words == 0 for words in away), len(away))
        judged = _judged(captions, found, judgements) if name == GLOSSARY else ["-"] * 4
        rows.append([name, _chrf2(captions, found), exact, *_verified(found), *judged])
        bands = Counter(min((words + 1) // 2, 2) for words in away)
        distances.append([name, *(_share(bands[band], len(away)) for band in range(3))])
    return "\n\n".join(
        [
            table(HEADS, rows),
            _compliant_yet(captions, outputs[GLOSSARY], judgements),
            "Automatic stand-in for a judgement, words from the nearest reference:",
            table(DISTANCE_HEADS, distances),
        ]
    )


def _chrf2(captions: Sequence[Caption], outputs: Sequence[Output]) -> str:
    score = chrf2([output.text for output in outputs], [caption.references for caption in captions])
    return "no sacrebleu" if score is None else f"{score:.1f}"


def _verified(outputs: Sequence[Output]) -> list[str]:
    if any(output.compliant is None for output in outputs):
        return ["-", "-"]
    compliant = sum(bool(output.compliant) for output in outputs)
    unknown = sum(bool(output.has_unknown_words) for output in outputs)
    return [_share(compliant, len(outputs)), _share(unknown, len(outputs))]


def _judged(
    captions: Sequence[Caption], outputs: Sequence[Output], judgements: Judgements
) -> list[str]:
    counts = Counter(
        judgements.of(caption, output.text)
        for caption, output in zip(captions, outputs, strict=True)
    )
    return [_share(counts[quality], len(captions)) for quality in (*Quality, None)]


def _compliant_yet(
    captions: Sequence[Caption], outputs: Sequence[Output] | str, judgements: Judgements
) -> str:
    """Return how the outputs capqa calls compliant were judged: what its promise is worth."""
    if isinstance(outputs, str):
        return f"{GLOSSARY}: {outputs}"
    counts = Counter(
        judgements.of(caption, output.text)
        for caption, output in zip(captions, outputs, strict=True)
        if output.compliant
    )
    judged = ", ".join(f"{counts[quality]} {quality}" for quality in Quality)
    return (
        f"Of {counts.total()} outputs of the {GLOSSARY} called compliant: {judged}, "
        f"{counts[None]} unjudged."
    )


def _listed(
    captions: Sequence[Caption], outputs: Sequence[Output], judgements: Judgements
) -> list[str]:
    return [
        f"{judgements.of(caption, output.text) or 'unjudged'}"
        f"{', compliant' if output.compliant else ''} | {caption.source} -> {output.text}"
        for caption, output in zip(captions, outputs, strict=True)
    ]


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.0f}% ({count})"


def _packages_of_environment() -> Path | None:
    folder = os.environ.get("ARGOS_PACKAGES_DIR")
    return Path(folder) if folder else None


if __name__ == "__main__":
    main()
