"""What `capqa init` writes is what the settings take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from capqa import config
from capqa.__main__ import main
from capqa.config.reading import KEYS
from capqa.model import Role, Severity


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_file_as_written_holds() -> None:
    assert main(["init", "--target", "de"]) == 0
    settings = config.find(Path.cwd())
    assert (settings.target, settings.glossaries) == ("de", ())


def test_glossaries_that_are_there_are_used() -> None:
    Path("glossaries").mkdir()
    Path("glossaries/house.de-en.csv").write_text("source,target\nHaus,house\n")
    main(["init"])
    assert config.find(Path.cwd()).glossaries == (Path.cwd() / "glossaries",)


def test_every_setting_is_explained_and_what_is_commented_out_may_be_said() -> None:
    main(["init"])
    path = Path("capqa.toml")
    content = re.sub(r"^# (?=[a-z-]+ = |\[)", "", path.read_text(), flags=re.MULTILINE)
    assert all(re.search(rf"^\[*{key}\b", content, re.MULTILINE) for key in set(KEYS) - _OTHERS)
    path.write_text(content)
    Path("names.txt").write_text("# Brands\nSpiegel Online\n")
    settings = config.find(Path.cwd())
    assert settings.roles == tuple(
        sorted(Role, key=lambda role: settings.roles.index(role) if settings.roles else 0)
    )
    assert settings.fail_on is Severity.WARNING
    assert settings.allow == ("Deutsche Welle", "Spiegel Online")
    assert settings.for_file("archive/a.txt").min_confidence == 0.9


_OTHERS = {"engines", "engine", "format", "files"}
