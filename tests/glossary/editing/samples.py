"""Glossary files as people have them: other line ends, quotes, marks and columns than ours."""

from __future__ import annotations

from pathlib import Path

from capqa.glossary.editing.table import Table

PATH = Path("house.de-en.csv")

PLAIN = (
    b"source,target,part_of_speech,gender,status,domain,variants,note,reference,reviewed\n"
    b"Abkommen,agreement,noun,n,preferred,politics,,,,\n"
    b"Angriff,attack,noun,m,preferred,conflict,,,,\n"
    b"Angriff,strike,noun,m,admitted,conflict,,,,\n"
    b"Mossul,Mosul,proper noun,n,preferred,place,Mosul,,,\n"
    b"Zaun,fence,noun,m,preferred,general,,,,\n"
)

SPREADSHEET = (
    b'\xef\xbb\xbf"source";"x"'.replace(b";", b",")
    + b',"target","status"\r\n'
    + b'"Abkommen","1","agreement, treaty","preferred"\r\n'
    + b'"Zaun","two\nlines","fence","preferred"\r\n'
)
"""With a byte order mark, all fields quoted, a column of its owner's, and a break in a field."""

UNENDED = b"target,source\nagreement,Abkommen\nfence,Zaun"
"""Without an end to its last line, columns the other way round and no status."""

MIXED = b'source,target\r\nAbkommen,agreement\n\nMossul,Mosul\r\nZaun,"fence"\n'
"""With two line ends, a blank line and quotes that are not needed."""

ALL = {"plain": PLAIN, "spreadsheet": SPREADSHEET, "unended": UNENDED, "mixed": MIXED}


def table(data: bytes = PLAIN) -> Table:
    return Table(PATH, data)
