"""Tests of the maintainers' app, through its keys and what it shows."""
