"""Tests of capqa.translation."""
