"""The translation engines, one module each."""
