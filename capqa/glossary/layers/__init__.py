"""The layers of a termbase: one glossary file each as an index, stored compiled, built on demand.

Nothing stored is code: text and numbers only, checked before use and read by the standard library.
"""
