"""The arguments of `audit`, and what they amount to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from capqa import plugins
from capqa.errors import ConfigurationError
from capqa.model import Role

if TYPE_CHECKING:
    import argparse

    from capqa.audit.choices import Choices
    from capqa.config import Settings

_HTML: Final = "+html"
_MEGABYTE: Final = 1_000_000


def add(parser: argparse.ArgumentParser) -> None:
    """Add where to write, what records are made of, and how to go about it."""
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="the audit's own folder; a run that was interrupted goes on in it",
    )
    parser.add_argument(
        "--restart", action="store_true", help="remove what an earlier audit left there"
    )
    fields = parser.add_argument_group("records (of JSON lines and Parquet; else found by name)")
    fields.add_argument(
        "--text",
        action="append",
        default=[],
        metavar="FIELD[=ROLE]",
        help="a field with text, as caption, meta.caption or body=body+html; may be repeated",
    )
    for name, what in (
        ("section", "the section"),
        ("date", "the date"),
        ("page", "the address or identifier"),
    ):
        fields.add_argument(f"--{name}", metavar="FIELD", help=f"the field with {what}")
    engine = parser.add_argument_group("engine")
    engine.add_argument(
        "--engine",
        choices=plugins.names("capqa.audit.engines"),
        default="local",
        help="what runs the work: processes of this machine (default), or a cluster",
    )
    engine.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="the cluster to use, as tcp://host:8786; without it one of this machine's own",
    )
    engine.add_argument(
        "--jobs", type=int, metavar="N", help="processes at work (default one a processor)"
    )
    engine.add_argument(
        "--shard-size", type=float, metavar="MB", help="input done at once (default 2 megabytes)"
    )


def verify(options: argparse.Namespace) -> None:
    """Raise ConfigurationError for what argparse cannot know to be impossible."""
    if options.jobs is not None and options.jobs < 1:
        raise ConfigurationError(
            f"{options.jobs} jobs cannot audit anything", where="--jobs", mend="give 1 or more"
        )
    if options.shard_size is not None and not 0.001 <= options.shard_size <= 10_000:
        raise ConfigurationError(
            f"shards cannot have {options.shard_size:g} MB",
            where="--shard-size",
            mend="give 0.001 to 10000",
        )
    if options.scheduler and options.engine == "local":
        raise ConfigurationError(
            "is for a cluster", where="--scheduler", mend="name its --engine, too"
        )
    if "-" in options.paths:
        raise ConfigurationError(
            "standard input cannot be audited: a run must be able to go on",
            where="-",
            mend="name files",
        )


def choices_of(options: argparse.Namespace, settings: Settings) -> Choices:
    """Return what the audit is told. Raises ConfigurationError."""
    from dataclasses import replace

    from capqa.audit.choices import SHARD_SIZE, Choices
    from capqa.audit.fields import Fields

    fields = Fields(tuple(map(_text, options.text)), options.section, options.date, options.page)
    size = SHARD_SIZE if options.shard_size is None else round(options.shard_size * _MEGABYTE)
    # Absolute: the processes of a cluster may be somewhere else.
    glossaries = tuple(path.absolute() for path in settings.glossaries)
    choices = Choices(replace(settings, glossaries=glossaries), fields, size)
    _ = choices.configurations  # refuses what no format takes
    return choices


def _text(given: str) -> tuple[str, str]:
    from capqa.formats._content_names import content_role

    name, _, role = given.partition("=")
    role = role or content_role(name.rpartition(".")[2]) or Role.CAPTION.value
    if not name or role.removesuffix(_HTML) not in tuple(Role):
        raise ConfigurationError(
            f"{given!r} is no field with a role",
            where="--text",
            mend=f"write FIELD=ROLE, a role being one of {', '.join(Role)}, {_HTML} for HTML",
        )
    return name, str(role)
