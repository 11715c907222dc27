"""The checks of `capqa glossary lint`, a file each."""
