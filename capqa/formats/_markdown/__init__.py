"""What the Markdown format is made of: where each letter stands, roles, front matter, writing.

The structure is markdown-it-py's; ours is the way back from its tokens to the source.
"""
