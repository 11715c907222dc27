"""Languages that say "in" or "of" by a word's ending, and others with only function words here."""
