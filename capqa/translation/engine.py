"""What a translation engine is: a module in `capqa.translation.engines` with a `create` function.

An engine proposes; it never verifies. Term verdicts and checks on the proposal are the caller's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from capqa.model import Role
from capqa.translation.options import EngineOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from capqa.glossary.termbase import Termbase
    from capqa.model import Part
    from capqa.translation.memory.pairs import PairReader

ENGINES = "capqa.translation.engines"
"""The plugin group of the engines."""

REQUIRED = ("create",)
"""The attributes the plugin loader asks of an engine's module."""


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """One text to translate; languages are ISO 639-1 codes.

    ``names`` are capitalised words as the page's own target-language text spells them.
    ``opens_sentence`` is whether the text begins a sentence or line, and so takes a capital.
    """

    text: str
    source_language: str
    target_language: str
    role: Role = Role.CAPTION
    names: frozenset[str] = frozenset()
    opens_sentence: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an engine proposes for a request; see `capqa.model.Suggestion` for the fields.

    ``version`` is appended to the engine's label where the label alone does not say who spoke.
    """

    text: str
    alternatives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class EngineContext:
    """What an engine may need to be created.

    ``packages`` is where model packages lie, None meaning Argos Translate's own folder.
    ``options`` are the engine's own of the settings. ``read_pairs`` reads what reviewers decided,
    None where the caller keeps no decisions.
    """

    termbase: Termbase
    packages: Path | None = None
    options: EngineOptions = field(default_factory=EngineOptions)
    read_pairs: PairReader | None = None


class Engine(Protocol):
    """A translation engine, created once and asked many times.

    It may have ``notes``, a tuple of lines on what it passed over (a broken package).
    """

    @property
    def label(self) -> str:
        """The engine's name and version, as shown to reviewers and kept in the log."""

    def supports(self, source_language: str, target_language: str) -> bool:
        """Return whether the engine can translate this pair on this machine, now.

        Never raises, never touches the network.
        """

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Candidate | None]:
        """Return one candidate a request, None where the engine knows nothing.

        Raises EngineError, in one line, when the engine fails as a whole.
        """


class EngineModule(Protocol):
    """The shape of an engine's module.

    One that takes options also names them in ``OPTIONS``, a tuple of the keys of its table in the
    settings; others are refused before `create` is called.
    """

    def create(self, context: EngineContext) -> Engine:
        """Return the engine; cheap, loads no model."""
