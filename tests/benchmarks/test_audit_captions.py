from __future__ import annotations

from collections import Counter

from benchmarks.audit.captions import FOREIGN, _foreign, captions


def test_the_same_number_gives_the_same_archive() -> None:
    assert list(captions(300)) == list(captions(300))
    assert list(captions(300)) != list(captions(300, seed=2))


def test_captions_repeat_and_some_are_foreign() -> None:
    texts = Counter(str(record["caption"]) for record in captions(3_000))
    foreign = set(_foreign())
    share = sum(count for text, count in texts.items() if text in foreign) / 3_000
    assert FOREIGN < share < 2 * FOREIGN
    assert not any("{" in text for text in texts)
    assert texts.most_common(1)[0][1] > 10
    assert len(texts) > 1_500
