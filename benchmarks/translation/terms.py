"""Whether terms are kept that contradict the model, and at what price to the rest of the caption.

400 captions in the fixture model's own templates, none of them seen in training, each with at least
one word for which the glossary wants another English than the model says. What else the model says
stays right, so that a caption is exact when its terms alone differ. Run from the repository's root
as ``python -m benchmarks.translation.terms [--list] [--seed N]``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.translation.speed import PACKAGE
from capqa.glossary.entry import Entry
from capqa.glossary.termbase import Termbase
from capqa.model import Verdict
from capqa.translation.argos import packages
from capqa.translation.argos.route import Route
from capqa.translation.argos.settings import Settings
from capqa.translation.enforcement.terms import required_terms
from capqa.translation.enforcement.verification import verdicts
from capqa.translation.engine import EngineContext, TranslationRequest
from capqa.translation.engines import argos
from capqa.translation.lexicon.lexicon import lexicons_of
from tests.fixtures.argos.captions import HELD_OUT, SEED, SLOTS, TEMPLATES, TRAINED, sample

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNT: Final = 400
DRAW: Final = 7
"""The seed of the captions drawn."""

CONTRADICTING: Final = {
    "Flüchtlinge": (Entry("Flüchtling", "migrant", "noun", "m"), "Migrants"),
    "Soldaten": (Entry("Soldat", "serviceman", "noun", "m"), "Servicemen"),
    "Kinder": (Entry("Kind", "minor", "noun", "n"), "Minors"),
    "Demonstranten": (Entry("Demonstrant", "demonstrator", "noun", "m"), "Demonstrators"),
    "Rebellen": (Entry("Rebell", "insurgent", "noun", "m"), "Insurgents"),
    "Trümmer": (Entry("Trümmer", "debris", "noun", "p"), "Debris"),
    "Luftangriff": (Entry("Luftangriff", "air raid", "noun", "m"), "air raid"),
    "Anschlag": (Entry("Anschlag", "bombing", "noun", "m"), "bombing"),
    "Waffenruhe": (Entry("Waffenruhe", "truce", "noun", "f"), "truce"),
    "Wahl": (Entry("Wahl", "vote", "noun", "f"), "vote"),
    "Kiew": (Entry("Kiew", "Kiev", "proper noun"), "Kiev"),
    "Charkiw": (Entry("Charkiw", "Kharkov", "proper noun"), "Kharkov"),
    "Peking": (Entry("Peking", "Peking", "proper noun"), "Peking"),
    "Türkei": (Entry("Türkei", "Türkiye", "proper noun"), "Türkiye"),
}
"""A German word of the templates, the entry against the model, and what a caption then says."""


@dataclass(frozen=True, slots=True)
class TermCaption:
    """A caption, its English with the terms in it, and what the model was taught to say."""

    source: str
    reference: str
    taught: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the captions: terms kept of all, and captions exactly as the references.

    ``sound`` are the captions that the model alone, asked for no terms, says as it was taught;
    ``exact_of_sound`` are those of them that are exact with the terms put in.
    """

    outputs: tuple[str, ...]
    methods: tuple[str, ...]
    kept: int
    terms: int
    exact: int
    sound: int
    exact_of_sound: int


def captions(count: int = COUNT, seed: int = DRAW) -> list[TermCaption]:
    """Return different captions with a contradicting term each, none of them trained on."""
    trained = {pair.german for pair in sample(TRAINED + HELD_OUT, SEED)[HELD_OUT:]}
    generator = random.Random(seed)
    found: dict[TermCaption, None] = {}
    while len(found) < count:
        template = generator.choice(TEMPLATES)
        chosen = {slot: generator.choice(pairs) for slot, pairs in SLOTS.items()}
        source = template.german.format(**{slot: pair.german for slot, pair in chosen.items()})
        if source in trained or not any(word in source for word in CONTRADICTING):
            continue
        english = {
            slot: CONTRADICTING[pair.german][1] if pair.german in CONTRADICTING else pair.english
            for slot, pair in chosen.items()
        }
        taught = template.english.format(**{slot: pair.english for slot, pair in chosen.items()})
        found[TermCaption(source, template.english.format(**english), taught)] = None
    return list(found)


def measured(asked: Sequence[TermCaption]) -> Result:
    """Return how the argos engine does with the fixture package under the contradicting terms."""
    termbase = Termbase([[entry for entry, _ in CONTRADICTING.values()]])
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(PACKAGE) as archive:
            archive.extractall(folder)
        route = Route(packages.read(Path(folder)).require("de", "en"), Settings.read())
        alone = [each[0].text for each in route.translate([each.source for each in asked], 1)]
        engine = argos.create(EngineContext(termbase, Path(folder)))
        requests = [TranslationRequest(caption.source, "de", "en") for caption in asked]
        found = [candidate for candidate in engine.translate(requests) if candidate]
    lexicon = lexicons_of(termbase).of("de", "en")
    outputs = tuple(candidate.text for candidate in found)
    terms = [
        verdict
        for caption, output in zip(asked, outputs, strict=True)
        for verdict in verdicts(required_terms(caption.source, lexicon), output)
    ]
    exact = [output == caption.reference for caption, output in zip(asked, outputs, strict=True)]
    sound = [said == caption.taught for caption, said in zip(asked, alone, strict=True)]
    return Result(
        outputs,
        tuple("; ".join(part.detail for part in candidate.parts) for candidate in found),
        sum(verdict.verdict is Verdict.KEPT for verdict in terms),
        len(terms),
        sum(exact),
        sum(sound),
        sum(one and other for one, other in zip(exact, sound, strict=True)),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, and with ``--list`` the captions that are not exact."""
    parser = argparse.ArgumentParser(prog="terms", description=__doc__)
    parser.add_argument("--list", action="store_true", help="print what is not exact")
    parser.add_argument("--seed", type=int, default=DRAW, help=f"other captions than of {DRAW}")
    options = parser.parse_args(arguments)
    asked = captions(seed=options.seed)
    result = measured(asked)
    print(f"{result.kept} of {result.terms} terms kept")
    print(f"{result.exact} of {len(asked)} captions exact")
    print(f"{result.sound} said right by the model alone; of these {result.exact_of_sound} exact")
    missed = [
        (caption, output, method)
        for caption, output, method in zip(asked, result.outputs, result.methods, strict=True)
        if output != caption.reference
    ]
    for methods, count in Counter(method for *_, method in missed).most_common():
        print(f"  {count} not exact: {methods}")
    if options.list:
        for caption, output, method in missed:
            print(f"{caption.source} | {caption.reference} | {output} | {method}")


if __name__ == "__main__":
    main()
