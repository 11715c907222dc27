"""What an audit amounts to: counts, captions that repeat, drift over the months."""
