"""What docs/webhook.md shows is what happens."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from capqa.commands import serve

if TYPE_CHECKING:
    from tests.serving.running import Served

SHOWN = (Path(__file__).parents[2] / "docs" / "webhook.md").read_text(encoding="utf-8")
EXAMPLES = [
    block for block in re.findall(r"```sh\n(.*?)```", SHOWN, re.DOTALL) if "/v1/check" in block
]
(ANSWER,) = map(json.loads, re.findall(r"```json\n(.*?)```", SHOWN, re.DOTALL))


def is_part(shown: Any, whole: Any) -> bool:
    """Return whether all that is shown is in an answer."""
    if isinstance(shown, dict):
        return all(key in whole and is_part(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return len(shown) == len(whole) and all(map(is_part, shown, whole))
    return bool(shown == whole)


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
@pytest.mark.parametrize("example", EXAMPLES, ids=["file", "json"])
def test_the_examples_are_answered_as_shown(server: Served, tmp_path: Path, example: str) -> None:
    page = "<figcaption>Irak | Befreiungsaktion Mossul</figcaption>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    command = example.replace("http://127.0.0.1:8377", server.address)
    done = subprocess.run(
        ["bash", "-euc", command], cwd=tmp_path, capture_output=True, check=True, timeout=60
    )
    assert is_part(ANSWER, json.loads(done.stdout))


def test_the_service_starts_with_options_there_are() -> None:
    (line,) = re.findall(r"ExecStart=\S+/capqa serve (.*)", SHOWN)
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    assert parser.parse_args(shlex.split(line)).token_file


def test_the_statuses_shown_are_those_described(server: Served) -> None:
    import httpx

    responses = httpx.get(f"{server.address}/openapi.json").json()["paths"]["/v1/check"]["post"]
    table = SHOWN.partition("| status |")[2].partition("\n\n")[0]
    assert set(re.findall(r"\b[45]\d\d\b", table)) == set(responses["responses"]) - {"200"}
