"""Tests of the rules for translations, a module for each."""
