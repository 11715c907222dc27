"""Tests of term enforcement."""
