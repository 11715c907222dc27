"""Files that say in themselves which encoding they are in."""

from __future__ import annotations

import re

from capqa.errors import UnreadableError
from capqa.files.encoding import LARGEST_FILE, Decoded, decode

# Those without states, in which a part of a text is written as it is in the whole.
_TRUSTED = re.compile(r"(?:iso-?8859|latin|windows-?125|cp-?125|koi8|gb|big5|shift_?jis|euc|mac)")


def decode_declared(data: bytes, name: str, declaration: re.Pattern[bytes]) -> Decoded:
    """Return the text of a file in the encoding it declares, unless a byte-order mark tells.

    ``declaration`` matches from the file's start, its first group is the encoding's name. Raises
    UnreadableError as `capqa.files.encoding.decode` does.
    """
    found = declaration.match(data)
    encoding = found[1].decode("ascii").lower() if found else ""
    if not _TRUSTED.match(encoding) or len(data) > LARGEST_FILE:
        return decode(data, name)
    try:
        text = data.decode(encoding)
        faithful = text.encode(encoding) == data
    except LookupError:
        return decode(data, name)
    except UnicodeError:
        faithful = False
    if not faithful:
        raise UnreadableError(
            f"is not in {encoding}, as it declares", where=name, mend="save it as UTF-8"
        )
    return Decoded(text, encoding, b"")
