from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from capqa.glossary.suggesting.alignment import MOST_WORDS, Alignment, Block
from capqa.model import Span

texts = st.lists(st.sampled_from(["Iraq", "the", "army", "in", "|", "Mosul's", "b-c"]), max_size=9)


def test_replaced_put_in_and_taken_out_words_are_blocks() -> None:
    alignment = Alignment("Iraq | liberation operation in old Mosul", "IRAQ: rescue in Mosul today")
    assert alignment.blocks == [
        Block(range(1, 3), range(1, 2)),
        Block(range(4, 5), range(3, 3)),
        Block(range(6, 6), range(4, 5)),
    ]
    assert alignment.became(range(3)) == range(2)
    assert alignment.became(range(4, 5)) == range(3, 3)


def test_words_are_found_by_their_place() -> None:
    alignment = Alignment("the old town", "")
    assert alignment.old_words(Span(5, 9)) == range(1, 3)
    assert alignment.old_words(Span(3, 4)) == range(0)


def test_texts_without_end_are_not_compared() -> None:
    alignment = Alignment("a " * (MOST_WORDS + 1), "b")
    assert alignment.blocks == []
    assert alignment.old_words(Span(0, 1)) == range(0)


@given(texts, texts)
def test_what_is_not_in_a_block_is_the_same_on_both_sides(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    alignment = Alignment(before, after)
    rest = [
        [span.of(text) for at, span in enumerate(spans) if not any(at in each for each in changed)]
        for text, spans, changed in (
            (before, alignment.old, [block.old for block in alignment.blocks]),
            (after, alignment.new, [block.new for block in alignment.blocks]),
        )
    ]
    assert rest[0] == rest[1]
