"""The public API: read a document, check it, propose what its findings should say.

>>> from pathlib import Path
>>> from capqa import pipeline
>>> from capqa.config import Settings
>>> document = pipeline.read(Path("seeds/dw-mosul.txt"))
>>> findings = pipeline.check(document, Settings())
>>> [suggestion.text for suggestion in pipeline.suggest(document, findings, Settings())]
['Iraq | Liberation operation Mosul', 'Iraq Mosul offensive by government troops against IS']
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from capqa.checking import (
    UNTRANSLATED,
    check,
    detector_for,
    other_languages,
    page_names,
    replacement,
    verified,
)
from capqa.checking import findings as findings_in
from capqa.errors import CapqaError, UnreadableError
from capqa.files.inputs import UNNAMED, Search, searched
from capqa.formats import _choosing
from capqa.glossary.paths import glossary_states
from capqa.language_names import language_name
from capqa.model import Role
from capqa.rules._declared import NONE as NO_OTHER_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from capqa.config import Settings
    from capqa.files.inputs import Exclusion, Input
    from capqa.model import Document, Finding, Suggestion
    from capqa.reading import Progress
    from capqa.rules._declared import OtherLanguages
    from capqa.translation.memory.pairs import PairReader
    from capqa.translation.suggestions import Suggester

__all__ = [
    "EMBEDDED_ENGINES",
    "MEMORY_ENGINE",
    "UNTRANSLATED",
    "CheckedFile",
    "Suppressed",
    "check",
    "check_document",
    "check_files",
    "detector_for",
    "embedded_engines",
    "inputs",
    "page_names",
    "read",
    "read_data",
    "suggest",
    "suggester_for",
]

EMBEDDED_ENGINES = ("glossary",)
"""The engines that need no model: what the gate proposes with, so that it stays fast."""

MEMORY_ENGINE = "memory"
"""The engine that needs no model either, but what reviewers decided."""

_SHORTEST_PAGE = 2
"""The paragraphs from which on a page can be said to be in a language."""


class Suppressed(NamedTuple):
    """A finding that was passed over, and why: by a "comment", "baseline" or "dismissal"."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What became of one input: its findings with a suggestion or None each, or an error.

    ``error`` is one line for the user; then ``document`` is None. ``note`` is one line about a file
    that was checked, saying what the user may have meant. ``continues`` says that this is a further
    section of the file before it, or what kept that from being read to its end: no file to count.
    ``other_languages`` are those that texts declare which were not checked for that.
    """

    name: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion | None, ...] = ()
    error: str = ""
    note: str = ""
    suppressed: tuple[Suppressed, ...] = ()
    continues: bool = False
    other_languages: OtherLanguages = NO_OTHER_LANGUAGES


def inputs(
    paths: Sequence[str],
    settings: Settings | None = None,
    *,
    stdin_name: str = UNNAMED,
    exclude: Sequence[Exclusion] = (),
    obey_ignore_files: bool = True,
) -> Iterator[Input]:
    """Return the files meant by paths, those in folders being the ones some format reads.

    ``-`` is standard input, checked under ``stdin_name``. What the settings or ``exclude`` exclude
    is passed over; ``obey_ignore_files`` says whether .gitignore and the like count in folders.
    What cannot be found comes as an error in its place. Raises PluginError when a format cannot be
    loaded, ConfigurationError for an impossible pattern or option of a format.
    """
    _choosing.load_others()
    configurations = _configurations(settings) if settings else None
    is_document = partial(_choosing.is_document, configurations=configurations)
    excluded = [(settings.folder, settings.exclude)] if settings else []
    search = Search(is_document, (*excluded, *exclude), obey_ignore_files, stdin_name=stdin_name)
    return searched(paths, search)


def read(path: Path, settings: Settings | None = None) -> Document:
    """Return the document in a file, read as the settings say.

    Raises UnreadableError when it cannot be checked or holds many documents, ConfigurationError
    when the settings give a format options that it does not take.
    """
    from capqa.reading import document_in

    return document_in(path, _configurations(settings) if settings else {})


def read_data(data: bytes, name: str, settings: Settings | None = None) -> Document:
    """Return the document in bytes as `read` does; its name tells its format."""
    return _choosing.read(data, name, _configurations(settings) if settings else None)


def suggest(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    *,
    engines: Iterable[str] | None = None,
    read_pairs: PairReader | None = None,
) -> list[Suggestion | None]:
    """Return a suggestion for each finding of a document, None where nobody knows anything.

    Engines are asked for what is untranslated; what else there is the rules themselves mend.
    ``engines`` replaces those of the settings; () asks none. ``read_pairs`` reads what reviewers
    decided, for the memory. Raises ConfigurationError for a broken glossary or option.
    """
    asked = settings.engines if engines is None else tuple(engines)
    if not findings or asked == ():
        return [None] * len(findings)
    # Only the language of the page may differ: files share what engines have loaded.
    settings = replace(settings, target=settings.for_file(document.name).target)
    untranslated = [finding for finding in findings if finding.rule == UNTRANSLATED]
    suggester = suggester_for(settings, asked, read_pairs)
    suggested = dict(
        zip(
            map(id, untranslated),
            suggester.suggest(untranslated, page_names=page_names(document).all()),
            strict=True,
        )
    )
    return [
        verified(suggestion, finding, settings)
        if (suggestion := suggested.get(id(finding)))
        else replacement(finding)
        for finding in findings
    ]


def check_files(
    inputs: Iterable[Input],
    settings: Settings,
    *,
    engines: Iterable[str] | None = EMBEDDED_ENGINES,
    read_pairs: PairReader | None = None,
    writable: bool = False,
    progress: Progress | None = None,
) -> Iterator[CheckedFile]:
    """Check one input after the other; one that cannot be read does not keep the rest from it.

    ``engines`` and ``read_pairs`` are as for `suggest`. A large file comes in sections, a file of
    many documents as each of them; ``writable`` makes each file one document, and those that cannot
    be written to an error. Raises PluginError or ConfigurationError, which concern all of them.
    """
    from capqa.reading import documents_in

    asked = None if engines is None else tuple(engines)
    for source in inputs:
        if isinstance(source, CapqaError):
            yield CheckedFile(source.where, error=str(source))
            continue
        begun = False
        for document in documents_in(
            source, _configurations(settings), writable=writable, progress=progress
        ):
            if isinstance(document, UnreadableError):
                name = document.where or str(source)
                yield CheckedFile(name, error=str(document), continues=begun)
                continue
            yield check_document(document, settings, engines=asked, read_pairs=read_pairs)
            begun = document.page_names is not None


def check_document(
    document: Document,
    settings: Settings,
    *,
    engines: tuple[str, ...] | None = EMBEDDED_ENGINES,
    read_pairs: PairReader | None = None,
) -> CheckedFile:
    """Return what becomes of a document; arguments and errors are as for `check_files`."""
    findings, passed_over = findings_in(document, settings)
    suggestions = suggest(document, findings, settings, engines=engines, read_pairs=read_pairs)
    return CheckedFile(
        document.name,
        document,
        findings,
        tuple(suggestions),
        note="" if document.offset else _note(document, findings, settings.for_file(document.name)),
        suppressed=tuple(Suppressed(finding, "comment") for finding in passed_over),
        continues=document.offset > 0,
        other_languages=other_languages(document, settings),
    )


def embedded_engines(settings: Settings, read_pairs: PairReader | None) -> tuple[str, ...]:
    """Return the engines that need no model, the memory too where there is one and it is wanted."""
    wanted = settings.engines is None or MEMORY_ENGINE in settings.engines
    return (MEMORY_ENGINE, *EMBEDDED_ENGINES) if read_pairs and wanted else EMBEDDED_ENGINES


def _note(document: Document, findings: Sequence[Finding], settings: Settings) -> str:
    body = [segment for segment in document.segments if segment.role is Role.BODY]
    flagged = {finding.segment.start for finding in findings}
    if len(body) < _SHORTEST_PAGE or 2 * sum(each.start in flagged for each in body) <= len(body):
        return ""
    from capqa.language.page import page_language

    language = page_language(segment.text for segment in body)
    if language is None or language == settings.target:
        return ""
    return (
        f"{document.name}: the page as a whole is {language_name(language)}, not "
        f"{language_name(settings.target)}; to find what is left in it, use --target {language}"
    )


def suggester_for(
    settings: Settings, engines: tuple[str, ...] | None, read_pairs: PairReader | None = None
) -> Suggester:
    """Return the suggester of some settings; what it loaded holds until a glossary changes."""
    # From which confidence on findings are reported changes no proposal, and may differ with each
    # request of a server, which must not load a suggester for each.
    states = glossary_states(settings.glossaries)
    return _suggester(replace(settings, min_confidence=None), engines, read_pairs, states)


@lru_cache(maxsize=32)
def _suggester(
    settings: Settings,
    engines: tuple[str, ...] | None,
    read_pairs: PairReader | None,
    _glossary_states: object,
) -> Suggester:
    from capqa.translation.suggestions import DEFAULT_ENGINES, Suggester

    return Suggester.create(
        target_language=settings.target,
        engine_names=DEFAULT_ENGINES if engines is None else engines,
        glossary_paths=settings.glossaries,
        engine_options={name: dict(options) for name, options in settings.engine_tables},
        options_folder=settings.folder,
        read_pairs=read_pairs,
    )


@lru_cache(maxsize=64)
def _configurations(settings: Settings) -> dict[str, object]:
    return {
        name: _choosing.configured(name, dict(options), str(settings.file))
        for name, options in settings.format_tables
    }
