from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.translation.argos.conftest import ARCHIVE, FOLDER

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The fixture's model as ct2-opus-mt-converter lays one out: one folder, two tokenizers."""
    folder = tmp_path / "opus-mt-de-en"
    folder.mkdir()
    with zipfile.ZipFile(ARCHIVE) as archive:
        for name in ("model.bin", "shared_vocabulary.json"):
            (folder / name).write_bytes(archive.read(f"{FOLDER}/model/{name}"))
        config = json.loads(archive.read(f"{FOLDER}/model/config.json"))
        tokenizer = archive.read(f"{FOLDER}/sentencepiece.model")
    config["add_source_eos"] = True
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(tokenizer)
    return folder
