"""Pieces of work for the window's thread, one in each turn, so that it never waits for them all."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """Does pieces of work in the order given, one in each turn of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[Hashable, Callable[[], object]] = {}
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)

    def begin(self, pieces: Mapping[Hashable, Callable[[], object]]) -> None:
        """Forget whatever still waits, and do these instead, one in each turn from the next."""
        self._waiting = dict(pieces)
        self._turn.start()

    def forget(self) -> None:
        """Do none of the pieces that still wait."""
        self._waiting = {}

    def now(self, key: Hashable) -> None:
        """Do the piece of this key at once, if it still waits."""
        piece = self._waiting.pop(key, None)
        if piece is not None:
            piece()

    def _next(self) -> None:
        if self._waiting:
            self.now(next(iter(self._waiting)))
        else:
            self._turn.stop()
