"""What the commands that change glossaries share: whose files, who changes them, what was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from capqa import config
from capqa.commands._glossary import _arguments
from capqa.errors import ConfigurationError
from capqa.visible import visible

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping


def add_file_and_author(parser: argparse.ArgumentParser) -> None:
    """Add which file to change and who does."""
    _arguments.add_languages(parser)
    parser.add_argument(
        "--file",
        type=Path,
        metavar="PATH",
        help="the glossary (default: the project's own from capqa.toml, else glossaries/)",
    )
    parser.add_argument(
        "--by", metavar="NAME", help="who changes it (default: as Git knows you, or the login name)"
    )


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Add what tells entries of the same source apart."""
    parser.add_argument("--target", metavar="TEXT", help="the entry with exactly this target")
    parser.add_argument("--line", type=int, metavar="NUMBER", help="the entry in this line")


def own_files(source_language: str, target_language: str) -> tuple[Path, ...]:
    """Return the files of a pair that are the project's to change, named as people would."""
    from capqa.glossary.editing import choosing

    configured = config.find(Path.cwd()).glossaries
    found = choosing.own_files(source_language, target_language, configured)
    return tuple(Path(_arguments.shown(path)) for path in found)


def files_to_change(options: argparse.Namespace) -> tuple[tuple[str, str], tuple[Path, ...]]:
    """Return the language pair and the files to change, the one to add to first.

    What is not said is taken from the file's name or, where all agree, from the project's files.
    Raises ConfigurationError when that leaves no file, or the languages open.
    """
    from capqa.glossary.files import language_pair

    if options.file is not None:
        pair = language_pair(options.file)
        if pair is None:
            stem = f"{options.file.stem}.{options.lang or 'de'}-{options.target_lang or 'en'}"
            raise ConfigurationError(
                "the name states no languages",
                where=str(options.file),
                mend=f"name it like {stem}.csv",
            )
        wanted = (_arguments.source_language(options), options.target_lang)
        for stated, of_file in zip(wanted, pair, strict=True):
            if stated not in (None, of_file):
                raise ConfigurationError(
                    f"holds {pair[0]} to {pair[1]}, not {stated}",
                    where=str(options.file),
                    mend="correct --lang, --target-lang or --file",
                )
        return pair, (options.file,)
    source = _arguments.source_language(options) or _only_language(options)
    pair = (source, _arguments.target_language(options))
    files = own_files(*pair)
    if not files:
        raise ConfigurationError(
            f"no glossary from {pair[0]} to {pair[1]} is yours to change",
            mend=f"name one with --file, such as --file house.{pair[0]}-{pair[1]}.csv",
        )
    return pair, files


def history_of(sources: set[str], paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the changes of entries of some sources in glossaries, oldest first."""
    from capqa.glossary.editing import history

    found = [
        {"file": _arguments.shown(path), **record._asdict()}
        for path in paths
        for record in history.read(path)
        if sources & {record.before.get("source"), record.after.get("source")}
    ]
    return sorted(found, key=lambda each: str(each["at"]))


def line_of(change: Mapping[str, Any]) -> str:
    """Return a change of the history as one line that is safe to print."""
    what = described(change["before"], change["after"])
    who = change["by"]
    if change.get("proposed_by"):
        who += f" (proposed by {change['proposed_by']})"
    return visible(f"{change['at']} {who}: {change['action']} {what} | {change['file']}")


def described(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return what a change of a row did: the row, or the fields that differ."""
    row = after or before
    named = f"{row.get('source', '')} -> {row.get('target', '')}"
    if before and after:
        fields = dict.fromkeys((*before, *after))
        differences = [
            f"{name} {before.get(name, '')!r} to {after.get(name, '')!r}"
            for name in fields
            if before.get(name, "") != after.get(name, "")
        ]
        return f"{named} ({', '.join(differences)})"
    facts = (row.get(name, "") for name in ("status", "part_of_speech", "gender", "domain"))
    joined = ", ".join(filter(None, facts))
    return f"{named} ({joined})" if joined else named


def _only_language(options: argparse.Namespace) -> str:
    from capqa.glossary.files import language_pair

    target = _arguments.target_language(options)
    named = {
        pair[0]
        for path in config.find(Path.cwd()).glossaries
        if (pair := language_pair(path)) and pair[1] == target
    }
    if len(named) != 1:
        raise ConfigurationError("the source language is open", mend="give --lang, such as de")
    return named.pop()
