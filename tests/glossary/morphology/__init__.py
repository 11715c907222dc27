"""Inflection: what a word may be a form of."""
