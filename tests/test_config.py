from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from capqa import config
from capqa.config import Settings
from capqa.errors import ConfigurationError
from capqa.model import Severity

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert config.find(tmp_path) == Settings()


def test_the_nearest_file_upwards_holds_and_paths_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "capqa.toml").write_text('target = "de"\nglossaries = ["terms"]\n')
    inner = tmp_path / "pages" / "today"
    inner.mkdir(parents=True)
    assert config.find(inner) == Settings(
        target="de", glossaries=(tmp_path / "terms",), file=tmp_path / "capqa.toml"
    )
    assert config.find(inner).folder == tmp_path


def test_each_engine_has_a_table_of_options(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.capqa.engine.libretranslate]\n"
        'url = "http://127.0.0.1:5000"\ntimeout = 2.5\nretries = 0\n'
        '[tool.capqa.engine.memory]\npath = "log"\n'
    )
    assert config.find(tmp_path).engine_tables == (
        (
            "libretranslate",
            (("url", "http://127.0.0.1:5000"), ("timeout", 2.5), ("retries", 0)),
        ),
        ("memory", (("path", "log"),)),
    )


def test_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "capqa.toml").write_text('target = "de"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nkey = 1\n")
    assert config.find(inner).target == "de"


def test_pyproject_table_holds(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.capqa]\nengines = ["glossary"]\n')
    assert config.find(tmp_path).engines == ("glossary",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('tarjet = "de"', "unknown setting 'tarjet'; did you mean 'target'?"),
        ("frobnicate = 1", "unknown setting 'frobnicate'; use target"),
        ("target = 1", "'target' is 1"),
        ('target = "German"', "'German' is no language code"),
        ("min-confidence = true", "'min-confidence' is True"),
        ("min-confidence = 1.5", "a confidence of 1.5 is not possible"),
        ('rules = "untranslated"', "'rules' is 'untranslated'"),
        ("rules = []", "no rule is on"),
        ("glossaries = [1]", "'glossaries' is [1]"),
        ("target = ", "not TOML"),
        ('engine = "argos"', "'engine' is not usable; it must be tables such as [engine.memory]"),
        ("[engine]\nkey = 1", "'engine.key' is not usable; it must be a table named after an"),
        ("[engine.argos]\nx = true", "'engine.argos.x' is not usable; it must be a text or"),
        ("[engine.argos]\nx = [1]", "'engine.argos.x' is not usable"),
        ("[engines.argos]", "'engines' is {'argos': {}}; it must be a list of strings"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "capqa.toml").write_text(content + "\n")
    with pytest.raises(ConfigurationError) as raised:
        config.find(tmp_path)
    message = str(raised.value)
    assert said in message
    assert str(tmp_path / "capqa.toml") in message
    assert "\n" not in message
    assert "secret" not in message


def test_not_utf_8_is_said(tmp_path: Path) -> None:
    (tmp_path / "capqa.toml").write_bytes(b'target = "\xff"\n')
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        config.find(tmp_path)


def test_the_command_line_goes_on_top_and_its_glossaries_at_the_end(tmp_path: Path) -> None:
    base = Settings(target="de", min_confidence=0.2, glossaries=(tmp_path / "a",))
    changed = config.overridden(base, min_confidence=0.9, glossaries=[tmp_path / "b"])
    assert changed == Settings(
        target="de", min_confidence=0.9, glossaries=(tmp_path / "a", tmp_path / "b")
    )


def test_rules_may_be_off_or_of_another_severity(tmp_path: Path) -> None:
    (tmp_path / "capqa.toml").write_text('[rules]\nuntranslated = "note"\ndoubled-word = "off"\n')
    assert config.find(tmp_path).severities == (
        ("untranslated", Severity.NOTE),
        ("doubled-word", None),
    )


def test_the_session_is_a_file_beside_the_settings_or_a_database(tmp_path: Path) -> None:
    for said, held in (
        ("desk.sqlite3", str(tmp_path / "desk.sqlite3")),
        ("/srv/desk.sqlite3", "/srv/desk.sqlite3"),
        ("postgresql://desk@server/capqa", "postgresql://desk@server/capqa"),
    ):
        (tmp_path / "capqa.toml").write_text(f'session = "{said}"\n')
        assert config.find(tmp_path).session == held


def test_overrides_hold_for_their_files_and_the_last_one_wins(tmp_path: Path) -> None:
    (tmp_path / "capqa.toml").write_text(
        'min-confidence = 0.5\nallow = ["One"]\n'
        '[[overrides]]\nfiles = ["sport/", "*.vtt"]\nmin-confidence = 0.8\nallow = ["Two"]\n'
        '[[overrides]]\nfiles = ["sport/today/**"]\nmin-confidence = 0.9\ntarget = "de"\n'
    )
    settings = config.find(tmp_path)

    def held(name: str) -> tuple[float | None, str, tuple[str, ...]]:
        found = settings.for_file(str(tmp_path / name))
        return found.min_confidence, found.target, found.allow

    assert held("news/a.txt") == (0.5, "en", ("One",))
    assert held("sport/a.txt") == held("news/b.vtt") == (0.8, "en", ("One", "Two"))
    assert held("sport/today/a.txt") == (0.9, "de", ("One", "Two"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[rules]\nuntranslated = "eror"', "is set to 'eror'; did you mean 'error'?"),
        ("[rules]\nuntranslated = 1", "is set to 1; it must be one of off, error"),
        ('roles = ["captoin"]', "no role is called 'captoin'; did you mean 'caption'?"),
        ("roles = []", "no role is on"),
        ('languages = ["German"]', "'German' is no language code"),
        ('fail-on = "all"', "'fail-on' is 'all'; it must be one of error"),
        ("baseline = 1", "'baseline' is 1; it must be a text"),
        ('allow-files = ["nowhere.txt"]', "nowhere.txt: cannot be read"),
        ('allow = [" "]', "an allowed phrase is empty"),
        ("session = 1", "'session' is not usable; it must be a file, or a database"),
        ('session = " "', "'session' is not usable"),
        ('session = "postgresql://[h/d"', "'session' is not usable"),
        ('session = "postgresql://u:secret@h/d"', "'session' holds a password"),
        ('session = "postgresql://u@h/d?password=secret"', "set PGPASSWORD, or set CAPQA_SESSION"),
        ("overrides = 1", "'overrides' is 1"),
        ('[[overrides]]\ntarget = "de"', "an override is for no files"),
        ('[[overrides]]\nfiles = ["a"]\nfail-on = "error"', "unknown setting 'fail-on'"),
        ('[[overrides]]\nfiles = ["a"]\nmin-confidence = 2', "a confidence of 2.0"),
        ("format = 1", "'format' is not usable; it must be tables such as [format.json]"),
        ("[format.json]\nx = [1]", "'format.json.x' is not usable"),
    ],
)
def test_what_is_wrong_with_the_gate_is_said_in_one_line(
    tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "capqa.toml").write_text(content + "\n")
    with pytest.raises(ConfigurationError) as raised:
        config.find(tmp_path)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
