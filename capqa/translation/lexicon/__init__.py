"""The words the glossary engine knows: the user's terms over a list of common caption words.

The common words only help to translate; unlike a glossary's terms nobody enforces them.
"""
