"""Measures the detector and fits its confidence; see docs/detection.md."""
