"""Telling the encodings that pages came in before UTF-8.

General detectors need more text than a page's few letters outside ASCII: of the 43 lines in
tests/files/test_encoding.py, each amid English, charset-normalizer 3.5 reads 12 right. So each
encoding is tried, and the one whose reading looks most like words of a language written in it wins;
charset-normalizer is asked about what looks like none of them.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from capqa.files.alphabets import MULTI_BYTE, PUNCTUATION, SINGLE_BYTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from capqa.files.alphabets import Alphabet

SAMPLE_BYTES = 32_768
"""How much of a file is looked at to tell its encoding; of 100 MB, all would take minutes."""

_LEAST_LIKE_WORDS = 0.7
_LEAST_LIKE_RUNNING_TEXT = 0.5
_CLEARLY_BETTER = 0.05
_CAPITAL, _ODD, _OTHER_IDEOGRAPH, _MARK = 0.9, 0.8, 0.35, 0.3
_LEAST_COHERENT = 0.4
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# Vowel points, harakat and tone marks, which belong to words but are no letters to Python.
_POINTS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_DIGITS = "¹²³½¼¾ªº"  # letters to Python, or nearly
_WORD = re.compile(rf"[^\W\d_{_DIGITS}](?:[^\W\d_{_DIGITS}]|[{_POINTS}])*")
_MARKS = re.compile(rf"(?:[^\w\x00-\x7f{_POINTS}]|[{_DIGITS}])+")
_MARKS_IN_WORDS = frozenset("’‘·–—…\u00a0\u00ad،؛")
# C1 controls and private use: no page holds them, a wrong reading does.
_IMPOSSIBLE = re.compile("[\x80-\x84\x86-\x9f\ue000-\uf8ff]")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def legacy_encoding(data: bytes) -> str | None:
    """Return the encoding of bytes that are no UTF-8, None when it cannot be told.

    Decoding and encoding by it gives the same bytes. Prefers Windows-1252 unless another reading
    is clearly better.
    """
    sample = sample_of(data)
    scores = dict(_scores(sample))
    while scores:
        best = max(scores.values())
        encoding = next(each for each in scores if scores[each] >= best - _CLEARLY_BETTER)
        if _is_lossless(data, encoding):
            return encoding
        del scores[encoding]
    guess = _second_opinion(sample)
    return guess if guess and _is_lossless(data, guess) else None


def is_broken_utf8(data: bytes) -> bool:
    """Return whether bytes that are no UTF-8 are UTF-8 but for a few: cut, or pasted together."""
    text = sample_of(data).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not character.isascii() for character in text) > 5 * broken


def sample_of(data: bytes) -> bytes:
    """Return the lines of bytes that tell an encoding, about SAMPLE_BYTES of them at most."""
    # Lines with bytes outside ASCII alone: the others read alike in all encodings. The last one
    # may be cut amid a character.
    pieces, size, position = [], 0, 0
    while size < SAMPLE_BYTES and (high := _HIGH_BYTE.search(data, position)):
        start = data.rfind(b"\n", position, high.start()) + 1 or position
        if high.start() - start > SAMPLE_BYTES // 2:
            start = high.start()
        end = data.find(b"\n", high.start())
        end = min(len(data) if end < 0 else end, start + SAMPLE_BYTES)
        pieces.append(data[start:end])
        size += end - start
        position = end
    return b"\n".join(pieces)


def _scores(sample: bytes) -> Iterator[tuple[str, float]]:
    for encoding, alphabets in SINGLE_BYTE:
        text = _reading(sample, encoding)
        if text is not None:
            score = max(_likeness_to_words(text, alphabet) for alphabet in alphabets)
            if score >= _LEAST_LIKE_WORDS:
                yield encoding, score
    for encoding, alphabet in MULTI_BYTE:
        text = _reading(sample, encoding)
        if text is not None:
            score = _likeness_to_running_text(text, alphabet)
            if score >= _LEAST_LIKE_RUNNING_TEXT:
                yield encoding, score


def _second_opinion(sample: bytes) -> str | None:
    # Imported here: it takes a while, and hardly any page needs it.
    from charset_normalizer import from_bytes

    # The other words would speak for English in whatever encoding.
    words = b" ".join(word for word in sample.split() if _HIGH_BYTE.search(word))
    match = from_bytes(words).best()
    if match is None or match.chaos > 0 or match.coherence < _LEAST_COHERENT:
        return None
    return match.encoding


def _reading(sample: bytes, encoding: str) -> str | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return None
    return None if _IMPOSSIBLE.search(text) else text


def _is_lossless(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
        return text.encode(encoding) == data and not _IMPOSSIBLE.search(text)
    except UnicodeError:
        return False


def _likeness_to_words(text: str, alphabet: Alphabet) -> float:
    score = total = 0.0
    for found in _WORD.finditer(text):
        word = found[0]
        if word.isascii():
            continue
        foreign = sum(not letter.isascii() for letter in word)
        total += foreign
        if _is_possible(word, foreign, alphabet):
            likeness = sum(_weight(letter, index, alphabet) for index, letter in enumerate(word))
            # A letter on its own tells little, and Latin letters mostly stand amid ASCII ones.
            is_odd = foreign == len(word) and (alphabet.latin or foreign == 1)
            score += likeness * (_ODD if is_odd else 1)
    for found in _MARKS.finditer(text):
        marks = found[0]
        # Marks in heaps and within words are letters read wrong.
        if len(marks) > 2 or not PUNCTUATION.issuperset(marks) or _tears_a_word(found):
            total += len(marks)
        else:
            score, total = score + _MARK, total + _MARK
    return score / total if total else 0.0


def _is_possible(word: str, foreign: int, alphabet: Alphabet) -> bool:
    if alphabet.latin:
        if len(word) > 2 and foreign > 0.8 * len(word):
            return False
    elif foreign < len(word):
        return False
    for one, other in pairwise(word):
        if one.islower() and other.isupper() and not (one + other).isascii():
            return False
    # "MüNCHEN", "ВОЙНа": a small letter among capitals.
    return word.islower() or word.isupper() or not word[:2].isupper() or len(word) < 3


def _tears_a_word(marks: re.Match[str]) -> bool:
    text, start, end = marks.string, marks.start(), marks.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() and after.isalpha() and not _MARKS_IN_WORDS.issuperset(marks[0])


def _weight(letter: str, index: int, alphabet: Alphabet) -> float:
    if letter.isascii():
        return 0.0
    weight = alphabet.weights.get(letter) or alphabet.weights.get(letter.lower(), 0.0)
    return weight * _CAPITAL if index and letter.isupper() else weight


def _likeness_to_running_text(text: str, alphabet: Alphabet) -> float:
    score = total = 0.0
    for character in text:
        if character.isascii():
            continue
        if character in PUNCTUATION:
            score, total = score + _MARK, total + _MARK
            continue
        total += 1
        if character in alphabet.weights:
            score += 1
        elif _IDEOGRAPH.match(character):
            score += _OTHER_IDEOGRAPH
    return score / total if total else 0.0
