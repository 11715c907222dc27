"""Fuzzes one format with atheris, which is guided by the code that runs; started by `__main__`."""

from __future__ import annotations

import sys

import atheris

from tests.formats.samples import path_of


def _fuzz(format_: str, arguments: list[str]) -> None:
    with atheris.instrument_imports(include=["capqa"]):
        from tests.fuzz.target import target_for

        tried = target_for(format_)
        # What a format imports where it is used is instrumented, too.
        tried(path_of(format_).read_bytes())
    atheris.Setup([sys.argv[0], *arguments], tried)
    atheris.Fuzz()


if __name__ == "__main__":
    _fuzz(sys.argv[1], sys.argv[2:])
