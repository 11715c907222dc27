"""Making a translation honour the glossary, and proving that it does."""
