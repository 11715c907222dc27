"""Write a capqa.toml with the settings of this project, each explained.

Exit code 0: written. 2: there is one already, or it cannot be written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from capqa.config import FILES
from capqa.errors import CapqaError

if TYPE_CHECKING:
    import argparse

CONTENT = """\
# The settings of capqa; `capqa rules` lists the rules. What is commented out is the default.

# The language the pages are published in.
target = "{target}"

# Report fragments in these languages only.
# languages = ["de", "fr"]

# Report findings from this confidence on, 0 to 1.
# min-confidence = 0.65

# Glossaries that go before the shipped ones: files such as house.de-{target}.csv, or folders.
{glossaries}

# Names and phrases that are right as they stand, here or one a line in files.
# allow = ["Deutsche Welle"]
# allow-files = ["names.txt"]

# What is not checked: patterns as in .gitignore, and roles such as "navigation" left out.
# exclude = ["drafts/"]
# roles = ["caption", "alt", "headline", "body", "meta", "cue", "credit", "byline", "navigation"]

# From which severity on the check fails: "note", "warning" or "error".
# fail-on = "warning"

# Findings that are known and do not fail; make it with `capqa check --update-baseline`.
# baseline = "capqa-baseline.json"

# Where reviews keep their decisions: a file, or a database that a desk shares. A password belongs
# in $PGPASSWORD, or the whole address in $CAPQA_SESSION.
# session = "postgresql://desk@server/capqa"

# How grave a rule's findings are: "off", "note", "warning" or "error".
# [rules]
# untranslated = "error"

# Other settings for some files.
# [[overrides]]
# files = ["archive/"]
# min-confidence = 0.9
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument(
        "--target",
        default="en",
        metavar="LANGUAGE",
        help='the language of the pages (default "en")',
    )


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    from capqa.config import Settings
    from capqa.config.verifying import verify
    from capqa.files import atomic

    path = Path(FILES[0])
    verify(Settings(target=options.target), "command line")
    folder = "glossaries"
    found = any(Path(folder).glob(f"*-{options.target}.csv"))
    glossaries = f'{"" if found else "# "}glossaries = ["{folder}"]'
    content = CONTENT.format(target=options.target, glossaries=glossaries)
    try:
        atomic.create(path, content.encode())
    except FileExistsError:
        raise CapqaError("is there already", where=str(path), mend="edit it") from None
    except OSError as error:
        raise CapqaError(
            f"cannot be written: {error.strerror}", where=str(path), mend="check the folder"
        ) from error
    print(f"wrote {path}; now run: capqa check .")
    return 0
