"""What the HTML format is made of: tokens, visible text with its place in the source, and writing.

Everything here is in linear time and without recursion, whatever the page holds.
"""
