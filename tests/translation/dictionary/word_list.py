"""A word list in Ding's format, written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINES = """\
# Version :: tests 2024-02-29
# Copyright (c) :: capqa
Anschlag {m} (Klavier) [mus.] :: touch
Anschlag {m} (auf jdn./etw.) | Anschläge {pl} | Brandanschlag {m} \
:: attack (on sb./sth.); assault | attacks | arson attack
Bach {m} [geogr.] | Bäche {pl} :: brook; stream | brooks; streams
etw. flicken; ausbessern {vt} | flickend; ausbessernd | geflickt; ausgebessert \
| er/sie flickt | ich/er/sie flickte \
:: to patch sth.; to mend sth. | patching; mending | patched; mended \
| he/she patches | I/he/she patched
Forelle {f} [zool.] | Forellen {pl} :: trout | trouts
kaputt {adj} [ugs.] :: bust [coll.]
kaputt; defekt {adj} :: broken; out of order
Kescher {m}; Käscher {m} | Kescher {pl}; Käscher {pl} :: landing net | landing nets
Netz {n} | Netze {pl} | ein Netz auswerfen :: net | nets | to cast a net
Reuse {f} :: trap (for fish); weir
still {adv}; leise {adv} :: quietly
Wehr {n} | Wehre {pl} :: weir | weirs
"""


def write(folder: Path, text: str = LINES) -> Path:
    """Write the word list and return its path."""
    path = folder / "de-en"
    path.write_text(text, encoding="utf-8")
    return path
