"""Files whose findings must be mended in the source, and the source as it must read then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from capqa.formats import _choosing
from capqa.model import Edit

if TYPE_CHECKING:
    from capqa.model import Document
    from capqa.pipeline import CheckedFile


class FixedFile(NamedTuple):
    """A file's name and text, the words found in it with what they must become."""

    name: str
    text: str
    words: dict[str, str]
    encoding: str = "utf-8"


FIXED_FILES = (
    FixedFile(
        "plain.txt", "Smoke\n\nÜber Irak | Mossul\nfoo\n", {"Irak": "Iraq", "Mossul": "Mosul"}
    ),
    FixedFile("crlf.txt", "🏴 Smoke\r\n\r\n中东 Irak | Mossul\r\n", {"Mossul": 'Mosul & "x" <y>'}),
    FixedFile(
        "old.txt", "Smoke\n\nÜber Häuser, schöne Grüße\n", {"Häuser": "Häöuser"}, "windows-1252"
    ),
    FixedFile("wide.txt", "Smoke 🏴\n\nIrak 🏴 Mossul\n", {"Mossul": "Mosul"}, "utf-16"),
    FixedFile(
        "page.html",
        '<p title="Irak heute">Bau &amp; Häuser\n in <b>Mossul</b> &lt;nähe&gt;</p>',
        {"Irak heute": 'Iraq "now"', "Bau & Häuser": "Buildings & <houses>", "Mossul": "Mosul"},
    ),
    FixedFile(
        "news.srt",
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Der Irak</i>\n<i>und Mossul</i>\n",
        {"Der Irak\nund Mossul": "The Iraq\nand Mosul"},
    ),
    FixedFile(
        "de.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "x"\nmsgstr "Der \\"Irak\\" heute"\n',
        {'Der "Irak" heute': 'Iraq "\\ today"'},
    ),
)


def written(document: Document, file: CheckedFile) -> str:
    """Return the source as the format itself writes the suggestions into it."""
    edits = [
        Edit(finding.segment, finding.span, finding.text, suggestion.text)
        for finding, suggestion in zip(file.findings, file.suggestions, strict=True)
        if suggestion is not None
    ]
    data = _choosing.named(document.format).apply(document, edits)
    return _choosing.reread(document, data).text
