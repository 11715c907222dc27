"""Pure functions from the data to styled rows of text; no widget, no state, no markup."""
