"""The translation memory: what reviewers decided before, found again for the same or like texts."""
