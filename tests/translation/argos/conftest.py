from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

ARCHIVE = Path(__file__).parents[2] / "fixtures" / "argos" / "translate-de_en-capqa.argosmodel"
FOLDER = "translate-de_en-capqa"


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A packages folder with the fixture package, as ARGOS_PACKAGES_DIR."""
    folder = tmp_path / "packages"
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(folder)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


def copy_package(packages: Path, source: str, target: str, version: str = "1.9") -> Path:
    """Copy the fixture package under other languages; its model stays German to English."""
    copy = packages / f"translate-{source}_{target}"
    shutil.copytree(packages / FOLDER, copy)
    metadata = json.loads((copy / "metadata.json").read_text(encoding="utf-8"))
    metadata |= {"from_code": source, "to_code": target, "package_version": version}
    (copy / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return copy
