"""ExifTool, run as a program of its own on a copy of a photo.

Nothing from outside stands on its command line but tags of ours and languages of a strict shape;
values go through files, and no configuration of the user's is read.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM: Final = "exiftool"

_SECONDS = 120
_BEFORE, _AFTER = "before.jpg", "after.jpg"
# Groups that tell of the file and not of its metadata, or are computed from it.
_NO_METADATA = ("SourceFile", "ExifTool:", "System:", "File:", "Composite:")


class Rewritten(NamedTuple):
    """A photo's new bytes, and all its metadata before and after, sorted, as tag and value."""

    data: bytes
    before: list[tuple[str, str]]
    after: list[tuple[str, str]]


def rewritten(
    data: bytes,
    tags: Mapping[str, Sequence[str]],
    charsets: Mapping[str, str],
    name: str,
    *,
    any_length: bool = False,
) -> Rewritten:
    """Return a photo with tags set to values, more than one for a list.

    ``charsets`` says, by the kind of metadata, in which encoding those are that do not tell;
    ``any_length`` lets values through that are longer than IPTC allows. Raises CapqaError when
    exiftool is not installed or does not do it.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise CapqaError(
            "needs exiftool to be written",
            where=name,
            mend="install it (apt install libimage-exiftool-perl, brew install exiftool, "
            "or from exiftool.org), or change the field in a picture editor",
        )
    with tempfile.TemporaryDirectory(prefix="capqa-") as temporary:
        folder = Path(temporary)
        (folder / _BEFORE).write_bytes(data)
        # An empty configuration must come first.
        arguments = ["-config", "", "-charset", "UTF8", *(["-m"] if any_length else [])]
        for kind, charset in charsets.items():
            arguments += ["-charset", f"{kind}={charset}"]
        number = 0
        for tag, values in tags.items():
            for value in values:
                number += 1
                (folder / f"{number}.txt").write_bytes(value.encode("utf-8"))
                arguments.append(f"-{tag}<={number}.txt")
        _run(program, [*arguments, "-o", _AFTER, _BEFORE], folder, name)
        try:
            after = (folder / _AFTER).read_bytes()
        except OSError as error:
            raise _failed("wrote no file", name) from error
        listing = ["-config", "", "-json", "-G1", "-a", "-u", "-struct", "-b", "-charset", "UTF8"]
        output = _run(program, [*listing, _BEFORE, _AFTER], folder, name)
        try:
            # As pairs: the same tag may come twice.
            first, second = json.loads(output, object_pairs_hook=list)
            return Rewritten(after, _metadata(first), _metadata(second))
        except (ValueError, TypeError) as error:
            raise _failed("gave no list of the metadata", name) from error


def _run(program: str, arguments: Sequence[str], folder: Path, name: str) -> str:
    try:
        done = subprocess.run(
            [program, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(f"did not finish within {_SECONDS} seconds", name) from error
    except OSError as error:
        raise _failed(f"cannot be run ({error.strerror})", name) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(f"says {said[0][:200]!a}" if said else "failed", name)
    return done.stdout.decode("utf-8", "replace")


def _metadata(pairs: Sequence[tuple[str, object]]) -> list[tuple[str, str]]:
    return sorted(
        (key, json.dumps(value)) for key, value in pairs if not key.startswith(_NO_METADATA)
    )


def _failed(what: str, name: str) -> CapqaError:
    return CapqaError(f"exiftool {what}", where=name, mend="change the field in a picture editor")
