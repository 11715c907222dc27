"""Files on disk: finding inputs, decoding bytes, replacing a file as a whole."""
