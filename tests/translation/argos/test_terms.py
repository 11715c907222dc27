"""What terms against the model cost, on the real fixture model; benchmarks/translation/terms.py."""

from __future__ import annotations

from benchmarks.translation.terms import captions, measured
from tests.fixtures.argos.captions import HELD_OUT, SEED, TRAINED, pieces, sample, taught, terms


def test_every_term_is_kept_and_no_caption_the_model_can_say_is_spoilt() -> None:
    asked = captions()
    assert len({caption.source for caption in asked}) == 400
    assert all(caption.reference != caption.taught for caption in asked)
    result = measured(asked)
    assert result.kept == result.terms > 400
    assert result.sound >= 392
    assert result.exact >= 392
    assert result.exact_of_sound >= 0.98 * result.sound


def test_the_model_was_taught_no_caption_that_it_is_asked() -> None:
    known = {pair.german for pair in taught()}
    assert known.isdisjoint(caption.source for seed in (7, 8, 9) for caption in captions(seed=seed))
    held_out = sample(TRAINED + HELD_OUT, SEED)[:HELD_OUT]
    assert known.isdisjoint(
        pair.german for pair in [*held_out, *pieces(held_out)] if pair not in terms()
    )
