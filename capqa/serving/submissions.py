"""From a request to the document in it: its bytes, its name, and how it is to be checked."""

from __future__ import annotations

import asyncio
import codecs
import json
import re
from contextlib import suppress
from email.message import Message
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NamedTuple

from capqa.serving.refusals import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from capqa.serving.options import ServerOptions

PARAMETERS: Final = ("filename", "target", "min_confidence")
"""What a query may say."""

ENDINGS: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/ttml+xml": ".ttml",
    "application/xliff+xml": ".xlf",
    "text/csv": ".csv",
    "image/jpeg": ".jpg",
}
"""The media types that tell a format where no name does."""

_FORMS: Final = ("multipart/form-data", "application/x-www-form-urlencoded")
_JSON: Final = "application/json"
_LONGEST_NAME: Final = 1_000
# Control characters, and what lets a name read differently from what it is.
_UNFIT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class Submission(NamedTuple):
    """A document that was sent; ``target`` and ``min_confidence`` are None where not said.

    ``is_marked`` says that it came as text, and that a mark was put before its bytes.
    """

    data: bytes
    name: str
    target: str | None = None
    min_confidence: float | None = None
    is_marked: bool = False


async def submission(request: Request, options: ServerOptions) -> Submission:
    """Return what a request submits. Raises Refusal."""
    said = _parameters(request)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    _refuse_packed(request, media_type)
    name = said.get("filename") or _disposition_name(request.headers.get("content-disposition"))
    confidence = _number(said["min_confidence"]) if "min_confidence" in said else None
    if media_type == _JSON:
        data, name = _unwrapped(await _body(request, options), name)
    else:
        if not name:
            name = _name_by_type(media_type)
        _verify_name(name)
        data = await _body(request, options)
    return Submission(data, name, said.get("target"), confidence, media_type == _JSON)


def _parameters(request: Request) -> dict[str, str]:
    said: dict[str, str] = {}
    for key, value in request.query_params.multi_items():
        if key not in PARAMETERS:
            raise _bad(f"unknown parameter {key[:40]!r}; choose from {', '.join(PARAMETERS)}")
        if key in said:
            raise _bad(f"{key} is given twice; give it once")
        said[key] = value
    return said


def _refuse_packed(request: Request, media_type: str) -> None:
    if media_type in _FORMS:
        raise Refusal(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            f"{media_type} is no document; send its bytes as the body (curl --data-binary "
            "@page.html -H 'Content-Type: text/html'), or application/json with filename and text",
        )
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding != "identity":
        raise Refusal(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            f"the body is packed ({coding[:40]!r}); send it as it is",
            headers={"Accept-Encoding": "identity"},
        )


async def _body(request: Request, options: ServerOptions) -> bytes:
    too_large = Refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        f"the body is larger than {options.most_bytes:,} bytes; send less, or start the server "
        "with a larger --max-bytes",
        closing=True,
    )
    # Before any of it is asked for.
    if int(request.headers.get("content-length", 0)) > options.most_bytes:
        raise too_large
    pieces: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(options.body_seconds):
            async for piece in request.stream():
                size += len(piece)
                if size > options.most_bytes:
                    raise too_large
                pieces.append(piece)
    except TimeoutError as error:
        raise Refusal(
            HTTPStatus.REQUEST_TIMEOUT,
            f"the body did not arrive within {options.body_seconds:g} seconds; send it again",
            closing=True,
        ) from error
    return b"".join(pieces)


def _unwrapped(body: bytes, name: str) -> tuple[bytes, str]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _bad("the body is no JSON; send the document itself with its own type") from error
    if not isinstance(content, dict) or not isinstance(content.get("text"), str):
        raise _bad('the JSON has no "text"; it must be {"filename": "...", "text": "..."}')
    for key in content:
        if key not in ("filename", "text"):
            raise _bad(f'the JSON has {key[:40]!r}; it may have "filename" and "text" only')
    if "filename" in content:
        if name and name != content["filename"]:
            raise _bad("the document has two names; give one")
        name = content["filename"]
    if not isinstance(name, str) or not name:
        raise _bad('the JSON has no "filename"; its ending tells the format')
    _verify_name(name)
    try:
        encoded = content["text"].encode("utf-8")
    except UnicodeEncodeError as error:
        raise _bad("the text holds half a character; send whole ones") from error
    # The mark keeps a page from being read in the encoding that it declares to be stored in.
    return (codecs.BOM_UTF8 + encoded if encoded else b""), name


def _disposition_name(header: str | None) -> str:
    if header is None:
        return ""
    # Header values come as Latin-1; clients that send more send UTF-8.
    with suppress(UnicodeError):
        header = header.encode("latin-1").decode("utf-8")
    message = Message()
    try:
        message["Content-Disposition"] = header
        name = message.get_filename("")
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        name = ""
    if not name:
        raise _bad('Content-Disposition names no file; write attachment; filename="page.html"')
    return str(name)


def _name_by_type(media_type: str) -> str:
    if media_type not in ENDINGS:
        raise _bad("the document has no name; add ?filename=page.html, its ending tells the format")
    return f"document{ENDINGS[media_type]}"


def _verify_name(name: str) -> None:
    if len(name) > _LONGEST_NAME:
        raise _bad(f"the file name is longer than {_LONGEST_NAME:,} characters; shorten it")
    if _UNFIT.search(name):
        raise _bad("the file name holds control characters; remove them")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise _bad(f"min_confidence is {text[:40]!r}; it must be a number from 0 to 1") from None


def _bad(message: str) -> Refusal:
    return Refusal(HTTPStatus.BAD_REQUEST, message)
