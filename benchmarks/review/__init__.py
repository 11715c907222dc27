"""Measures of the review: what a process killed at any moment leaves behind."""
