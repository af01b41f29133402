"""A warning beside free text that seems to hold an address or a phone number (trap 3)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from app.domain.giveaways import Giveaway, giveaways
from ui.widgets.card import IconLabel
from ui.widgets.text import announce, words


class AddressCaution(QFrame):
    """Watches fields of a family with a confidential home. It warns, and refuses nothing."""

    def __init__(self, *fields: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "warn")
        self._fields: list[QPlainTextEdit] = []
        self.sentence = words("", "secondary", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.hide()
        for field in fields:
            self.watch(field)

    def watch(self, field: QPlainTextEdit) -> None:
        """Watch one more field."""
        self._fields.append(field)
        field.textChanged.connect(self._look)

    def _look(self) -> None:
        found = {kind for field in self._fields for kind in giveaways(field.toPlainText())}
        said = _sentence(found) if found else ""
        if said != self.sentence.text():
            self.sentence.setText(said)
            self.setAccessibleName(said)
            self.setVisible(bool(said))
            if said:
                announce(self, said)


def _sentence(found: set[Giveaway]) -> str:
    tr = QCoreApplication.translate
    if found == {Giveaway.PHONE}:
        what = tr("Caution", "This looks like a phone number.")
    elif Giveaway.PHONE in found:
        what = tr("Caution", "This looks like an address and a phone number.")
    else:
        what = tr("Caution", "This looks like an address.")
    rest = tr(
        "Caution",
        "Somebody here lives where nobody may find them. Keep it in the form of the home or the "
        "person, where it is guarded, and not in a note.",
    )
    return f"{what} {rest}"
