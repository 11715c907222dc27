"""What a newsroom writes in five minutes: langdetect on every line of every page.

Run as ``python -m benchmarks.gate.langdetect_script FOLDER``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from langdetect import DetectorFactory, LangDetectException, detect

_SHORTEST = 3


def main() -> None:
    """Print the lines that are taken for another language than English."""
    DetectorFactory.seed = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if len(line.split()) < _SHORTEST:
                continue
            try:
                language = detect(line)
            except LangDetectException:
                continue
            if language != "en":
                print(f"{path}:{number}: {language}: {line}")


if __name__ == "__main__":
    main()
