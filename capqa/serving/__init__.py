"""Findings over HTTP: a document is posted, its findings come back as JSON."""
