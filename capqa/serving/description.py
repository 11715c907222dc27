"""The description of the server's answers: OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from capqa import __version__
from capqa.model import Role, Severity, Verdict
from capqa.reports._finding_objects import VERSION
from capqa.serving.submissions import ENDINGS

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_PLACE = {"type": "integer", "minimum": 1}
_COUNTS = {"type": "object", "additionalProperties": _COUNT}

_REFUSALS = {
    "400": "A parameter, the name or the JSON is wrong.",
    "401": "No valid token.",
    "403": "A script of an origin that is not allowed asks.",
    "408": "The body did not arrive in time.",
    "413": "The body is too large.",
    "415": "The body is a form or packed.",
    "421": "The Host is not this server's.",
    "422": "The document cannot be read: it must not pass the gate.",
    "500": "A defect, or broken settings; the log says more.",
    "503": "Too many documents wait, or what is passed over cannot be read; Retry-After says "
    "when to send it again.",
}


def description() -> dict[str, Any]:
    """Return the description as JSON data."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "capqa",
            "version": __version__,
            "summary": "Finds what was left untranslated on finished pages.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/v1/check": {"post": _check()},
            "/health": {"get": _reading("health", "Whether the server answers.", _HEALTH)},
            "/openapi.json": {"get": _reading("openapi", "This description.", {"type": "object"})},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Report": _REPORT,
                "Finding": _FINDING,
                "Evidence": _EVIDENCE,
                "Suggestion": _SUGGESTION,
                "Message": _object(path=_TEXT, message=_TEXT),
                "Problem": _PROBLEM,
            },
        },
    }


def _check() -> dict[str, Any]:
    binary = {"schema": {"type": "string", "format": "binary"}}
    submitted = _object(
        filename={"type": "string", "description": "Its ending tells the format."},
        text={"type": "string", "description": "The document."},
    )
    return {
        "operationId": "check",
        "summary": "Check a document.",
        "description": "The body is the document as it is stored, or JSON with its name and text.",
        "security": [{"token": []}, {}],
        "parameters": [
            _parameter("filename", _TEXT, "The document's name; its ending tells the format."),
            _parameter("target", _TEXT, "The language the page is published in."),
            _parameter(
                "min_confidence",
                {"type": "number", "minimum": 0, "maximum": 1},
                "Report findings from this confidence on.",
            ),
            {
                "name": "Content-Disposition",
                "in": "header",
                "description": 'The name, if not in the query: attachment; filename="page.html".',
                "schema": _TEXT,
            },
        ],
        "requestBody": {
            "required": True,
            "content": {
                **dict.fromkeys(ENDINGS, binary),
                "application/octet-stream": binary,
                "application/json": {"schema": submitted},
            },
        },
        "responses": {
            "200": _answer("The findings, possibly none.", _reference("Report")),
            **{
                status: _answer(text, _reference("Problem"), "application/problem+json")
                for status, text in _REFUSALS.items()
            },
        },
    }


def _reading(name: str, text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"operationId": name, "summary": text, "responses": {"200": _answer(text, schema)}}


def _answer(
    text: str, schema: dict[str, Any], media_type: str = "application/json"
) -> dict[str, Any]:
    return {
        "description": text,
        "headers": {"X-Request-Id": {"schema": _TEXT, "description": "Stands in the log, too."}},
        "content": {media_type: {"schema": schema}},
    }


def _parameter(name: str, schema: dict[str, Any], text: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": text, "schema": schema}


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _choice(values: Any) -> dict[str, Any]:
    return {"type": "string", "enum": [each.value for each in values]}


_HEALTH = _object(status={"const": "ok"}, version=_TEXT)

_PROBLEM = _object(
    type=_TEXT,
    title=_TEXT,
    status={"type": "integer"},
    detail={"type": "string", "description": "One line: what is wrong and how to mend it."},
    request_id=_TEXT,
)

_EVIDENCE = _object(
    text=_TEXT,
    start=_COUNT,
    end=_COUNT,
    kind=_TEXT,
    weight={"type": "number", "description": "Log-odds in nats for the finding's language."},
    detail=_TEXT,
)

_SUGGESTION = _object(
    text=_TEXT,
    origin=_TEXT,
    compliant={"type": "boolean", "description": "Every term and check was verified."},
    alternatives=_list(_TEXT),
    unknown=_list(_TEXT),
    terms=_list(_object(source=_TEXT, target=_TEXT, verdict=_choice(Verdict))),
    checks=_list(_object(name=_TEXT, passed={"type": "boolean"}, message=_TEXT)),
    parts=_list(_object(start=_COUNT, end=_COUNT, target=_TEXT, origin=_TEXT, detail=_TEXT)),
)

_FINDING = _object(
    rule=_TEXT,
    path=_TEXT,
    line=_PLACE,
    column={**_PLACE, "description": "In code points."},
    end_line=_PLACE,
    end_column={**_PLACE, "description": "Exclusive."},
    offset={**_COUNT, "description": "In code points of the decoded document."},
    end_offset=_COUNT,
    locator=_TEXT,
    text=_TEXT,
    segment=_TEXT,
    role=_choice(Role),
    language=_TEXT,
    confidence={"type": "number"},
    severity=_choice(Severity),
    message=_TEXT,
    fingerprint={"type": "string", "description": "Stays when the document changes elsewhere."},
    evidence=_list(_reference("Evidence")),
    suggestion={"oneOf": [_reference("Suggestion"), {"type": "null"}]},
)

_REPORT = _object(
    version={"const": VERSION},
    findings=_list(_reference("Finding")),
    errors=_list(_reference("Message")),
    notes=_list(_reference("Message")),
    statistics={
        "type": "object",
        "additionalProperties": {"oneOf": [_COUNT, _COUNTS]},
    },
    summary=_object(files=_COUNT, findings=_COUNT, errors=_COUNT),
)
