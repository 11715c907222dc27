"""Findings as SARIF 2.1.0, with fixes, for code scanning and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from capqa import __version__
from capqa.reports import _prose
from capqa.reports._fixes import fixes
from capqa.reports._json_text import dump_for_others
from capqa.reports._notes import notes
from capqa.reports._paths import uri
from capqa.reports._regions import Regions
from capqa.reports._rule_texts import rule_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from capqa.model import Finding, Suggestion
    from capqa.pipeline import CheckedFile
    from capqa.reports import ReportOptions
    from capqa.reports._regions import Region

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
_RUN = {
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\r\n", "\n", "\r"],
    "originalUriBaseIds": {
        _BASE: {
            "description": {"text": "The root of the repository, or the folder that capqa ran in."}
        }
    },
}


def render(files: Iterable[CheckedFile], options: ReportOptions) -> Iterator[str]:
    """Yield the log; results are written as their files are checked, the tool comes last."""
    run = dump_for_others(_RUN)[1:-1]
    yield f'{{\n"version": "2.1.0",\n"$schema": "{_SCHEMA}",\n"runs": [{{\n{run},\n"results": ['
    rules: dict[str, int] = {}
    notifications: list[dict[str, Any]] = []
    successful = True
    separator = "\n"
    for file in files:
        if file.error:
            successful = False
            notifications.append(_notification("error", file.name, file.error))
            continue
        notifications += (_notification("note", file.name, note) for note in notes(file))
        for result in _results(file, rules):
            yield separator + dump_for_others(result)
            separator = ",\n"
    invocation: dict[str, Any] = {"executionSuccessful": successful}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    yield f'\n],\n"invocations": {dump_for_others([invocation])},\n'
    yield f'"tool": {dump_for_others({"driver": _driver(rules)})}\n}}]\n}}\n'


def _results(file: CheckedFile, rules: dict[str, int]) -> Iterator[dict[str, Any]]:
    regions = Regions(file)
    artifact = _artifact(file.name)
    found = zip(file.findings, file.suggestions, fixes(file), strict=True)
    for finding, suggestion, fix in found:
        region = regions.of(finding)
        properties: dict[str, Any] = {
            "confidence": round(finding.confidence, 4),
            "language": finding.language,
            "role": finding.segment.role.value,
            "text": finding.text,
        }
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": rules.setdefault(finding.rule, len(rules)),
            "level": finding.severity.value,
            "rank": round(100 * min(max(finding.confidence, 0), 1), 2),
            "message": {"text": _message("\n".join(_prose.lines(finding, suggestion)))},
            "locations": [_location(finding, artifact, _region(region, regions.text(region)))],
            "partialFingerprints": {"capqa/v1": finding.fingerprint},
            "properties": properties,
        }
        if suggestion is not None:
            properties["proposal"] = suggestion.text
            properties["compliant"] = suggestion.compliant
            if fix is not None:
                deleted = _region(regions.between(fix.span))
                result["fixes"] = [_fix(finding, suggestion, artifact, deleted, fix.text)]
        yield result


def _location(finding: Finding, artifact: dict[str, Any], region: dict[str, Any]) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact, "region": region}
    }
    if finding.segment.locator:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.segment.locator}]
    return location


def _region(region: Region, snippet: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {"startLine": region.line, "startColumn": region.column}
    if region.span is not None:
        found |= {"endLine": region.end_line, "endColumn": region.end_column}
    if snippet:
        found["snippet"] = {"text": snippet}
    return found


def _fix(
    finding: Finding,
    suggestion: Suggestion,
    artifact: dict[str, Any],
    deleted: dict[str, Any],
    text: str,
) -> dict[str, Any]:
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": text}}
    return {
        "description": {"text": _message(_prose.proposal(finding, suggestion))},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
    }


def _artifact(name: str) -> dict[str, Any]:
    reference = uri(name, root_variable="GITHUB_WORKSPACE")
    return {"uri": reference} if ":" in reference else {"uri": reference, "uriBaseId": _BASE}


def _notification(level: str, name: str, text: str) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": _message(text)}}
    if level == "error":
        notification["descriptor"] = {"id": "could-not-check"}
    if name:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(name)}}]
    return notification


def _driver(rules: dict[str, int]) -> dict[str, Any]:
    return {
        "name": "capqa",
        "version": __version__,
        "rules": [_rule(rule) for rule in rules],
        "notifications": [
            {
                "id": "could-not-check",
                "shortDescription": {"text": "A file that could not be checked."},
            }
        ],
    }


def _rule(rule: str) -> dict[str, Any]:
    texts = rule_texts(rule)
    if texts is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": _message(texts.summary)},
        "fullDescription": {"text": _message(texts.description)},
        "help": {
            "text": _message(texts.documentation),
            "markdown": _braced(texts.documentation),
        },
    }


def _message(text: str) -> str:
    # What looks like a link would become one, leading wherever the page's text says.
    return _braced(text).replace("](", "] (")


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
