"""Tests of the engines that have no package of their own."""
