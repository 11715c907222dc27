"""Photos for tests, built byte by byte so that each is what its test says and nothing more."""

from __future__ import annotations

import base64
import struct

_GREY = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td"
    "hbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAYACABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAADAAAAAAAAAA"
    "AAAAAAAAAAFGH/2gAIAQEAAD8AjKwKwKwKwsqwKwKwKwsqwKwKwKw//9k="
)
_HEAD = 20
"""The bytes up to the end of the JFIF segment: metadata follow them."""

UTF_8 = b"\x1b%G"
"""The coded character set of IPTC in UTF-8."""
XMP = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"


def photo(*segments: bytes, trailer: bytes = b"") -> bytes:
    """Return a picture of 32 by 24 grey pixels with these marker segments."""
    return _GREY[:_HEAD] + b"".join(segments) + _GREY[_HEAD:] + trailer


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def datasets(*values: tuple[int, int, bytes]) -> bytes:
    """Return IPTC of records, datasets and values."""
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for record, number, value in values
    )


def resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    pascal = bytes([len(name)]) + name
    pascal += b"\0" * (len(pascal) % 2)
    padding = b"\0" * (len(data) % 2)
    return (
        b"8BIM" + struct.pack(">H", number) + pascal + struct.pack(">L", len(data)) + data + padding
    )


def photoshop(*resources: bytes) -> bytes:
    return segment(0xED, b"Photoshop 3.0\0" + b"".join(resources))


def iptc(*values: tuple[int, int, bytes]) -> bytes:
    """Return the Photoshop segment that holds IPTC alone."""
    return photoshop(resource(0x0404, datasets(*values)))


def rdf(properties: str, attributes: str = "") -> str:
    """Return an XMP packet of properties with the usual prefixes."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="test">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"\n'
        ' xmlns:xmpNote="http://ns.adobe.com/xmp/note/"\n'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
        f"{attributes}>\n{properties}\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def alternatives(name: str, **texts: str) -> str:
    """Return a property in several languages, the default one called ``x_default``."""
    items = "".join(
        f'<rdf:li xml:lang="{language.replace("_", "-")}">{text}</rdf:li>'
        for language, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def xmp(properties: str, attributes: str = "") -> bytes:
    return segment(0xE1, XMP + rdf(properties, attributes).encode())


def extended_xmp(packet: bytes, identity: str, size: int) -> list[bytes]:
    """Return the segments of a packet cut into pieces of some size."""
    return [
        segment(
            0xE1,
            EXTENDED_XMP
            + identity.encode()
            + struct.pack(">LL", len(packet), at)
            + packet[at : at + size],
        )
        for at in range(0, len(packet), size)
    ]


def exif(*entries: tuple[int, bytes], comment: bytes = b"", order: str = "<") -> bytes:
    """Return EXIF whose first directory has text entries, and a user comment in the second."""
    count = len(entries) + bool(comment)
    first, values = 8, b""
    at = first + 2 + 12 * count + 4
    directory = struct.pack(f"{order}H", count)
    for tag, value in entries:
        place = struct.pack(f"{order}L", at + len(values))
        inline = value.ljust(4, b"\0") if len(value) <= 4 else place
        directory += struct.pack(f"{order}HHL", tag, 2, len(value)) + inline
        values += value if len(value) > 4 else b""
    if comment:
        second = at + len(values)
        directory += struct.pack(f"{order}HHLL", 0x8769, 4, 1, second)
        values += struct.pack(f"{order}HHHLLL", 1, 0x9286, 7, len(comment), second + 18, 0)
        values += comment
    mark = b"II*\0" if order == "<" else b"MM\0*"
    tiff = mark + struct.pack(f"{order}L", first) + directory + b"\0\0\0\0" + values
    return segment(0xE1, b"Exif\0\0" + tiff)
