"""A PIN for the way back from the family view: set, changed, or taken away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.pin import MOST
from app.usecases.keep_pin import set_pin
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog

QUIET = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText


class PinDialog(DraftDialog):
    """Asks for a PIN twice, as nobody sees what is typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            lambda: set_pin(self.pin.text()),
            title=tr("Pin", "A PIN for the way back"),
            save=tr("Pin", "Keep the PIN"),
            introduction=tr(
                "Pin",
                "It leads back from the family view to your work, and opens nothing else. It is "
                "kept inside the locked records. Your passphrase works there too.",
            ),
            parent=parent,
        )
        self.pin = self.form.add(
            "pin", tr("Pin", "New PIN"), _hidden(), hint=tr("Pin", "4 to 8 figures")
        )
        self.again = self.form.add("again", tr("Pin", "The same again"), _hidden())
        self.resize(self.width(), self.sizeHint().height())

    def save(self) -> None:
        """Keep the PIN, where both are the same."""
        if self.pin.text() == self.again.text():
            super().save()
            return
        said = QCoreApplication.translate("Pin", "This is not the same. Type it once more.")
        self.again.clear()
        self.show_sentences({"again": said})


def _hidden() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setInputMethodHints(QUIET)
    edit.setMaxLength(MOST)
    return edit
