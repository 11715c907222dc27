"""That a photo written anew has the new texts, and everything else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from capqa.errors import ConflictError, UnreadableError
from capqa.formats._jpeg import exif, iptc, xmp
from capqa.formats._jpeg.markers import markers
from capqa.formats._jpeg.reading import texts
from capqa.formats._jpeg.values import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from capqa.formats._jpeg.exiftool import Rewritten
    from capqa.formats._jpeg.fields import Field
    from capqa.model import Document

# What every writer adds to IPTC that lacks it, where XMP has the name of its writer and that of its
# extension, and where in the file something stands.
_WRITERS_OWN = frozenset(
    {
        "IPTC:EnvelopeRecordVersion",
        "IPTC:ApplicationRecordVersion",
        "XMP-x:XMPToolkit",
        "XMP-xmpNote:HasExtendedXMP",
    }
)
_PLACES = ("ThumbnailOffset", "ImageStart", "ImageOffset")
_SIGNATURES = {
    "IPTC": (iptc.SIGNATURE,),
    "XMP": (xmp.SIGNATURE, xmp.EXTENSION),
    "EXIF": (exif.SIGNATURE,),
}
# A list of the places of other pictures in the file.
_PICTURE_PLACES = b"MPF\0"


def refuse_other_changes(
    document: Document,
    result: Rewritten,
    expected: Sequence[tuple[Field, str, str]],
    tags: Collection[str],
) -> None:
    """Raise ConflictError unless a photo reads as expected and only the tags changed in it.

    ``expected`` are the field, the language and the text of each value, in order.
    """
    name = document.name
    try:
        found = [
            (value.field, value.language, segment.text)
            for value, segment in texts(result.data, name)
        ]
        after = _other_segments(result.data, name, expected, tags)
    except UnreadableError as error:
        raise _refused(f"the photo would be broken ({error.what})", name) from error
    for one, other in zip(expected, found, strict=False):
        if one != other:
            raise _refused(f"{one[0].label} would not read as decided", name)
    if len(expected) != len(found):
        raise _refused("other texts would come or go", name)
    if after != _other_segments(document.data, name, expected, tags):
        raise _refused("more than the text would change", name)
    kept_before, kept_after = _kept(result.before, tags), _kept(result.after, tags)
    if kept_before != kept_after:
        tag, _ = min(set(kept_before) ^ set(kept_after), default=("a field", ""))
        raise _refused(f"{tag[:60]!a} would change too", name)


def _other_segments(
    data: bytes, name: str, expected: Iterable[tuple[Field, str, str]], tags: Iterable[str]
) -> list[tuple[int, bytes]]:
    """Return all of a file but the segments that hold the tags: its picture as well."""
    changed: list[bytes] = [_PICTURE_PLACES]
    for field, _, _ in expected:
        if any(tag.startswith(field.tag) for tag in tags):
            changed += _SIGNATURES[field.label.partition(" ")[0]]
    return [
        (marker.code, marker.payload)
        for marker in markers(data, name)
        if marker.is_picture or not marker.payload.startswith(tuple(changed))
    ]


def _kept(metadata: Iterable[tuple[str, str]], tags: Collection[str]) -> list[tuple[str, str]]:
    changed = {tag.removesuffix(f"-{DEFAULT_LANGUAGE}") for tag in tags} | _WRITERS_OWN
    return [
        (tag, value) for tag, value in metadata if tag not in changed and not tag.endswith(_PLACES)
    ]


def _refused(what: str, name: str) -> ConflictError:
    return ConflictError(
        f"{what} if exiftool wrote it",
        where=name,
        mend="choose other words, or change the field in a picture editor",
    )
