from __future__ import annotations

from benchmarks.translation.word_for_word import word_for_word
from capqa.glossary.entry import Entry
from capqa.glossary.matching import How
from capqa.translation.dictionary.dictionary import Gloss

GLOSSES = {
    "Bach": Gloss((Entry("Bach", "brook"), Entry("Bach", "stream")), How.EXACT),
    "Netz": Gloss((Entry("Netz", "net"),), How.EXACT),
}


def test_each_word_becomes_its_first_gloss_and_all_else_stays() -> None:
    assert word_for_word("Bach | Netz!", GLOSSES.get) == ("brook | net!", False)
    assert word_for_word("Bach im Irak", GLOSSES.get) == ("brook im Irak", True)
    assert word_for_word("", GLOSSES.get) == ("", False)
