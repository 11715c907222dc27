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
    judged = {"Development set": sets.development()} | {
        title: [*sets.captions(prefix), *sets.negatives(prefix)]
        for title, prefix in sets.SETS.items()
    }
    lines = [line for group in judged.values() for line in group]
    names = [options.only] if options.only else list(JUDGES)
    runs = _runs(names, [line.text for line in lines], _other_texts(lines))
    offset = 0
    for title, group in judged.items():
        _compare(title, group, runs, offset=offset)
        offset += len(group)
    if isinstance(run := runs.get("capqa"), worker.Run):
        _capqa_alone(run, judged, list_errors=options.errors)


def _other_texts(lines: Sequence[Line]) -> list[str]:
    """Return the texts only capqa judges."""
    texts = [line.text for line in clean_english()]
    texts += [line.text for prefix in sets.SETS.values() for line in sets.mixed(prefix)]
    texts += [perturb(line.text) for perturb in PERTURBATIONS.values() for line in lines]
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
    run: worker.Run, judged: Mapping[str, Sequence[Line]], *, list_errors: bool
) -> None:
    lines = [line for group in judged.values() for line in group]
    timed = [line.text for line in lines]
    others = _other_texts(lines)
    answers = dict(zip(others, run.untimed, strict=True))
    answers |= dict(zip(timed, run.timed, strict=True))
    threshold = _shipped_threshold()
    clean = clean_english()
    clean_answers = [answers[line.text] for line in clean]
    sections = {
        "False alarms on clean English": capqa_sections.clean_english(
            clean, clean_answers, threshold
        )
    }
    for title, prefix in sets.SETS.items():
        sections |= _sections(title, judged[title], sets.mixed(prefix), answers)
    sections["Repeatability"] = _repeatability(run, timed, others)
    for title, text in sections.items():
        print(f"\n## {title}\n\n{text}")
    if list_errors:
        for title, group in {**judged, "Clean English": clean}.items():
            print(f"\n## Wrong: {title}\n")
            for line in group:
                if (answers[line.text].score >= threshold) != line.flag:
                    print(_error(line.text, line.language, line.kind, answers[line.text]))
        for title, prefix in sets.SETS.items():
            print(f"\n## Wrong spans: {title}\n")
            for row in sets.mixed(prefix):
                answer = answers[row.text]
                if not capqa_sections.is_exact(row, answer, threshold):
                    wanted = [row.text[start:end] for start, end in row.spans]
                    print(_error(row.text, row.language, f"wanted {wanted}", answer))


def _sections(
    title: str,
    lines: Sequence[Line],
    mixed: Sequence[sets.MixedLine],
    answers: Mapping[str, Answer],
) -> dict[str, str]:
    """Return the tables about one set, by their titles."""
    threshold = _shipped_threshold()
    found = [answers[line.text] for line in lines]
    spans = [answers[line.text] for line in mixed]
    rough = capqa_sections.robustness(lines, answers.__getitem__, threshold)
    return {
        f"{title}: spans in mixed lines": capqa_sections.spans(mixed, spans, threshold),
        f"{title}: calibration": capqa_sections.calibration(lines, found),
        f"{title}: lines by kind": capqa_sections.by_kind(lines, found, threshold),
        f"{title}: language": capqa_sections.languages(lines, found, threshold),
        f"{title}: rough writing": "\n\n".join(rough),
    }


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
