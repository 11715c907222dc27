"""Layers: glossary files compiled, stored, and read back."""
