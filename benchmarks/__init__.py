"""What capqa is measured by: accuracy and speed on sets that are in the repository."""
