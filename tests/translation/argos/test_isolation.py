from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from capqa.glossary.termbase import Termbase
from capqa.translation.engine import TranslationRequest
from capqa.translation.engines.argos import ArgosEngine
from capqa.translation.lexicon.knowledge import nothing
from capqa.translation.lexicon.lexicon import Lexicons

engine = ArgosEngine(Lexicons(Termbase(), nothing()))
BEFORE
print(engine.translate([TranslationRequest("Kinder in Rom", "de", "en")])[0].text)
print(*sorted(name for name in sys.modules if sys.modules[name] is not None))
"""


def run(before: str = "") -> tuple[str, Sequence[str]]:
    program = textwrap.dedent(PROGRAM).replace("BEFORE", before)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    text, modules = done.stdout.splitlines()
    return text, modules.split()


@pytest.mark.usefixtures("packages")
def test_nothing_unwanted_is_ever_loaded() -> None:
    text, modules = run()
    assert text == "Children in Rome"
    unwanted = {"minisbd", "onnxruntime", "stanza", "spacy", "torch", "transformers"}
    assert not unwanted & {name.partition(".")[0] for name in modules}
    # Its package module asks an index on the network, its settings create folders.
    argos = {name for name in modules if name.startswith("argostranslate")}
    assert argos == {"argostranslate", "argostranslate.tokenizer"}


def test_no_folder_appears_in_the_home(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(home))
    run()
    assert list(home.iterdir()) == []
    assert packages.is_dir()


def test_creating_the_engine_and_asking_what_it_supports_loads_nothing_heavy(
    packages: Path,
) -> None:
    check = (
        "assert engine.supports('de', 'en')\n"
        "heavy = {'argostranslate', 'ctranslate2', 'numpy', 'sentencepiece'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    assert packages.is_dir()
    assert run(check)[0] == "Children in Rome"


ORIGINAL = '''
import types
import sentencepiece

class SentencePieceTokenizer:
    """As in argostranslate 1.9, before the fork."""
    def __init__(self, model_file):
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(model_file))
    def encode(self, sentence):
        return self.processor.encode(sentence, out_type=str)
    def decode(self, tokens):
        return "".join(tokens).replace("\\u2581", " ")

class BPETokenizer:
    pass

package = types.ModuleType("argostranslate")
package.__path__ = []
module = types.ModuleType("argostranslate.tokenizer")
module.SentencePieceTokenizer = SentencePieceTokenizer
module.BPETokenizer = BPETokenizer
sys.modules["argostranslate"] = package
sys.modules["argostranslate.tokenizer"] = module
'''


@pytest.mark.usefixtures("packages")
def test_the_tokenizer_of_the_original_argostranslate_serves_as_well() -> None:
    assert run(ORIGINAL)[0] == "Children in Rome"
