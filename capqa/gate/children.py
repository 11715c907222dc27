"""Processes that end with the one that started them, however that ends."""

from __future__ import annotations

import os
import threading


def end_with_parent() -> None:
    """End this process as soon as its parent has; without this it would wait for work for ever."""
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
