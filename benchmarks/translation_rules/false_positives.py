"""How often each rule objects to clean translations: findings per 1,000 of them, by sample.

Run from the repository's root as ``python -m benchmarks.translation_rules.false_positives
[--held-out] [--list RULE [--count N]] [RULE ...]``; ``--list`` prints findings of one rule, evenly
drawn, to be judged by hand.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from benchmarks.translation_rules.objecting import ALL, objection
from benchmarks.translation_rules.samples import HELD_OUT, samples
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.translation_rules.samples import Sample
    from capqa.translation_rules import Problem, Translation


def objections(sample: Sample, name: str) -> list[tuple[Translation, Problem]]:
    """Return what a rule objects to in a sample; one problem counts for each translation."""
    found = []
    for translation, context in sample.pairs:
        problem = objection(name, translation, context)
        if problem is not None:
            found.append((translation, problem))
    return found


def main() -> None:
    """Print the table, or findings of one rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", default=ALL)
    parser.add_argument("--list", metavar="RULE", help="print findings of this rule")
    parser.add_argument("--count", type=int, default=25, help="how many to print of each sample")
    parser.add_argument(
        "--held-out", action="store_true", help="catalogues in languages no rule was tuned on"
    )
    arguments = parser.parse_args()
    all_samples = samples(HELD_OUT)[:2] if arguments.held_out else samples()
    if arguments.list:
        for sample in all_samples:
            _print_findings(sample, objections(sample, arguments.list), arguments.count)
        return
    _print_table(all_samples, arguments.rules)


def _print_table(all_samples: Sequence[Sample], rules: Iterable[str]) -> None:
    names = " | ".join(f"{each.name} ({len(each.pairs)})" for each in all_samples)
    print(f"| rule | {names} | all |")
    print("|---|" + "--:|" * (len(all_samples) + 1))
    total = sum(len(sample.pairs) for sample in all_samples)
    for name in rules:
        counts = [len(objections(sample, name)) for sample in all_samples]
        rates = [
            f"{1000 * count / len(sample.pairs):.1f}"
            for count, sample in zip(counts, all_samples, strict=True)
        ]
        rates.append(f"{1000 * sum(counts) / total:.2f}")
        print(f"| {name} | " + " | ".join(rates) + " |", flush=True)


def _print_findings(
    sample: Sample, found: Sequence[tuple[Translation, Problem]], count: int
) -> None:
    print(f"\n## {sample.name}: {len(found)} of {len(sample.pairs)}")
    step = max(1, len(found) // count)
    for translation, problem in found[::step][:count]:
        print(f"\n{visible(problem.message)} [{visible(problem.span.of(translation.text))[:60]!r}]")
        print(f"  {translation.source_language}: {visible(translation.source)[:400]}")
        print(f"  {translation.target_language}: {visible(translation.text)[:400]}")


if __name__ == "__main__":
    main()
