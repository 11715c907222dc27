"""What the checks of `capqa.glossary.lint` stand on: rows as written, running checks, mending."""
