"""The themes of the review app: dark, light, and one of the strongest contrast."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from capqa.config.verifying import did_you_mean
from capqa.errors import ConfigurationError

_OURS = "capqa-"

DARK = Theme(
    name="capqa-dark",
    primary="#6cb6ff",
    secondary="#8fa3b8",
    accent="#f2c14e",
    success="#7fd48a",
    warning="#f2c14e",
    error="#ff8a80",
    foreground="#e6e6e6",
    background="#15181d",
    surface="#1c2027",
    panel="#262c35",
    dark=True,
    variables={"footer-background": "#262c35", "block-cursor-text-style": "none"},
)

LIGHT = Theme(
    name="capqa-light",
    primary="#0b57b0",
    secondary="#4a5a6a",
    accent="#8a5a00",
    success="#186a2a",
    warning="#8a5a00",
    error="#b3261e",
    foreground="#1b1d21",
    background="#fbfbf9",
    surface="#f1f1ee",
    panel="#e4e5e2",
    dark=False,
    variables={"footer-background": "#e4e5e2", "block-cursor-text-style": "none"},
)

CONTRAST = Theme(
    name="capqa-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    success="#00ff66",
    warning="#ffff00",
    error="#ff9090",
    foreground="#ffffff",
    background="#000000",
    surface="#101010",
    panel="#2c2c2c",
    dark=True,
    text_alpha=1.0,
    variables={"footer-background": "#2c2c2c", "block-cursor-text-style": "none"},
)

THEMES = (DARK, LIGHT, CONTRAST)


def theme_named(name: str, where: str) -> str:
    """Return Textual's name of a theme, ours known by "dark", "light" and "contrast".

    Raises ConfigurationError, which says ``where``, when there is none.
    """
    ours = {theme.name.removeprefix(_OURS): theme.name for theme in THEMES}
    if name in ours:
        return ours[name]
    if name in BUILTIN_THEMES or name in ours.values():
        return name
    known = (*ours, *BUILTIN_THEMES)
    raise ConfigurationError(
        f"no theme is called {name!r}", where=where, mend=did_you_mean(name, known)
    )
