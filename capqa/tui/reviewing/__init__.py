"""What the keys of the review screen do, one group of them a file."""
