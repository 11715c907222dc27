from __future__ import annotations

import pytest

from benchmarks.detection import evaluate, sets, worker
from benchmarks.detection.capqa_sections import is_exact
from benchmarks.detection.peers import Answer, FoundSpan
from benchmarks.detection.perturbations import PERTURBATIONS, folded, with_typos
from benchmarks.detection.table import table


def test_a_peer_that_is_missing_is_reported_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "installed_version", lambda name: "")
    evaluate.main(["--only", "py3langid"])
    printed = capsys.readouterr().out
    assert printed.count("py3langid: not installed") == len(sets.SETS) + bool(sets.development())


def test_langdetect_answers_alike_in_two_processes() -> None:
    texts = [line.text for line in sets.captions()[:40]] + ["02:14"]
    runs = [worker.run("langdetect", texts, hash_seed=seed) for seed in (1, 2)]
    assert runs[0].timed == runs[1].timed
    assert runs[0].timed[-1] == Answer(0.0)
    assert runs[0].memory_mib > 1
    assert max(answer.score for answer in runs[0].timed) > 0.9


def test_a_judge_that_fails_says_why() -> None:
    with pytest.raises(worker.WorkerError, match="KeyError"):
        worker.run("no such judge", [])


def test_typos_touch_long_words_only_and_always_the_same() -> None:
    assert with_typos("Rauch über Homs") == "Rauch über Homs"
    written = with_typos("Zerstörte Häuser")
    assert written != "Zerstörte Häuser"
    assert written == with_typos("Zerstörte Häuser")
    assert written.endswith(" Häuser")


def test_umlauts_fold_to_two_letters() -> None:
    assert folded("Öl für Straßen") == "Oel fuer Strassen"
    assert PERTURBATIONS["UPPER CASE"]("Straße") == "STRASSE"


def test_a_span_is_exact_whatever_brackets_it_takes() -> None:
    line = sets.MixedLine("A street in Homs (Archiv)", "de", ((17, 25),))
    assert is_exact(line, Answer(0.9, (FoundSpan(18, 24, "de", 0.9),)), 0.5)
    assert not is_exact(line, Answer(0.9, (FoundSpan(12, 25, "de", 0.9),)), 0.5)
    assert not is_exact(line, Answer(0.4, (FoundSpan(18, 24, "de", 0.4),)), 0.5)


def test_tables_line_up() -> None:
    assert table(["judge", "F1"], [["a", "0.5"]]).splitlines() == [
        "| judge |  F1 |",
        "| ----- | --: |",
        "| a     | 0.5 |",
    ]


def test_capqa_answers_with_the_confidence_of_its_surest_span() -> None:
    foreign, english = worker.run(
        "capqa", ["Rettungskräfte suchen nach Überlebenden", "Rescuers look for survivors"]
    ).timed
    assert foreign.score == max(span.confidence for span in foreign.spans) > english.score
