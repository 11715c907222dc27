"""Looking through glossaries as people do: what stands where, and what of it holds."""
