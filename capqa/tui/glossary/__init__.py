"""The maintainers' app: what is proposed, and the entries of the glossaries, in one table."""
