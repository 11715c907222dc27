"""Agencies and signs in picture credits: kept letter by letter."""

from __future__ import annotations

import re
from typing import Final

CREDIT: Final = re.compile(
    r"©|\([cC]\)|\b(?:AFP|AP|dpa|DPA|Reuters|REUTERS|Getty Images|Getty|picture[- ]alliance|EPA|"
    r"epa|imago|IMAGO|Imago|KNA|epd|Xinhua|TASS|ANSA|Anadolu|Abaca|abaca|ZUMA|NurPhoto|Sputnik)\b"
)
"""One agency or sign."""
