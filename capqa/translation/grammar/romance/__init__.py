"""French, Spanish, Italian and Portuguese as sources: they share their order of words."""
