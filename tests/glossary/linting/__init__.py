"""What the checks of `capqa glossary lint` stand on."""
