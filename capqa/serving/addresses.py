"""Where a server listens, and whether only this machine reaches it there."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from typing import TYPE_CHECKING, Final

from capqa.errors import CapqaError

if TYPE_CHECKING:
    from collections.abc import Sequence

_HOST: Final = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
_LOCAL_NAME: Final = "localhost"


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address; port 0 is any free one.

    Raises CapqaError when that cannot be.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        listener = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(128)
        except BaseException:
            listener.close()
            raise
    except OSError as error:
        raise CapqaError(
            f"cannot listen: {error.strerror}",
            where=f"{host}:{port}",
            mend="choose another --host or --port",
        ) from error
    return listener


def url_of(listener: socket.socket) -> str:
    """Return the address a socket listens at, as ``http://127.0.0.1:8377``."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def is_loopback(host: str) -> bool:
    """Return whether a host, a name or an address, is this machine for itself only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM) if host else []
    except OSError:
        return False
    return bool(found) and all(
        ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_loopback for each in found
    )


def name_loopback(hosts: Sequence[str]) -> bool:
    """Return whether the ``Host`` headers of a request are one, and name this machine.

    A page can make its own name point to 127.0.0.1 and so reach servers that listen there only
    (DNS rebinding); its requests then carry that name as their host.
    """
    if len(hosts) != 1 or not (found := _HOST.fullmatch(hosts[0].strip())):
        return False
    name = found[1].strip("[]").lower().removesuffix(".")
    if name == _LOCAL_NAME:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
