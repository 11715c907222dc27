"""Measure capqa beside the language identifiers people use: ``make eval``.

Run from the repository's root as ``python -m benchmarks.detection.evaluate``. The peers come with
the extra ``eval``; one that is missing is reported as not installed. ``--only capqa`` is the quick
run, ``--errors`` lists the lines capqa gets wrong.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from benchmarks.detection import capqa_sections, measures, sets, worker
from benchmarks.detection.clean_english import clean_english
from benchmarks.detection.peers import JUDGES, Answer, installed_version
from benchmarks.detection.perturbations import PERTURBATIONS
from benchmarks.detection.table import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.detection.sets import Line

HEADS = (
    *("judge", "threshold", "precision", "recall", "F1", "false per 1,000"),
    *("lines/s", "load s", "peak MiB"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="evaluate", description=__doc__)
    parser.add_argument("--only", choices=list(JUDGES), help="run one judge and none of the others")
    parser.add_argument("--errors", action="store_true", help="list the lines capqa gets wrong")
    options = parser.parse_args(arguments)
    held_out = [*sets.captions(), *sets.negatives()]
    development = sets.development()
    names = [options.only] if options.only else list(JUDGES)
    runs = _runs(names, [line.text for line in [*development, *held_out]], _other_texts(held_out))
    _compare("Development set", development, runs, offset=0)
    _compare("Held-out set", held_out, runs, offset=len(development))
    if isinstance(run := runs.get("capqa"), worker.Run):
        _capqa_alone(run, development, held_out, list_errors=options.errors)


def _other_texts(held_out: Sequence[Line]) -> list[str]:
    """Return the texts only capqa judges."""
    texts = [line.text for line in clean_english()]
    texts += [line.text for line in sets.mixed()]
    texts += [perturb(line.text) for perturb in PERTURBATIONS.values() for line in held_out]
    return list(dict.fromkeys(texts))


def _runs(
    names: Sequence[str], texts: Sequence[str], others: Sequence[str]
) -> dict[str, worker.Run | str]:
    """Return each judge's run, or the reason why there is none."""
    runs: dict[str, worker.Run | str] = {}
    for name in names:
        if name != "capqa" and not installed_version(name):
            runs[name] = "not installed (pip install 'capqa[eval]')"
            continue
        try:
            runs[name] = worker.run(name, texts, others if name == "capqa" else ())
        except worker.WorkerError as error:
            runs[name] = f"failed: {error}"
    return runs


def _compare(
    title: str, lines: Sequence[Line], runs: Mapping[str, worker.Run | str], *, offset: int
) -> None:
    print(f"\n## {title}\n")
    if not lines:
        print(f"skipped: {sets.DEVELOPMENT} is not there")
        return
    flags = [line.flag for line in lines]
    print(f"{sum(flags)} lines to flag, {len(flags) - sum(flags)} to let pass\n")
    rows, missing = [], []
    for name, run in runs.items():
        label = f"{name} {installed_version(name)}".strip()
        if isinstance(run, str):
            missing.append(f"{name}: {run}")
            continue
        scores = [answer.score for answer in run.timed[offset : offset + len(lines)]]
        thresholds = {f"{label}, best threshold": measures.best_threshold(flags, scores)}
        if name == "capqa":
            thresholds = {f"{label}, as it ships": _shipped_threshold(), **thresholds}
        for shown, threshold in thresholds.items():
            counts = measures.count(flags, scores, threshold)
            rows.append([shown, f"{threshold:.3f}", *_figures(counts), *_costs(run)])
    if rows:
        print(table(HEADS, rows))
    print(*missing, sep="\n")


def _figures(counts: measures.Counts) -> list[str]:
    ratios = (counts.precision, counts.recall, counts.f1)
    return [*(f"{ratio:.3f}" for ratio in ratios), f"{counts.false_alarms_per(1000):.1f}"]


def _costs(run: worker.Run) -> list[str]:
    return [f"{run.lines_per_second:,.0f}", f"{run.load_seconds:.2f}", f"{run.memory_mib:,.0f}"]


def _shipped_threshold() -> float:
    from capqa.language.detection import Detector

    return Detector.threshold


def _capqa_alone(
    run: worker.Run,
    development: Sequence[Line],
    held_out: Sequence[Line],
    *,
    list_errors: bool,
) -> None:
    timed = [line.text for line in [*development, *held_out]]
    others = _other_texts(held_out)
    answers = dict(zip(others, run.untimed, strict=True))
    answers |= dict(zip(timed, run.timed, strict=True))
    threshold = _shipped_threshold()
    clean, mixed = clean_english(), sets.mixed()
    held_out_answers = [answers[line.text] for line in held_out]
    mixed_answers = [answers[line.text] for line in mixed]
    clean_answers = [answers[line.text] for line in clean]
    sections = {
        "False alarms on clean English": capqa_sections.clean_english(
            clean, clean_answers, threshold
        ),
        "Spans in mixed lines": capqa_sections.spans(mixed, mixed_answers, threshold),
        "Calibration on the held-out set": capqa_sections.calibration(held_out, held_out_answers),
        "Held-out set by kind": capqa_sections.by_kind(held_out, held_out_answers, threshold),
        "Language": capqa_sections.languages(held_out, held_out_answers, threshold),
        "Rough writing": "\n\n".join(
            capqa_sections.robustness(held_out, answers.__getitem__, threshold)
        ),
        "Repeatability": _repeatability(run, timed, others),
    }
    for title, text in sections.items():
        print(f"\n## {title}\n\n{text}")
    if list_errors:
        for name, lines in {
            "development": development,
            "captions and negatives": held_out,
            "clean English": clean,
        }.items():
            print(f"\n## Wrong: {name}\n")
            for line in lines:
                if (answers[line.text].score >= threshold) != line.flag:
                    print(_error(line.text, line.language, line.kind, answers[line.text]))
        print("\n## Wrong: mixed\n")
        for row, answer in zip(mixed, mixed_answers, strict=True):
            if not capqa_sections.is_exact(row, answer, threshold):
                wanted = [row.text[start:end] for start, end in row.spans]
                print(_error(row.text, row.language, f"wanted {wanted}", answer))


def _error(text: str, language: str, kind: str, answer: Answer) -> str:
    found = [
        f"{text[span.start : span.end]!r} {span.language} {span.confidence:.2f}"
        for span in answer.spans
    ]
    return f"{language} {kind} | {text} | {'; '.join(found) or 'nothing found'}"


def _repeatability(run: worker.Run, timed: Sequence[str], others: Sequence[str]) -> str:
    """Return how many answers differ in a second process with another hash seed."""
    again = worker.run("capqa", timed, others, hash_seed=20161020)
    before, after = [*run.timed, *run.untimed], [*again.timed, *again.untimed]
    changed = sum(first != second for first, second in zip(before, after, strict=True))
    return f"{changed} of {len(before)} answers differ between two processes and hash seeds"


if __name__ == "__main__":
    main()
