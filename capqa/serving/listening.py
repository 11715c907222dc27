"""Listening at an address until told to stop."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

from capqa.errors import ConfigurationError
from capqa.serving.addresses import is_loopback, listening, url_of
from capqa.serving.answering import log
from capqa.serving.options import TOKEN_VARIABLE
from capqa.serving.workers import Workers

if TYPE_CHECKING:
    from capqa.serving.checking import Project
    from capqa.serving.options import ServerOptions

_SECONDS_TO_FINISH = 60


def serve(options: ServerOptions, project: Project, *, jobs: int) -> None:
    """Answer until a signal to end comes, and then what was asked before it.

    Raises ConfigurationError when anybody on the network could ask without a token, CapqaError when
    the address cannot be listened at or something of the project is broken.
    """
    if options.token is None and not is_loopback(options.host):
        raise ConfigurationError(
            f"without a token anybody who reaches {options.host or 'it'} could send documents",
            where="--host",
            mend=f"give --token-file or ${TOKEN_VARIABLE}, or listen at 127.0.0.1",
        )
    import uvicorn

    from capqa.serving.application import application

    workers = Workers(project, jobs)
    try:
        with listening(options.host, options.port) as listener:
            config = uvicorn.Config(
                application(options, workers),
                http="h11",
                ws="none",
                lifespan="off",
                loop="asyncio",
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=_SECONDS_TO_FINISH,
            )
            for each in (signal.SIGINT, signal.SIGTERM):
                # uvicorn takes them meanwhile and hands them on when all is answered.
                signal.signal(each, _already_ended)
            log(f"capqa: listening at {url_of(listener)}")
            uvicorn.Server(config).run(sockets=[listener])
    finally:
        workers.stop()


def _already_ended(*_: Any) -> None:
    """Do nothing: the server has ended by then."""
