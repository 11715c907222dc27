"""What each kind of evidence adds, and what is lost with a language's word list.

``python -m benchmarks.detection.ablation`` takes one kind of evidence away at a time and measures
the rest on the lines written by hand that are open to the developer: dev, the tuning set, the
first and the fresh judge's set together. The third set takes no part.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from benchmarks.detection import sets
from capqa.language import detection, evidence, line, token_evidence
from capqa.language.detection import Detector
from capqa.language.languages import CODES, INDEX
from capqa.language.lexicon import Lexicon
from capqa.language.lexicon_layout import EXONYM, TERM
from capqa.language.marks import ADOPTED, NAME_SHAPE, OPENS_KEPT, OPENS_TELLING
from capqa.language.target_words import is_target_word
from capqa.language.word_lists import WordLists
from capqa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.detection.sets import Line
    from capqa.language.line import Line as ReadLine

OPEN = ("", "fresh_", sets.TUNING)
LEFT_OUT = ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar", "sv", "cs", "ro")


@contextlib.contextmanager
def replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    """Put a value in another's place for a while."""
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)


def lines() -> list[Line]:
    """Return the lines measured on."""
    return [
        *sets.development(),
        *(each for prefix in OPEN for each in sets.captions(prefix) + sets.negatives(prefix)),
    ]


def measured(chosen: list[Line]) -> tuple[float, float, float]:
    """Return precision, recall and false alarms in a thousand of a detector made now."""
    detector = Detector("en")
    right = wrong = missed = 0
    for each in chosen:
        spans = detector.foreign_spans(each.text, role=Role.CAPTION)
        found = any(span.confidence >= detector.threshold for span in spans)
        right += found and each.flag
        wrong += found and not each.flag
        missed += not found and each.flag
    clean = sum(not each.flag for each in chosen) or 1
    return right / max(1, right + wrong), right / max(1, right + missed), 1000 * wrong / clean


def without_marks(bits: int) -> contextlib.AbstractContextManager[None]:
    """Take some of our lists away."""
    marks = WordLists.marks

    def fewer(self: WordLists, word: str, *, endings: bool = True) -> int:
        return marks(self, word, endings=endings) & ~bits

    return replaced(WordLists, "marks", fewer)


def without_codes(dropped: Callable[[int], bool]) -> contextlib.AbstractContextManager[None]:
    """Take pairs out of all profiles by their code."""
    stored = Lexicon._stored

    def filtered(self: Lexicon, word: str) -> bytes:
        profile = stored(self, word)
        pairs = zip(profile[::2], profile[1::2], strict=True)
        return bytes(byte for pair in pairs if not dropped(pair[0]) for byte in pair)

    return replaced(Lexicon, "_stored", filtered)


def _nothing(*_: object, **__: object) -> Iterator[Any]:
    return iter(())


def _no_quotations(_: object, read: ReadLine, __: str) -> int:
    return sum(is_target_word(word) for word in read.evidence)


ABLATIONS: dict[str, Callable[[], contextlib.AbstractContextManager[None]]] = {
    "everything": contextlib.nullcontext,
    "without credits, bylines, addresses": lambda: replaced(line, "masks", _nothing),
    "without the names of persons": lambda: replaced(line, "cap_persons", _nothing),
    "without name shapes": lambda: without_marks(NAME_SHAPE),
    "without institutions standing alone": lambda: replaced(
        line, "is_standing_name", lambda *_: False
    ),
    "without the lists of kept names": lambda: without_marks(OPENS_KEPT),
    "without adopted words": lambda: without_marks(ADOPTED),
    "without telling phrases": lambda: without_marks(OPENS_TELLING),
    "without glosses": lambda: replaced(line, "set_glosses_aside", _nothing),
    "without quotation marks": lambda: replaced(line.LineReader, "_quotations", _no_quotations),
    "without the chance of being a name": lambda: replaced(
        evidence.WordJudge, "_name_chance", lambda *_: 2e-9
    ),
    "without exonyms": lambda: without_codes(lambda code: EXONYM <= code < TERM),
    "without glossary terms": lambda: without_codes(lambda code: TERM <= code < 192),
    "without compounds": lambda: replaced(evidence, "compound_weight", lambda *_: {}),
    "without misspelt words": lambda: replaced(
        token_evidence.TokenJudge, "misspelt", lambda *_: None
    ),
    "without the letter model": lambda: replaced(evidence.WordJudge, "_looks", lambda *_: {}),
    "without words of other languages": lambda: without_codes(
        lambda code: 0 < code < EXONYM and code != INDEX["en"]
    ),
    "without the names left out at the ends": lambda: replaced(
        detection, "tightened", lambda run, _: run
    ),
}


def span_score() -> float:
    """Return the F1 of letters in the mixed lines of the open sets."""
    detector = Detector("en")
    both = marked = found = 0
    for prefix in OPEN:
        for each in sets.mixed(prefix):
            gold = {at for first, last in each.spans for at in range(first, last)}
            spans = detector.foreign_spans(each.text, role=Role.CAPTION)
            ours = {
                at
                for span in spans
                if span.confidence >= detector.threshold
                for at in range(span.span.start, span.span.end)
            }
            gold = {at for at in gold if each.text[at].isalnum()}
            ours = {at for at in ours if each.text[at].isalnum()}
            both, marked, found = both + len(gold & ours), marked + len(gold), found + len(ours)
    return 2 * both / max(1, marked + found)


def main() -> None:
    """Print both tables."""
    chosen = lines()
    print("| | precision | recall | false per 1,000 | letters of mixed lines, F1 |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, ablation in ABLATIONS.items():
        with ablation():
            precision, recall, false = measured(chosen)
            score = span_score()
        print(
            f"| {name} | {precision:.3f} | {recall:.3f} | {false:.1f} | {score:.3f} |", flush=True
        )
    print("\n| word list left out | fragments | found | found without it |")
    print("| --- | ---: | ---: | ---: |")
    for code in LEFT_OUT:
        own = [each for each in chosen if each.flag and each.language == code]
        index = INDEX[code]
        _, before, _ = measured(own)
        with without_codes(lambda found, index=index: found == index):  # type: ignore[misc]
            _, after, _ = measured(own)
        print(f"| {CODES[index]} | {len(own)} | {before:.2f} | {after:.2f} |", flush=True)


if __name__ == "__main__":
    main()
