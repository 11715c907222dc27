"""Count entries by file, language, status, domain and part of speech.

Exit code 0: done. 2: a glossary could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa.commands._glossary import _arguments, _printing, _scope
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from capqa.commands._glossary._scope import Scope

_WIDTH = 32


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    _scope.add_scope(parser)
    _arguments.add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the counts and return the exit code."""
    content = _content(_scope.scope_of(options))
    if options.format == "json":
        _printing.print_json(content)
    else:
        for line in _lines(content):
            print(visible(line))
    return 0


def _content(scope: Scope) -> dict[str, Any]:
    from capqa.glossary.browsing.statistics import counts

    languages = {language: counts(layers) for language, layers in scope.layers.items()}
    total = counts(layer for layers in scope.layers.values() for layer in layers)
    # One spelling in two languages is two sources.
    total = total._replace(sources=sum(each.sources for each in languages.values()))
    return {
        "target_language": scope.target_language,
        "total": total._asdict(),
        "languages": {language: each._asdict() for language, each in languages.items()},
        "files": [
            {
                "file": _arguments.shown(layer.path),
                "source_language": language,
                **counts([layer])._asdict(),
            }
            for language, layers in scope.layers.items()
            for layer in layers
        ],
    }


def _lines(content: dict[str, Any]) -> Iterator[str]:
    total = content["total"]
    yield from _section("file", [(each["file"], each) for each in content["files"]])
    yield ""
    target = content["target_language"]
    pairs = [(f"{name}-{target}", each) for name, each in content["languages"].items()]
    yield from _section("language", [*pairs, ("total", total)])
    for name in ("status", "domain", "part_of_speech"):
        yield ""
        yield f"{name.replace('_', ' '):<{_WIDTH}}{'entries':>9}"
        for value, count in total[name].items():
            yield f"{value or '(none)':<{_WIDTH}}{count:>9}"


def _section(name: str, rows: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    width = max(_WIDTH, *(len(label) for label, _ in rows)) if rows else _WIDTH
    yield f"{name:<{width}}{'entries':>9}{'sources':>9}{'replaced':>9}{'reviewed':>9}"
    for label, each in rows:
        numbers = (each[key] for key in ("entries", "sources", "replaced", "reviewed"))
        yield f"{label:<{width}}" + "".join(f"{number:>9}" for number in numbers)
