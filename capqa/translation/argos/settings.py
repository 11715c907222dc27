"""The user's Argos settings, read the way argostranslate reads them but without its side effects.

An environment variable goes before the same key in ``argos-translate/settings.json``.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from capqa.errors import EngineError


def packages_directory() -> Path:
    """Return the folder where argostranslate keeps its packages; it need not exist."""
    return Path(
        _setting("ARGOS_PACKAGES_DIR") or _base("XDG_DATA_HOME", ".local/share", "packages")
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """How CTranslate2 is to run; the number of threads 0 leaves the choice to CTranslate2."""

    device: str
    compute_type: str
    inter_threads: int
    intra_threads: int
    beam_size: int

    @classmethod
    def read(cls) -> Settings:
        """Return the settings in force; EngineError where a number is none."""
        compute_type = _setting("ARGOS_COMPUTE_TYPE") or "auto"
        return cls(
            device=_setting("ARGOS_DEVICE_TYPE") or "cpu",
            compute_type="default" if compute_type == "auto" else compute_type,
            inter_threads=_number("ARGOS_INTER_THREADS", 1, least=1),
            intra_threads=_number("ARGOS_INTRA_THREADS", 0, least=0),
            beam_size=_number("ARGOS_BEAM_SIZE", 4, least=1),
        )


def _number(key: str, default: int, *, least: int) -> int:
    value = _setting(key) or str(default)
    if not value.isdecimal() or int(value) < least:
        raise EngineError(
            f"{value!r} is not a whole number from {least}",
            where=key,
            mend="correct it in the environment or in Argos Translate's settings.json",
        )
    return int(value)


def _setting(key: str) -> str:
    value: object = os.environ.get(key)
    if value is None:
        value = _settings_file().get(key)
    return "" if value is None else str(value)


def _settings_file() -> dict[str, object]:
    path = _base("XDG_CONFIG_HOME", ".config", "settings.json")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        # argostranslate goes on without the file too.
        return {}
    return content if isinstance(content, dict) else {}


def _base(variable: str, default: str, name: str) -> Path:
    base = os.environ.get(variable)
    return (Path(base) if base else _home() / default) / "argos-translate" / name


def _home() -> Path:
    snap = os.environ.get("SNAP_USER_DATA") if "SNAP" in os.environ else None
    # expanduser, unlike Path.home, does not raise for a user without a home.
    return Path(snap or os.path.expanduser("~"))
