"""Talking to a LibreTranslate server of the user's own, the one host ever asked."""
