"""Looking through glossaries: what is found, what holds, and how much there is."""
