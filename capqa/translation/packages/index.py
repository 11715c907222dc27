"""The index of packages that can be downloaded: where it is, and what it offers for a pair."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from capqa.errors import CapqaError
from capqa.translation.argos.quarantine import without
from capqa.translation.packages.connection import DownloadError, Limits, fetch, scheme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LARGEST_INDEX: Final = 16 << 20
_MOST_SHOWN: Final = 60

BY_HAND: Final = (
    "download the .argosmodel on a connected machine and run `capqa models install FILE`"
)
"""What to do where the network does not serve."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package the index offers: its languages, version and web addresses, best first."""

    source: str
    target: str
    version: str
    addresses: tuple[str, ...]

    @property
    def age(self) -> tuple[int, ...]:
        """The version as numbers, so that 1.10 comes after 1.9."""
        return tuple(int(number) for number in re.findall(r"\d{1,9}", self.version))


def address() -> str:
    """Return where argostranslate looks for the index; an ARGOS_PACKAGE_INDEX is heeded.

    Asks argostranslate's settings, whose import makes its folders. Raises CapqaError.
    """
    try:
        with without():
            from argostranslate import settings
    except Exception as error:
        # A setting of the user's that is no number, a home that cannot be written to.
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise CapqaError(
            f"the settings of argostranslate cannot be read: {reason}", mend=BY_HAND
        ) from error
    return str(settings.remote_package_index)


def offers(url: str, limits: Limits | None = None) -> tuple[Offer, ...]:
    """Return what the index at a URL offers. Raises DownloadError."""
    content = b"".join(fetch(url, limits or Limits(LARGEST_INDEX), BY_HAND))
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DownloadError("is no index of packages", where=url, mend=BY_HAND) from error
    if not isinstance(listed, list):
        raise DownloadError("is no index of packages", where=url, mend=BY_HAND)
    encrypted = scheme_of(url) == "https"
    return tuple(
        offer
        for metadata in listed
        if isinstance(metadata, dict)
        and (offer := _offer(metadata, encrypted=encrypted)) is not None
    )


def choose(offered: Iterable[Offer], source: str, target: str) -> Offer:
    """Return the newest package for a pair. Raises CapqaError naming what there is instead."""
    offered = list(offered)
    fitting = [each for each in offered if (each.source, each.target) == (source, target)]
    if fitting:
        return max(fitting, key=lambda each: each.age)
    raise CapqaError(
        f"the index offers no package from {source!r} to {target!r}",
        mend=_instead(offered, source, target),
    )


def _instead(offered: Sequence[Offer], source: str, target: str) -> str:
    targets = sorted({each.target for each in offered if each.source == source})
    if targets:
        return f"from {source} it offers {', '.join(targets[:_MOST_SHOWN])}"
    sources = sorted({each.source for each in offered if each.target == target})
    if sources:
        return f"to {target} it offers {', '.join(sources[:_MOST_SHOWN])}"
    return 'name languages by their codes, such as "de en"'


def _offer(metadata: dict[Any, Any], *, encrypted: bool) -> Offer | None:
    source, target = metadata.get("from_code"), metadata.get("to_code")
    links = metadata.get("links")
    if metadata.get("type", "translate") != "translate" or not isinstance(links, list):
        return None
    if not (isinstance(source, str) and isinstance(target, str) and source and target):
        return None
    # There are links for other networks too; and what is not encrypted could be anybody's.
    schemes = ("https",) if encrypted else ("https", "http")
    addresses = [each for each in links if isinstance(each, str) and scheme_of(each) in schemes]
    addresses.sort(key=lambda each: scheme_of(each) != "https")
    version = str(metadata.get("package_version") or "")
    return Offer(source, target, version, tuple(addresses))
