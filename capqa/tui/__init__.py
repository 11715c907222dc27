"""The terminal interface for reviewers; the only folder that imports Textual."""
