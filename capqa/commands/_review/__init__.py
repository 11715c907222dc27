"""What `capqa review` does without its screen: exporting decisions, and prompts a line each."""
