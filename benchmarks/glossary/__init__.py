"""Measures of the glossary: how fast large ones load and how fast captions are matched."""
