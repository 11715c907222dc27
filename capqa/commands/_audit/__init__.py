"""The parts of the command `audit`: its arguments, its progress, and what it says at the end."""
