"""English as the target: inflection, articles, letter case and joining words to a text."""
