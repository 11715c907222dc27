"""capqa finds what was left untranslated on a finished page and proposes the mended text."""

__version__ = "0.1.0"
