"""What terms against the model cost, on the real fixture model; benchmarks/translation/terms.py."""

from __future__ import annotations

from benchmarks.translation.terms import captions, measured


def test_every_term_is_kept_and_no_caption_the_model_can_say_is_spoilt() -> None:
    asked = captions()
    assert len({caption.source for caption in asked}) == 400
    assert all(caption.reference != caption.taught for caption in asked)
    result = measured(asked)
    assert result.kept == result.terms > 400
    assert result.sound >= 380
    assert result.exact_of_sound >= 0.98 * result.sound
