"""German as the source: function words, number of nouns, genitives, prepositions, word order."""
