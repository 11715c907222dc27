"""The processes that check documents, so that the server goes on answering meanwhile."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from http import HTTPStatus
from typing import TYPE_CHECKING

from capqa.serving import checking
from capqa.serving.refusals import Refusal

if TYPE_CHECKING:
    from capqa.serving.checking import Outcome, Project
    from capqa.serving.submissions import Submission


class Workers:
    """So many processes; those that are ended from outside are replaced."""

    def __init__(self, project: Project, jobs: int) -> None:
        """Start them. Raises CapqaError for what is broken in the project."""
        self._project = project
        self._jobs = jobs
        checking.warm(project)
        # Forked processes share what was just loaded; later this process has threads, which a fork
        # must not meet.
        self._pool = self._started("fork" if sys.platform == "linux" else "spawn")
        self._pool.submit(int).result()

    async def check(self, submitted: Submission) -> Outcome:
        """Return what becomes of a document. Raises Refusal when its process was ended."""
        pool = self._pool
        try:
            return await asyncio.wrap_future(pool.submit(checking.check_in_process, submitted))
        except BrokenProcessPool as error:
            if self._pool is pool:
                pool.shutdown(wait=False)
                self._pool = self._started("spawn")
            raise Refusal(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "the process that checked the document was ended, perhaps for want of memory; "
                "send it again, or start the server with fewer --jobs",
                headers={"Retry-After": "2"},
            ) from error

    def stop(self) -> None:
        """End them when they have finished what they have."""
        self._pool.shutdown(cancel_futures=True)

    def _started(self, method: str) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(
            self._jobs, context, initializer=checking.start_process, initargs=(self._project,)
        )
