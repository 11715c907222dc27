"""Findings in editors: diagnostics and quick fixes over the language server protocol."""
