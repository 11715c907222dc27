"""Tests of the drawings, as plain rows of text."""
