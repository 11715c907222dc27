"""The description holds for what is answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import openapi_spec_validator
from jsonschema import Draft202012Validator

from tests.serving.test_refusing import post

if TYPE_CHECKING:
    from tests.serving.running import Served

TESTS = Path(__file__).parents[1]
SEED = TESTS.parent / "seeds" / "dw-mosul.txt"
GERMAN = TESTS / "commands/cases/german-page-against-english/input/seite.txt"


def described(server: Served) -> dict[str, Any]:
    answer = httpx.get(f"{server.address}/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def schema(description: dict[str, Any], name: str) -> Draft202012Validator:
    return Draft202012Validator({**description, "$ref": f"#/components/schemas/{name}"})


def test_it_is_openapi(server: Served) -> None:
    openapi_spec_validator.validate(described(server))


def test_answers_are_as_described(server: Served) -> None:
    description = described(server)
    report = schema(description, "Report")
    report.validate(post(server, "?filename=a.txt", content=SEED.read_bytes()).json())
    report.validate(post(server, "?filename=a.txt", content=b"Nothing here.").json())
    noted = post(server, "?filename=a.txt", content=GERMAN.read_bytes()).json()
    assert noted["notes"]
    report.validate(noted)
    assert not report.is_valid({})
    problem = schema(description, "Problem")
    problem.validate(post(server).json())
    problem.validate(httpx.get(f"{server.address}/nowhere").json())


def test_the_statuses_described_are_those_there_are(server: Served) -> None:
    responses = described(server)["paths"]["/v1/check"]["post"]["responses"]
    tested = {"200", "400", "401", "403", "408", "413", "415", "421", "422", "503"}
    assert set(responses) == {*tested, "500"}
