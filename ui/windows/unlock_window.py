"""The first window: unlock the records, make new ones, or look at made-up families.

It knows nothing of how records are kept: a `StoreDoor` given to it opens and creates them, off
the window's thread. It shows nothing about any family.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.errors import Invalid, StoreTrouble
from app.operation import OpenStore
from ui.desk import Desk
from ui.door import StoreDoor
from ui.forms import FieldRow
from ui.store_wording import passphrase_sentence, trouble_sentence
from ui.theme import current_theme
from ui.widgets.mark import Mark
from ui.widgets.text import announce, words
from ui.windows.door_page import DoorPage
from ui.windows.unlock_pages import UnlockPages

FORGET_AFTER = 30_000  # milliseconds after being hidden
SAY_BUSY_AFTER = 500  # milliseconds
WIDTH = 440
MISREAD = str.maketrans("ILO", "110")


class UnlockWindow(QMainWindow):
    """Asks for the passphrase; `unlocked` hands over a desk with an open store.

    The second value of `unlocked` says whether the families are made up.
    """

    unlocked = Signal(object, bool)
    _back = Signal(object)

    def __init__(self, door: StoreDoor, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._place = place
        self._desk: Desk | None = None
        self._code = ""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="create")
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._busy_words = ""
        self._busy_timer = self._timer(SAY_BUSY_AFTER, self._say_busy)
        self._forget_timer = self._timer(FORGET_AFTER, self.forget)
        self.setWindowTitle(QCoreApplication.translate("Unlock", "Think Family"))
        self.pages = UnlockPages()
        self._connect()
        self._arrange()
        self.resize(720, 680)
        self.pages.go_to(self.pages.unlock_page if door.exists(place) else self.pages.welcome_page)

    def forget(self) -> None:
        """Empty every field on every page."""
        self.pages.forget()

    def showEvent(self, event: QShowEvent) -> None:
        self._forget_timer.stop()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget_timer.start()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            if self.isMinimized():
                self._forget_timer.start()
            else:
                self._forget_timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.forget()
        self._thread.shutdown(wait=False)
        desk, self._desk = self._desk, None
        if desk is not None:  # still opening, and nobody is waiting for it any more
            desk.close_then(desk.deleteLater)
        super().closeEvent(event)

    def _connect(self) -> None:
        tr = QCoreApplication.translate
        pages = self.pages
        back = tr("Unlock", "Go back")
        pages.unlock_page.done.connect(self._unlock)
        pages.recovery_page.done.connect(self._recover)
        pages.welcome_page.done.connect(partial(pages.go_to, pages.create_page))
        pages.create_page.done.connect(self._create)
        pages.code_page.done.connect(partial(pages.go_to, pages.confirm_page))
        pages.confirm_page.done.connect(self._confirm)
        pages.unlock_page.add_way(
            tr("Unlock", "Use the recovery code"), partial(pages.go_to, pages.recovery_page)
        )
        for page in (pages.unlock_page, pages.welcome_page):
            page.add_way(tr("Unlock", "Look at made-up families"), self._demo)
        pages.recovery_page.add_way(back, partial(self._leave, pages.recovery_page))
        pages.create_page.add_way(back, partial(self._leave, pages.create_page))
        pages.confirm_page.add_way(tr("Unlock", "Show it again"), self._show_code)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "window")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(Mark(size=56), 0, centre)
        column.addWidget(words(self.windowTitle(), "heading"), 0, centre)
        column.addSpacing(8)
        self.pages.setMinimumWidth(260)
        self.pages.setMaximumWidth(current_theme().px(WIDTH))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.pages, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.setCentralWidget(scroll)

    def _leave(self, page: DoorPage) -> None:
        page.clear()
        there = self._door.exists(self._place)
        self.pages.go_to(self.pages.unlock_page if there else self.pages.welcome_page)

    # -- opening

    def _unlock(self) -> None:
        passphrase = self.pages.passphrase.text()
        if not passphrase:
            tr = QCoreApplication.translate
            self._wrong(self.pages.passphrase_row, tr("Unlock", "Write your passphrase."))
            return
        self._open(lambda: self._door.open(self._place, passphrase, None), demo=False)

    def _recover(self) -> None:
        code = self.pages.recovery.text()
        if not code.strip():
            tr = QCoreApplication.translate
            self._wrong(self.pages.recovery_row, tr("Unlock", "Write the recovery code."))
            return
        self._open(lambda: self._door.open(self._place, None, code), demo=False)

    def _demo(self) -> None:
        self._open(self._door.demo, demo=True)

    def _open(self, opener: Callable[[], OpenStore], *, demo: bool) -> None:
        if self._desk is not None:
            return
        self._begin(QCoreApplication.translate("Unlock", "Opening …"))
        self._desk = Desk(opener)
        self._desk.ready.connect(partial(self._opened, demo))
        self._desk.shut_out.connect(self._shut_out)

    def _opened(self, demo: bool) -> None:
        desk, self._desk = self._desk, None
        if desk is None:
            return
        self._end()
        self.forget()
        self.unlocked.emit(desk, demo)

    def _shut_out(self, error: Exception) -> None:
        desk, self._desk = self._desk, None
        if desk is None:
            return
        self._end()
        desk.close_then(desk.deleteLater)
        self._say(error)

    # -- making

    def _create(self) -> None:
        tr = QCoreApplication.translate
        self.pages.new_row.show_problem("")
        self.pages.again_row.show_problem("")
        passphrase = self.pages.new_passphrase.text()
        if passphrase and passphrase != self.pages.again.text():
            self._wrong(
                self.pages.again_row, tr("Unlock", "The two are not the same. Type it once more.")
            )
            return
        self._begin(tr("Unlock", "Making the store …"))
        making = self._thread.submit(self._door.create, self._place, passphrase)
        making.add_done_callback(self._made)

    def _made(self, making: Future[str]) -> None:
        if isValid(self):
            self._back.emit(partial(self._created, making))

    def _created(self, making: Future[str]) -> None:
        self._end()
        error = making.exception()
        if error is None:
            self.pages.create_page.clear()
            self._code = making.result()
            self._show_code()
        elif isinstance(error, Exception):
            self._say(error)

    def _show_code(self) -> None:
        self.pages.show_code(self._code)
        self.pages.go_to(self.pages.code_page)

    def _confirm(self) -> None:
        tr = QCoreApplication.translate
        if _bare(self.pages.typed_code.text()) != _bare(self._code):
            self._wrong(
                self.pages.typed_row,
                tr("Unlock", "That is not the same. Check each group of four on the paper."),
            )
            return
        self._code = ""
        self.pages.show_code("")
        self.pages.confirm_page.clear()
        self.pages.unlock_page.sentence.say(
            tr("Unlock", "The store is ready. Unlock it with your new passphrase.")
        )
        self.pages.unlock_page.sentence.show()
        self.pages.go_to(self.pages.unlock_page)

    # -- saying

    def _say(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self._wrong(self.pages.new_row, passphrase_sentence(error.problems[0].why))
        elif isinstance(error, StoreTrouble) and error.code == "passphrase-wrong":
            self._wrong(self.pages.passphrase_row, " ".join(trouble_sentence(error)))
        elif isinstance(error, StoreTrouble) and error.code.startswith("recovery-"):
            self._wrong(self.pages.recovery_row, " ".join(trouble_sentence(error)))
        else:
            trouble = error if isinstance(error, StoreTrouble) else StoreTrouble("unknown")
            self.pages.current().trouble.say(*trouble_sentence(trouble))

    def _wrong(self, row: FieldRow, sentence: str) -> None:
        for page in self.pages.all():
            page.trouble.say("", "")
        row.show_problem(sentence)
        announce(row, sentence)
        row.spoken.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(row.spoken, QLineEdit):
            row.spoken.selectAll()

    def _begin(self, sentence: str) -> None:
        self._busy_words = sentence
        for page in self.pages.all():
            page.set_busy(True)
        self._busy_timer.start()

    def _end(self) -> None:
        self._busy_timer.stop()
        for page in self.pages.all():
            page.set_busy(False)

    def _say_busy(self) -> None:
        self.pages.current().say_busy(self._busy_words)

    def _timer(self, milliseconds: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    @Slot(object)
    def _call(self, call: Callable[[], object]) -> None:
        call()


def _bare(code: str) -> str:
    """Return a code as it is compared: misread letters put right, nothing but letters."""
    return "".join(c for c in code.upper().translate(MISREAD) if c.isalnum())
