"""Proposals for what a finding should say: engines, term enforcement, verification."""
