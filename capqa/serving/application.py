"""What the server answers to which request."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from capqa import __version__
from capqa.serving.answering import ID_HEADER, Answering, log
from capqa.serving.description import description
from capqa.serving.protection import Protection
from capqa.serving.refusals import Refusal
from capqa.serving.submissions import submission

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp

    from capqa.serving.options import ServerOptions
    from capqa.serving.workers import Workers

CHECK_PATH = "/v1/check"

_METHODS = {CHECK_PATH: "POST, OPTIONS"}
_READING = "GET, HEAD, OPTIONS"


def application(options: ServerOptions, workers: Workers) -> ASGIApp:
    """Return the application that answers with what the workers find."""
    check = _Check(options, workers)
    app: ASGIApp = Starlette(
        routes=[
            Route(CHECK_PATH, check.answer, methods=["POST"]),
            Route("/health", _health, methods=["GET"]),
            Route("/openapi.json", _openapi, methods=["GET"]),
            *(Route(path, _options, methods=["OPTIONS"]) for path in _PATHS),
        ],
        exception_handlers={Refusal: _refused, HTTPException: _refused_by_starlette},
    )
    if options.origins:
        app = CORSMiddleware(
            app,
            allow_origins=options.origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Disposition", "Content-Type", ID_HEADER],
            expose_headers=[ID_HEADER, "Retry-After"],
        )
    return Answering(Protection(app, options))


class _Check:
    """Takes documents, as many at once as the server may have."""

    def __init__(self, options: ServerOptions, workers: Workers) -> None:
        self._options = options
        self._workers = workers
        self._taken = 0

    async def answer(self, request: Request) -> Response:
        if self._taken >= self._options.most_waiting:
            raise Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                f"{self._taken} documents are waiting already; send it again later",
                headers={"Retry-After": "1"},
                closing=True,
            )
        self._taken += 1
        try:
            submitted = await submission(request, self._options)
            outcome = await self._workers.check(submitted)
        finally:
            self._taken -= 1
        if outcome.logged:
            log(f"request {request.scope['capqa.request_id']}: {outcome.logged}")
        if outcome.status is not HTTPStatus.OK:
            busy = outcome.status is HTTPStatus.SERVICE_UNAVAILABLE
            later = {"Retry-After": "2"} if busy else {}
            raise Refusal(outcome.status, outcome.body, headers=later)
        return Response(outcome.body, media_type="application/json")


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok", "version": __version__})


async def _openapi(_: Request) -> Response:
    return JSONResponse(description())


async def _options(request: Request) -> Response:
    allowed = _METHODS.get(request.url.path, _READING)
    return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": allowed})


async def _refused(request: Request, error: Exception) -> Response:
    return cast("Refusal", error).response(request.scope)


async def _refused_by_starlette(request: Request, error: Exception) -> Response:
    refused = cast("HTTPException", error)
    status = HTTPStatus(refused.status_code)
    headers = dict(refused.headers or {})
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = _METHODS.get(request.url.path, _READING)
        what = f"this path takes {headers['Allow']}"
    elif status is HTTPStatus.NOT_FOUND:
        what = f"no such path; choose from {', '.join(_PATHS)}"
    else:
        what = str(refused.detail)
    return Refusal(status, what, headers=headers).response(request.scope)


_PATHS = (CHECK_PATH, "/health", "/openapi.json")
