"""Tests of the little grammars."""
