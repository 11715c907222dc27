"""Tests of the Argos adapter, with a real package of 162 KB."""
