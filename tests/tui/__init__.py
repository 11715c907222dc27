"""Tests of the terminal interface, through its keys and what it shows."""
