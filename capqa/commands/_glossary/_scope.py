"""Which glossaries the glossary commands read: the shipped ones, the project's, those named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from capqa import config
from capqa.commands._glossary import _arguments

if TYPE_CHECKING:
    import argparse

    from capqa.glossary.browsing.layers import Layer


class Scope(NamedTuple):
    """The target language, and the layers of each source language, those that override first."""

    target_language: str
    layers: dict[str, list[Layer]]


def add_scope(parser: argparse.ArgumentParser) -> None:
    """Add the languages, and further glossaries to read."""
    _arguments.add_languages(parser)
    parser.add_argument(
        "--glossary",
        action="append",
        default=[],
        type=Path,
        metavar="PATH",
        help="a glossary file or folder that overrides the others; may be repeated",
    )


def scope_of(options: argparse.Namespace) -> Scope:
    """Return what is to be read. Raises ConfigurationError for a file that cannot be."""
    from capqa.glossary.browsing.layers import layers
    from capqa.glossary.browsing.pairs import source_languages

    extra = (*config.find(Path.cwd()).glossaries, *options.glossary)
    target = _arguments.target_language(options)
    stated = _arguments.source_language(options)
    languages = (stated,) if stated else source_languages(target, extra)
    return Scope(target, {each: layers(each, target, extra) for each in languages})
