"""Workbooks put together by hand, as Excel writes them: shared strings, dates as numbers."""

from __future__ import annotations

import io
import zipfile

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SPACE}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Terms" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    # Style 1 is a date.
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_SPACE}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
        "</styleSheet>"
    ),
}


def workbook(strings: list[str], rows: str, **parts: str) -> bytes:
    """Return a workbook whose first sheet has these rows; ``strings`` are its shared strings."""
    shared = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)
    content = PARTS | {
        "xl/sharedStrings.xml": f'<sst xmlns="{_SPACE}" count="1">{shared}</sst>',
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_SPACE}"><sheetData>{rows}</sheetData></worksheet>'
        ),
    }
    content |= {f"xl/{name}.xml": text for name, text in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            head = "" if text.startswith("<!") else '<?xml version="1.0" encoding="UTF-8"?>\n'
            archive.writestr(name, head + text)
    return stream.getvalue()


def row(number: int, *cells: str) -> str:
    """Return a row: "s3" is the fourth shared string, "=A1" a formula, "d45000" a date."""
    made = [_cell(f"{chr(65 + at)}{number}", cell) for at, cell in enumerate(cells) if cell]
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, cell: str) -> str:
    kind, text = cell[0], cell[1:]
    if kind == "s":
        return f'<c r="{place}" t="s"><v>{text}</v></c>'
    if kind == "=":
        return f'<c r="{place}"><f>{text}</f><v>1</v></c>'
    if kind == "#":
        return f'<c r="{place}" t="e"><v>#{text}</v></c>'
    style = ' s="1"' if kind == "d" else ""
    return f'<c r="{place}"{style}><v>{text}</v></c>'
