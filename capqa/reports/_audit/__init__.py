"""The report of an audit: one page with charts, the captions that repeat and what drifts."""
