"""Errors a user can mend: one line each, saying what is wrong, where, and how to put it right."""

from __future__ import annotations


class CapqaError(Exception):
    """A failure to report as one line on standard error with exit code 2, never as a traceback."""

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        """Describe the failure by what went wrong, where (a path, a setting) and how to mend it."""
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error be told by another process, with all it says."""
        return _remade, (type(self), self.what, self.where, self.mend)

    def __str__(self) -> str:
        """Return the error as one line: ``where: what; mend``."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}; {self.mend}" if self.mend else line


def _remade(kind: type[CapqaError], what: str, where: str, mend: str) -> CapqaError:
    return kind(what, where=where, mend=mend)


class UnreadableError(CapqaError):
    """An input that cannot be checked: missing, binary, truncated, in no known encoding."""


class ConfigurationError(CapqaError):
    """A setting, glossary file or command line that does not say what it must."""


class PluginError(CapqaError):
    """A rule, format, engine or report that cannot be loaded; a gate then fails closed."""


class EngineError(CapqaError):
    """A translation engine that cannot answer; the next one in the configured order is asked."""


class ConflictError(CapqaError):
    """A file whose content is no longer what a decision was made on; it is never overwritten."""
