"""Tests of proposed entries: the queue, the decisions, and what is said before they are taken."""
