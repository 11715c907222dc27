"""How fast an audit is, what its engines cost, and what a billion captions would take."""
