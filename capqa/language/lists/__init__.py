"""Lists written by us, one row an entry: names kept as they are, adopted words, furniture."""
