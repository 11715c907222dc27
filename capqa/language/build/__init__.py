"""Builds the tables in capqa/language/data from open word, place and name lists, at install time."""
