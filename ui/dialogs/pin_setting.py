"""The lines of the settings about the PIN: whether there is one, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.usecases.keep_pin import drop_pin
from ui.desk import Desk
from ui.dialogs.pin_dialog import PinDialog
from ui.widgets.buttons import Button
from ui.widgets.text import announce, words


class PinSetting(QWidget):
    """Shows how it is in the store, and changes it there: it is no setting of this machine."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self.dialog: PinDialog | None = None
        self.state = words("", "body", wrap=True)
        self.set_button = Button(tr("Pin", "Set a PIN"), icon_name="key-round")
        self.drop_button = Button(tr("Pin", "Take the PIN away"), kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(words(tr("Pin", "Way back from the family view"), "label", wrap=True))
        for widget in (self.state, self.set_button, self.drop_button):
            column.addWidget(widget)
        self.drop_button.hide()
        self.set_button.clicked.connect(self._set)
        self.drop_button.clicked.connect(self._drop)
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(lambda work: work.has_pin(), owner=self, then=self._show)

    def _show(self, has_pin: bool) -> None:
        tr = QCoreApplication.translate
        self.state.setText(
            tr("Pin", "Your PIN or your passphrase.")
            if has_pin
            else tr("Pin", "Only your passphrase, as there is no PIN.")
        )
        self.set_button.say(tr("Pin", "Change the PIN") if has_pin else tr("Pin", "Set a PIN"))
        self.drop_button.setVisible(has_pin)

    def _set(self) -> None:
        self.dialog = PinDialog(self._desk, self.window())
        self.dialog.kept.connect(self._ask)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _drop(self) -> None:
        self._desk.do(drop_pin(), owner=self, then=self._dropped)

    def _dropped(self, _: None) -> None:
        self.set_button.setFocus()
        self._ask()
        announce(self, QCoreApplication.translate("Pin", "The PIN is taken away."))
