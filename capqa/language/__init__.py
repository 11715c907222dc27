"""Which language is this run of words? Tokens, evidence and sequence labelling into spans."""
