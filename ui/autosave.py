"""Keeps what is typed into a form as a draft in the store, every few seconds, without waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.domain.draft import Content, Draft
from app.domain.ids import HouseholdId, new_id
from app.errors import ThinkFamilyError
from app.operation import Command
from app.usecases.keep_drafts import T, ending_draft
from ui.desk import Desk
from ui.wording import in_words

EVERY = 3000  # milliseconds: what a crash can cost, and how often the store is written at most


def _now() -> datetime:
    return datetime.now(UTC)


class Autosave(QObject):
    """Looks at one form every three seconds and hands in what has changed.

    `content` says what the form holds now; what it holds at the beginning is not worth keeping.
    A form that is carried on with gives its `draft`, which is then kept under the same id.
    """

    said = Signal(str)  # e.g. "Draft kept 10:42"

    def __init__(
        self,
        content: Callable[[], Content],
        desk: Desk,
        *,
        kind: str,
        household: HouseholdId,
        about: str = "",
        draft: Draft | None = None,
        clock: Callable[[], datetime] = _now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._desk = desk
        self._kind, self._household, self._about = kind, household, about
        self._clock = clock
        self._untouched = content()
        self._handed_in: Content | None = draft.content if draft is not None else None
        self._paused = False
        self.id = draft.id if draft is not None else new_id()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.keep_now)
        self._timer.start()
        desk.leaving.connect(self.keep_now)

    @property
    def typed(self) -> bool:
        """Say whether the form holds anything it did not hold at the beginning."""
        return self._content() != self._untouched

    def keep_now(self) -> None:
        """Hand in what the form says, if that is new; returns at once."""
        content = self._content()
        unchanged = content == self._handed_in
        nothing = self._handed_in is None and content == self._untouched
        if self._paused or unchanged or nothing:
            return
        draft = self._draft(content)
        self._handed_in = content
        self._desk.keep_draft(
            draft, owner=self, then=lambda _: self._say_kept(draft.at), trouble=self._say_trouble
        )

    def ending(self, command: Command[T]) -> Command[T]:
        """Return the command that also ends the draft; until `resume` nothing is handed in."""
        self.keep_now()
        self._paused = True
        return ending_draft(command, self.id)

    def resume(self) -> None:
        """Go on, as the command was refused."""
        self._paused = False

    def leave(self, *, then: Callable[[], object], trouble: Callable[[Exception], object]) -> None:
        """Keep what is typed as the form is left, then call `then`; or drop what is not typed."""
        content = self._content()
        if self._paused:  # a command is under way, and what was typed was handed in before it
            then()
        elif content != self._untouched:
            self._paused = True
            draft = self._draft(content)
            self._desk.keep_draft(
                draft, owner=self, then=partial(self._left, then, draft), trouble=trouble
            )
        else:
            if self._handed_in is not None:
                self._desk.drop_draft(self.id, owner=self._desk, then=self._dropped)
            self._paused = True
            then()

    def _draft(self, content: Content) -> Draft:
        return Draft(
            id=self.id,
            kind=self._kind,
            household=self._household,
            about=self._about,
            at=self._clock(),
            content=content,
        )

    def _left(self, then: Callable[[], object], draft: Draft, _: None) -> None:
        desk = self._desk
        then()
        desk.drafts_changed.emit()
        desk.draft_left.emit(draft)

    def _dropped(self, _: None) -> None:
        self._desk.drafts_changed.emit()

    def _say_kept(self, at: datetime) -> None:
        said = QCoreApplication.translate("Draft", "Draft kept {0}")
        self.said.emit(said.replace("{0}", f"{at.astimezone():%H:%M}"))

    def _say_trouble(self, error: Exception) -> None:
        self._handed_in = {}  # try again next time
        if isinstance(error, ThinkFamilyError):
            said = QCoreApplication.translate("Draft", "The draft is not kept. {0}")
            self.said.emit(said.replace("{0}", in_words(error)))
        else:
            self._desk.failed.emit(error)
