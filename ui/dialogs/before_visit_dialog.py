"""Before a visit: what to bear in mind about everybody who may be there. It stays in the office."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.person import Person
from app.domain.record import Record
from ui.dialogs.flag_dialog import flag_words, never_leaves
from ui.dialogs.room import open_at
from ui.pages.person_facts import icon_line
from ui.pages.person_lines import need_lines, reach_lines
from ui.widgets.buttons import PrimaryButton
from ui.widgets.text import Paragraph, words

WIDTH, HEIGHT = 600, 640


class BeforeVisitDialog(QDialog):
    """Shows flags first, then safe contact and how to talk with each person; nothing to change."""

    def __init__(
        self,
        record: Record,
        *,
        names: dict[str, str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        title = tr("Before", "Before the visit")
        self.setWindowTitle(title)
        self.setModal(True)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(4, 4, 12, 4)
        self._column.setSpacing(8)
        self._column.addWidget(Paragraph(never_leaves()))
        self._column.addWidget(
            Paragraph(tr("Before", "Read it before you go, and close it before you are there."))
        )
        living = [person for person in record.people if person.died is None]
        told = [self._add_person(person, record, names, today) for person in living]
        if not any(told):
            self._column.addWidget(words(tr("Before", "Nothing is recorded yet."), wrap=True))
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        area.setWidget(inner)
        self.done_button = PrimaryButton(tr("Before", "Done"))
        self.done_button.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(words(title, "heading", wrap=True))
        whole.addWidget(area, 1)
        whole.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        open_at(self, WIDTH, HEIGHT)

    def _add_person(
        self, person: Person, record: Record, names: dict[str, str], today: date
    ) -> bool:
        """Add what is known of one person; say whether there was anything."""
        flags = [
            flag_words(flag, today)
            for flag in record.flags
            if flag.person == person.id and flag.current(today)
        ]
        lines = [("shield", line) for line in flags]
        lines += [("phone", line) for line in reach_lines(person, ())]
        if person.contact.code_word:
            said = QCoreApplication.translate("Before", "Code word: {0}")
            lines.append(("key-round", said.replace("{0}", person.contact.code_word)))
        lines += [("languages", line) for line in need_lines(person)]
        if lines:
            self._column.addSpacing(6)
            self._column.addWidget(words(names[person.id], "section", wrap=True))
        for icon_name, line in lines:
            self._column.addLayout(icon_line(icon_name, line))
        return bool(lines)
