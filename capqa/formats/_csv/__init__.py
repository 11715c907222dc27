"""What the CSV format is made of: its dialect, rows with their places, columns, writing."""
