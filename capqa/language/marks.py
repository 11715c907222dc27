"""What our lists say of a word, as bits; compiled by build/lists.py, read by word_lists.py."""

from __future__ import annotations

from typing import Final

ADOPTED: Final = 1
"""English uses the word without translating it."""
INSTITUTION: Final = 1 << 1
ARTICLE: Final = 1 << 2
STREET: Final = 1 << 3
RIVER: Final = 1 << 4
LINK: Final = 1 << 5
"""Stands between the words of an institution's name."""
OPENING: Final = 1 << 6
"""Begins the name of an institution or party, as do words with GERMAN_OPENING."""
STANDING_LINK: Final = 1 << 7
GERMAN_ADJECTIVE: Final = 1 << 8
GERMAN_COUNTRY: Final = 1 << 9
CLOSING: Final = 1 << 10
"""Ends with what closes the name of an institution, as do words with GERMAN_HEAD."""
GERMAN_HEAD: Final = 1 << 11
GERMAN_OPENING: Final = 1 << 12
ENDONYM: Final = 1 << 13
"""Belongs to what a language calls itself."""
OPENS_KEPT: Final = 1 << 14
OPENS_TELLING: Final = 1 << 15
GERMAN_PREFIX: Final = 1 << 17
"""What a firm or club is, before its name: "Molkerei Alois Müller"."""
AGENCY: Final = 1 << 16
"""Belongs to the name of a picture agency or broadcaster, as credits give them."""

NAME_SHAPE: Final = INSTITUTION | ARTICLE | STREET | RIVER
"""Any of what ``institutions`` begins with."""

LIST_WORDS_NAME: Final = "list-words.marisa"
LIST_MARKS_NAME: Final = "list-marks.bin"
LIST_PHRASES_NAME: Final = "list-phrases.marisa"
LIST_PHRASE_FACTS_NAME: Final = "list-phrases.bin"
LISTS_STAMP_NAME: Final = "lists-stamp.txt"

SUFFIX: Final = "~"
"""Before the reversed letters of what a word may end in."""

FACTS: Final = 4
"""Bytes a phrase: its kind, 1 if it only counts standing alone, two languages (index + 1)."""

KINDS: Final = (
    "adopted phrase",
    "club",
    "company",
    "dish",
    "event",
    "institution",
    "language course",
    "media",
    "party",
    "sight",
    "work",
    "furniture",
    "exonym",
    "endonym",
)
"""What a listed phrase may be; the order is that of the compiled bytes."""
LONGEST_PHRASE: Final = 10
KEPT: Final = "k "
TELLING: Final = "t "
ENDONYMS: Final = "e "
