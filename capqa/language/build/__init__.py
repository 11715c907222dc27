"""Builds the tables in capqa/language/data at install time, from open word and name lists."""
