"""Show what all glossaries say of a term, and which of it holds.

A project's glossary replaces what shipped ones say of the same source; > marks what is proposed.
Exit code 0: found. 1: not found. 2: a glossary could not be read.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from capqa.commands._glossary import _arguments, _changes, _printing, _scope
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from capqa.commands._glossary._scope import Scope
    from capqa.glossary.browsing.standing import Standing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("source", metavar="SOURCE", help="the term, or a variant of it")
    parser.add_argument("--history", action="store_true", help="show who changed it, when and how")
    _scope.add_scope(parser)
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the entries of a term and return the exit code."""
    scope = _scope.scope_of(options)
    found = [_of_language(options, scope, language) for language in scope.layers]
    found = [each for each in found if each["entries"] or each.get("history")]
    if options.format == "json":
        content = {"source": options.source, "target_language": scope.target_language}
        languages = {each.pop("language"): _content(each) for each in found}
        _printing.print_json({**content, "languages": languages})
    for at, each in enumerate(found if options.format == "text" else ()):
        if at:
            print()
        print(f"{each['language']}-{scope.target_language}")
        for line in _lines(each):
            print(line)
    if not found:
        where = f"{options.lang or 'any language'} to {scope.target_language}"
        print(f"capqa: no glossary has {visible(options.source)!r} ({where})", file=sys.stderr)
    return 0 if found else 1


def _of_language(options: argparse.Namespace, scope: Scope, language: str) -> dict[str, Any]:
    from capqa.glossary.browsing.standing import standings

    layers = scope.layers[language]
    found = standings(options.source, layers, language)
    content: dict[str, Any] = {"language": language, "entries": found}
    if options.history:
        paths = {layer.path.resolve(): layer.path for layer in layers}
        for path in _changes.own_files(language, scope.target_language):
            paths.setdefault(path.resolve(), path)
        sources = {options.source, *(each.entry.source for each in found)}
        content["history"] = _changes.history_of(sources, paths.values())
    return content


def _content(found: dict[str, Any]) -> dict[str, Any]:
    entries = [
        {**_printing.content(each.entry, in_force=each.in_force), "wins": each.wins}
        for each in found["entries"]
    ]
    return {**found, "entries": entries}


def _lines(found: dict[str, Any]) -> Iterator[str]:
    entries: list[Standing] = found["entries"]
    for each in entries:
        mark = ">" if each.wins else " "
        line = _printing.line(each.entry, in_force=each.in_force)
        yield f"{mark} {line} | {_printing.place(each.entry)}"
    if "history" in found:
        yield "history" if found["history"] else "no history"
        yield from (f"  {_changes.line_of(each)}" for each in found["history"])
