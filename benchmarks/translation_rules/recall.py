"""How many planted errors each rule finds, of up to 300 in each sample taken together.

Run from the repository's root as ``python -m benchmarks.translation_rules.recall [--list]
[RULE ...]``; ``--list`` prints what was missed.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from random import Random
from typing import TYPE_CHECKING, Final

from benchmarks.translation_rules import planted
from benchmarks.translation_rules.objecting import ALL, objection
from benchmarks.translation_rules.samples import context_of, lexicon, samples
from capqa.translation_rules._term_places import places, terms_in
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from capqa.translation_rules import Translation, TranslationContext

    Pair = tuple[Translation, TranslationContext]

MOST: Final = 300
_SEED: Final = 11


def main() -> None:
    """Print a line for each rule: found, planted, share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", default=ALL)
    parser.add_argument("--list", action="store_true", help="print what was missed")
    arguments = parser.parse_args()
    pairs = [pair for sample in samples() for pair in sample.pairs]
    print("| rule | planted | found |\n|---|--:|--:|")
    for rule in arguments.rules:
        spoilt = list(_spoilt(rule, pairs))
        missed = [
            (before, after)
            for before, after, context in spoilt
            if not objection(rule, after, context)
        ]
        if spoilt:
            share = 100 * (1 - len(missed) / len(spoilt))
            print(f"| {rule} | {len(spoilt)} | {share:.0f} % |", flush=True)
        for before, after in missed if arguments.list else ():
            print(f"  {visible(before.source)[:150]}\n    {visible(after.text)[:150]}")


def _spoilt(
    rule: str, pairs: Sequence[Pair]
) -> Iterator[tuple[Translation, Translation, TranslationContext]]:
    random, shuffled = Random(_SEED), list(pairs)
    random.shuffle(shuffled)
    elsewhere = _by_source(pairs)
    count = 0
    for translation, context in shuffled:
        if count == MOST:
            return
        after = _one(rule, translation, elsewhere, random)
        if after is None or objection(rule, translation, context):
            continue
        if rule == "inconsistent-translation":
            context = context_of([translation, translation, after])
        count += 1
        yield translation, after, context


def _one(
    rule: str,
    translation: Translation,
    elsewhere: dict[str, list[Translation]],
    random: Random,
) -> Translation | None:
    if rule in planted.SPOILERS:
        return planted.spoilt(translation, rule, random)
    if rule == "inconsistent-translation":
        other = random.choice(random.choice(list(elsewhere.values())))
        return translation._replace(text=other.text) if len(other.text) > 4 else None
    if rule == "wrong-language-target":
        return _in_another_language(translation, elsewhere, random)
    if rule in ("missing-term", "forbidden-term"):
        return _with_another_term(translation, forbidden=rule == "forbidden-term")
    return None


def _by_source(pairs: Sequence[Pair]) -> dict[str, list[Translation]]:
    found: dict[str, list[Translation]] = defaultdict(list)
    for translation, _ in pairs:
        found[translation.source].append(translation)
    return found


def _in_another_language(
    translation: Translation, elsewhere: dict[str, list[Translation]], random: Random
) -> Translation | None:
    others = [
        each
        for each in elsewhere[translation.source]
        if each.target_language != translation.target_language and len(each.text.split()) > 4
    ]
    return translation._replace(text=random.choice(others).text) if others else None


def _with_another_term(translation: Translation, *, forbidden: bool) -> Translation | None:
    source, target = translation.source_language or "", translation.target_language
    text = translation.text
    for match in terms_in(translation.source, lexicon(source, target)):
        entries = (match.entry, *match.others)
        refused = [each.target for each in entries if not each.status.usable]
        instead = "Lisbon" if not forbidden else refused[0] if refused else ""
        if not instead or (not forbidden and match.entry.domain != "place"):
            continue
        for entry in entries:
            found = places(entry.target, text, target, is_verb=False)
            if entry.status.usable and found:
                start, end = found[0]
                return translation._replace(text=text[:start] + instead + text[end:])
    return None


if __name__ == "__main__":
    main()
