"""Tests of installing, listing and removing Argos packages."""
