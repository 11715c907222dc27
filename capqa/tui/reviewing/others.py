"""What others decide meanwhile in the same log: taken in, and told."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import on, work

from capqa.errors import CapqaError
from capqa.tui.drawing.news import disagreement_line, news_line
from capqa.tui.messages import Heard
from capqa.tui.reviewing.changes import Changes
from capqa.tui.screens.choice import ChoiceScreen
from capqa.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from capqa.model import Decision
    from capqa.review.session import Conflict, News

SECONDS: Final = 2.0
"""How often the log is looked at."""


class _Disagreement(NamedTuple):
    news: News
    standing: Decision | None


class Others(Changes):
    """Listens to the log in a thread, so that no server keeps a key waiting."""

    _listening = False
    _deaf = ""

    @cached_property
    def _disagreements(self) -> dict[int, _Disagreement]:
        return {}

    def on_mount(self) -> None:
        """Begin to listen."""
        self.set_interval(SECONDS, self.listen)

    def listen(self) -> None:
        """Take in what others decided, unless the files are being seen to."""
        if not (self._listening or self.flow.busy):
            self._listening = True
            self._hear()

    def do(self, step: Callable[[], None]) -> bool:
        """Take a step of the flow; it takes in what others decided, which is told after it."""
        done = super().do(step)
        if self.flow.session.untold and not self.flow.busy:
            self._tell_news()
        return done

    def action_conflicts(self) -> None:
        """Show what others changed, in the files or by deciding, that is decided otherwise here."""
        if self.flow.busy:
            self.tell("the files are being seen to; press the key again", "warning")
            return
        conflicts, disagreements = self.flow.conflicts, self._still_apart()
        if conflicts and not disagreements:
            self.open_conflicts()
        elif len(disagreements) == 1 and not conflicts:
            self._go_to(disagreements[0].index)
        elif conflicts or disagreements:
            self._ask(conflicts, disagreements)
        else:
            self.tell("nothing you decided was changed by others")

    @work(thread=True)
    def _hear(self) -> None:
        try:
            news, error = self.flow.session.has_news(), ""
        except CapqaError as caught:
            news, error = False, str(caught)
        self.post_message(Heard(news=news, error=error))

    @on(Heard)
    def _heard(self, event: Heard) -> None:
        self._listening = False
        if event.error and event.error != self._deaf:
            self.tell(event.error, "error")
        self._deaf = event.error
        # While the files are being written it is another thread that has the session.
        if event.news and not self.flow.busy:
            self._tell_news()

    def _tell_news(self) -> None:
        try:
            news = self.flow.session.refresh()
        except CapqaError as error:
            self.tell(str(error), "error")
            return
        if not news:
            return
        self.show()
        apart = self._note(news)
        line = news_line(news)
        if len(apart) == 1:
            line = f"{self._line(apart[0])}. {self.flow.keys['conflicts']} shows"
        elif apart:
            line += f"; {len(apart):,} otherwise than you. {self.flow.keys['conflicts']} shows"
        # Beside what a key has just said, not in its place.
        self.notify(visible(line), severity="warning" if apart else "information", markup=False)

    def _note(self, news: Sequence[News]) -> list[News]:
        """Remember where others decided otherwise, the last of each finding; return those."""
        apart = {each.index: each for each in news if each.conflict}
        for each in apart.values():
            standing = self.flow.session.decision(each.index)
            self._disagreements[each.index] = _Disagreement(each, standing)
        return list(apart.values())

    def _still_apart(self) -> list[News]:
        """Return where others decided otherwise and nobody has decided again since."""
        decision = self.flow.session.decision
        self._disagreements = {
            index: each
            for index, each in self._disagreements.items()
            if decision(index) == each.standing
        }
        return [each.news for each in self._disagreements.values()]

    def _ask(self, conflicts: Sequence[Conflict], disagreements: Sequence[News]) -> None:
        indexes = [each.index for each in disagreements]
        lines = [f"≠ {self._line(each)}" for each in disagreements]
        for conflict in conflicts[:1]:
            count = f"{len(conflicts):,} conflicts" if len(conflicts) > 1 else "1 conflict"
            lines.append(f"≠ {count} in files that changed on disk, {conflict.path} first")

        def go(position: int | None) -> None:
            if position is None:
                return
            if position < len(indexes):
                self._go_to(indexes[position])
            else:
                self.open_conflicts()

        self.app.push_screen(
            ChoiceScreen(
                "Conflicts", [(line, True) for line in lines], "Both decisions are in the log."
            ),
            go,
        )

    def _go_to(self, index: int) -> None:
        # Seen is settled: who wants the other one decides again.
        self._disagreements.pop(index, None)
        self.do(lambda: self.flow.go_to(index))

    def _line(self, news: News) -> str:
        return disagreement_line(news, self.flow.session.items[news.index].finding.text)
