"""The parts of the command `check`: its arguments, and what happens beside the report."""
