"""Show what all glossaries say of a term, and which of it holds.

A project's glossary replaces what shipped ones say of the same source; the winner is marked.
Exit code 0: found. 1: not found. 2: a glossary could not be read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa import config
from capqa.commands._glossary import _arguments
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse

    from capqa.glossary.browsing.standing import Standing
    from capqa.glossary.entry import Entry


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="the term, or a variant of it")
    _arguments.add_languages(parser)
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the entries of a term and return the exit code."""
    from capqa.glossary.browsing.pairs import source_languages
    from capqa.glossary.browsing.standing import standings

    extra = config.find(Path.cwd()).glossaries
    target = _arguments.target_language(options)
    stated = _arguments.source_language(options)
    found = {
        language: standings(options.source, language, target, extra)
        for language in ((stated,) if stated else source_languages(target, extra))
    }
    found = {language: entries for language, entries in found.items() if entries}
    if options.format == "json":
        import json

        content = {
            "source": options.source,
            "target_language": target,
            "languages": {name: list(map(_content, each)) for name, each in found.items()},
        }
        print(json.dumps(content, indent=2, ensure_ascii=False))
    else:
        print("\n\n".join(_text(name, target, each) for name, each in found.items()), end="")
        if found:
            print()
        else:
            where = f"{stated or 'any language'} to {target}"
            print(f"capqa: no glossary has {visible(options.source)!r} ({where})", file=sys.stderr)
    return 0 if found else 1


def _text(language: str, target: str, found: list[Standing]) -> str:
    return "\n".join([f"{language}-{target}", *map(_line, found)])


def _line(standing: Standing) -> str:
    entry = standing.entry
    mark = ">" if standing.wins else " "
    facts = [entry.status.value, entry.part_of_speech, entry.gender, entry.domain]
    line = f"{mark} {entry.source} -> {entry.target} ({', '.join(filter(None, facts))})"
    if entry.variants:
        line += f" also {'; '.join(entry.variants)}"
    if entry.note:
        line += f" | {entry.note}"
    if entry.reference:
        line += f" | {entry.reference}"
    if not standing.in_force:
        line += " | replaced by a later glossary"
    return visible(f"{line}  {_place(entry)}")


def _content(standing: Standing) -> dict[str, Any]:
    entry = standing.entry
    return {
        "source": entry.source,
        "target": entry.target,
        "part_of_speech": entry.part_of_speech,
        "gender": entry.gender,
        "status": entry.status.value,
        "domain": entry.domain,
        "variants": list(entry.variants),
        "note": entry.note,
        "reference": entry.reference,
        "reviewed": entry.reviewed,
        "file": _arguments.shown(entry.file),
        "line": entry.row,
        "in_force": standing.in_force,
        "wins": standing.wins,
    }


def _place(entry: Entry) -> str:
    return f"{_arguments.shown(entry.file)}:{entry.row}"
