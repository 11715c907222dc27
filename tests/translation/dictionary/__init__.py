"""Tests of the dictionary engine, with a small word list in Ding's format."""
