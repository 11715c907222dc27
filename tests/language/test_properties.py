from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from capqa.language.detection import Detector
from capqa.model import Role

DETECTOR = Detector("en")
HOSTILE = """
Krieg in der Ukraine | Image: (Symbolbild) said Merkel 'Irak' "Mossul" von d'une 北京 война +++ @dw
[MUSIC] [/x] https://dw.com #Berlin © [[ “ ”
"""
WORDS = st.sampled_from([*HOSTILE.split(), "\x00", "\u202e", "\u200d", "\x1b[31m"])
LINES = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))


@given(text=LINES, role=st.sampled_from(Role))
@settings(max_examples=300, deadline=None)
def test_spans_are_ordered_within_the_text_and_apart(text: str, role: Role) -> None:
    end = 0
    for found in DETECTOR.foreign_spans(text, role=role):
        assert end <= found.span.start < found.span.end <= len(text)
        assert 0.05 <= found.confidence <= 1.0
        for word in found.evidence:
            assert word.span.of(text) == word.text
        end = found.span.end


@given(text=LINES)
@settings(max_examples=100, deadline=None)
def test_a_detector_that_has_seen_other_lines_answers_alike(text: str) -> None:
    first = DETECTOR.foreign_spans(text)
    DETECTOR.foreign_spans("Syrien Krieg Idlib")
    assert DETECTOR.foreign_spans(text) == first
    assert list(DETECTOR.explain(text).spans) == first


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "from capqa.language.detection import Detector\n"
        "for line in ('Demonstranten in Hongkong', 'Vista aérea', 'Valg i Tyskland'):\n"
        "    print(Detector('en').foreign_spans(line))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_detecting_loads_no_heavy_library() -> None:
    program = (
        "import sys; from capqa.language.detection import Detector\n"
        "Detector('en').foreign_spans('Syrien Krieg Idlib')\n"
        "print({'numpy', 'wordfreq', 'babel', 'faker', 'langdetect'} & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "set()"


def test_long_lines_of_any_kind_are_read_to_the_end() -> None:
    for unit in ("Krieg ", "x", "a.", "(c) ", '"', "von ", "Foto: "):
        text = unit * (60_000 // len(unit)) + "\nUkraine Krieg Flüchtlinge"
        assert DETECTOR.foreign_spans(text)[-1].span.end == len(text)
