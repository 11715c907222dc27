"""Downloading a package from one of its addresses and installing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from capqa.translation.packages import index
from capqa.translation.packages.archive import LARGEST_ARCHIVE
from capqa.translation.packages.connection import DownloadError, Limits, fetch
from capqa.translation.packages.installing import install, workplace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from capqa.translation.packages.index import Offer
    from capqa.translation.packages.installing import Installation

_LIMITS: Final = Limits(LARGEST_ARCHIVE)


def download(
    offer: Offer,
    directory: Path,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = _LIMITS,
) -> Installation:
    """Download a package and install it into a packages folder, trying its addresses in turn.

    ``progress`` is told the bytes so far and in all. Raises CapqaError; the folder is as it was.
    """
    failure = DownloadError(
        f"the index gives no web address for {offer.source}-{offer.target}", mend=index.BY_HAND
    )
    with workplace(directory) as place:
        file = place / "download.argosmodel"
        for address in offer.addresses:
            try:
                with file.open("wb") as target:
                    for piece in fetch(address, limits, index.BY_HAND, progress):
                        target.write(piece)
            except DownloadError as error:
                failure = error
                continue
            return install(file, directory)
        raise failure
