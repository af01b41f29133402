"""Questions that follow the keyboard: one at the store, one waiting, and only the newest told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from app.ports import Work
from ui.desk import Desk

T = TypeVar("T")
Question = Callable[[Work], T]


class Latest(QObject, Generic[T]):
    """Asks a desk. A new question takes the place of the one that waits, and silences older ones.

    A question has steps, each asked only while it is still the newest; every answer is told at
    once. So a slow step never keeps the next key press waiting behind a row of others.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = False
        self._steps: tuple[Question[T], ...] = ()
        self._tell: Callable[[T, bool], object] | None = None
        self._newest = 0

    def ask(self, *steps: Question[T], then: Callable[[T, bool], object]) -> None:
        """Ask each step; `then` hears its answer, and whether it is the last one."""
        self._newest += 1
        self._steps, self._tell = steps, then
        self._next()

    def drop(self) -> None:
        """Forget the question; nobody is told anything."""
        self._newest += 1
        self._steps = ()

    def _next(self) -> None:
        if self._asking or not self._steps:
            return
        step, self._steps = self._steps[0], self._steps[1:]
        self._asking = True
        number, tell, last = self._newest, self._tell, not self._steps

        def answered(answer: T) -> None:
            self._asking = False
            if number == self._newest and tell is not None:
                tell(answer, last)
            self._next()

        def failed(error: Exception) -> None:
            self._asking = False
            self._steps = ()
            self._desk.failed.emit(error)

        self._desk.ask(step, owner=self, then=answered, trouble=failed)
