"""Exports of decisions, as other tools read them."""
