"""The arguments several glossary commands share, and how they name languages and places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from capqa import config
from capqa.errors import ConfigurationError

if TYPE_CHECKING:
    import argparse

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def add_languages(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Add the languages of the glossary."""
    parser.add_argument(
        "--lang",
        required=required,
        metavar="LANGUAGE",
        help="the language of the source terms, such as de" + ("" if required else "; default all"),
    )
    parser.add_argument(
        "--target-lang",
        metavar="LANGUAGE",
        help="the language they are translated to (default: target in capqa.toml, else en)",
    )


def add_format(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add the choice of text or JSON."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print (default text)"
    )


def source_language(options: argparse.Namespace) -> str | None:
    """Return the source language asked for, None for all. Raises ConfigurationError."""
    return None if options.lang is None else _language(options.lang, "--lang")


def target_language(options: argparse.Namespace) -> str:
    """Return the target language asked for, else the project's. Raises ConfigurationError."""
    if options.target_lang is None:
        return config.find(Path.cwd()).target
    return _language(options.target_lang, "--target-lang")


def shown(path: Path | str) -> str:
    """Return how to name a file: from the working directory where it lies below it."""
    try:
        return str(Path(path).absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _language(code: str, argument: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise ConfigurationError(
            f"{code!r} is no language code",
            where=argument,
            mend="give two or three lower-case letters, such as de",
        )
    return code
