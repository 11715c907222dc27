"""What the JSON formats are made of: strings with their places, their selection, and writing.

Everything here is in linear time and without recursion, however deep or long the JSON is.
"""
