"""Tests of the checks on our own fix."""
