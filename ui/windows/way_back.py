"""The way back from the family view: the worker’s PIN or passphrase, and a pause after a slip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.door import DEMO_PASSPHRASE
from ui.family_view_words import secret_label, wait_words, wrong_words
from ui.theme import current_theme
from ui.windows.door_page import DoorPage

WIDTH = 440
QUIET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class WayBack(QScrollArea):
    """`done` tells that something was typed, `not_now` that the view is wanted again.

    What is typed is never shown: whoever is at the table looks at this screen.
    """

    done = Signal()
    not_now = Signal()

    def __init__(self, *, made_up: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.waits = False
        self.page = DoorPage(
            heading=tr("FamilyView", "Back to work"),
            sentence=tr("FamilyView", "Only the worker can go back to the records."),
            action=tr("FamilyView", "Go back to work"),
        )
        said = tr("FamilyView", "These families are made up, and the passphrase is {0}.")
        hint = said.replace("{0}", f"“{DEMO_PASSPHRASE}”") if made_up else ""
        self.typed, self.row = self.page.add_field(secret_label(False), hint=hint, secret=False)
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setInputMethodHints(QUIET)
        self.typed.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.not_now_button = self.page.add_way(tr("FamilyView", "Not now"), self.not_now.emit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)
        self.page.done.connect(self.done)
        self._arrange()

    def begin(self, *, has_pin: bool) -> None:
        """Ask, with nothing typed."""
        self.row.rename(secret_label(has_pin))
        if not self.waits:
            self.page.clear()

    def take(self) -> str:
        """Return what was typed and forget it; nothing more is taken until an answer is said."""
        typed = self.typed.text()
        self.typed.clear()
        self.waits = True
        self.page.trouble.say("", "")
        self.page.set_busy(True)
        return typed

    def say_wrong(self, left: int, seconds: int) -> None:
        """Say that it was not right, and take nothing for a while."""
        self.page.trouble.say(wrong_words(left), wait_words(seconds))
        self._pause.start(seconds * 1000)

    def say(self, sentence: str, step: str) -> None:
        """Say what stood in the way, and go on."""
        self._go_on()
        self.page.trouble.say(sentence, step)

    def _go_on(self) -> None:
        self.waits = False
        self.page.set_busy(False)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setMaximumWidth(current_theme().px(WIDTH))
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.page, 8)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setWidget(inner)
