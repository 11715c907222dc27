"""The review in a browser, mirrored."""
