"""A way from one language to another: one model, or two with English or another in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.translation.argos.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from capqa.translation.argos.packages import Package
    from capqa.translation.argos.settings import Settings
    from capqa.translation.enforcement.rendering import Rendering


class Route:
    """The models of a route, loaded when the first text comes."""

    def __init__(self, packages: Sequence[Package], settings: Settings) -> None:
        """Take the packages in the order texts go through them; loads nothing."""
        self._packages = tuple(packages)
        self._settings = settings
        self._models: list[Model] | None = None

    @property
    def label(self) -> str:
        """The packages' versions and languages: "1.9 de-en"."""
        return " + ".join(package.label for package in self._packages)

    def translate(self, texts: Sequence[str], count: int) -> list[list[Rendering]]:
        """Return up to ``count`` translations of each text; aligned only where one model did all.

        Raises EngineError when a package is broken.
        """
        if self._models is None:
            self._models = [Model(package, self._settings) for package in self._packages]
        *first, last = self._models
        passed = list(texts)
        for model in first:
            passed = [found[0].text for found in model.translate(passed, 1)]
        found = last.translate(passed, count)
        if not first:
            return found
        return [[rendering.unaligned() for rendering in each] for each in found]
