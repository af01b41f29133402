"""Who is at the table: asked before the screen is turned to them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.record import Record
from app.usecases.show_family import can_look
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.widgets.buttons import DialogButtons
from ui.widgets.fields import TickTiles
from ui.widgets.text import Paragraph, words


class AtTableDialog(QDialog):
    """`chosen` tells the ids of those who will look at the screen."""

    chosen = Signal(tuple)

    def __init__(self, record: Record, *, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setWindowTitle(tr("FamilyView", "Who is at the table?"))
        self.setModal(True)
        there: dict[str, str] = {
            person.id: person.name for person in record.people if can_look(person)
        }
        self.form = Form()
        self.people = self.form.add(
            "people",
            tr("FamilyView", "Those who will see the screen"),
            TickTiles(there),
            hint=tr("FamilyView", "Several together see only what each of them may see."),
        )
        self.people.choose(frozenset({chosen} & there.keys()))
        self._order = tuple(there)
        self.buttons = DialogButtons(
            tr("FamilyView", "Show them their view"), tr("Dialog", "Cancel")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(self.windowTitle(), "heading", wrap=True))
        column.addWidget(
            Paragraph(
                tr(
                    "FamilyView",
                    "The screen then shows what they may see, and nothing else. Only your PIN "
                    "or passphrase leads back. F9 does the same for the person you have chosen.",
                )
            )
        )
        column.addWidget(self.form, 1)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self._show)
        self.buttons.rejected.connect(self.reject)
        open_at(self, 560, 460)

    def _show(self) -> None:
        ticked = self.people.chosen()
        if not ticked:
            said = QCoreApplication.translate("FamilyView", "Tick who is at the table.")
            self.form.show_problems({"people": said})
            return
        self.accept()
        self.chosen.emit(tuple(id_ for id_ in self._order if id_ in ticked))
