"""Tests of the review flow."""
