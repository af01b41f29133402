"""All that is known about one person, in the inspector: a section for each kind, with a way in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.person import Person
from ui.dialogs.flag_dialog import flag_words
from ui.pages.person_facts import icon_line
from ui.pages.person_homes import PersonHomes
from ui.pages.person_lines import (
    health_lines,
    kin_lines,
    name_lines,
    need_lines,
    number_lines,
    reach_lines,
    school_lines,
)
from ui.present import Presented
from ui.widgets.buttons import LinkButton
from ui.widgets.text import words


class PersonDetails(QWidget):
    """Shows sections that have something in them; what to do is told, not done."""

    section_asked = Signal(str, str)  # person, section of the form
    relationships_asked = Signal(str)
    home_asked = Signal(str)
    move_asked = Signal(str)
    stays_asked = Signal(str)
    flags_asked = Signal(str)
    restricted_asked = Signal(str)
    preparing_asked = Signal()

    def __init__(self, person: Person, presented: Presented, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        record = presented.record
        self._person = person
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_flags(presented)
        if person.died is None and not person.unborn:
            homes = PersonHomes(person, presented)
            homes.home_asked.connect(self.home_asked)
            homes.move_asked.connect(self.move_asked)
            self._column.addWidget(homes)
        self._link(
            tr("Inspector", "Change homes and nights"),
            partial(self.stays_asked.emit, person.id),
        )
        numbers = [one for one in record.identifiers if one.person == person.id]
        points = [one for one in record.contact_points if one.person == person.id]
        for icon_name, section, heading, edit, lines in (
            (
                "phone",
                "reach",
                tr("Inspector", "Reaching them safely"),
                tr("Inspector", "Edit phone, e-mail and safe contact"),
                reach_lines(person, points),
            ),
            (
                "languages",
                "needs",
                tr("Inspector", "Talking and reading"),
                tr("Inspector", "Edit talking and reading"),
                need_lines(person),
            ),
            (
                "heart-pulse",
                "health",
                tr("Inspector", "Health"),
                tr("Inspector", "Edit health"),
                health_lines(person),
            ),
            (
                "graduation-cap",
                "school",
                tr("Inspector", "School"),
                tr("Inspector", "Edit school"),
                school_lines(person),
            ),
            (
                "key-round",
                "numbers",
                tr("Inspector", "Numbers"),
                tr("Inspector", "Edit numbers"),
                number_lines(numbers),
            ),
            (
                "user",
                "identity",
                tr("Inspector", "Names and background"),
                tr("Inspector", "Edit names and background"),
                name_lines(person),
            ),
            (
                "notebook-pen",
                "note",
                tr("Inspector", "Note"),
                tr("Inspector", "Edit the note"),
                [person.note] if person.note else [],
            ),
        ):
            if lines:
                asked = partial(self.section_asked.emit, person.id, section)
                self._section(heading, icon_name, lines, edit, asked)
        self._add_kin(presented)
        self._link(
            tr("Inspector", "Restricted facts…"), partial(self.restricted_asked.emit, person.id)
        )

    def _add_flags(self, presented: Presented) -> None:
        tr = QCoreApplication.translate
        today = presented.today
        flags = [
            flag_words(flag, today)
            for flag in presented.record.flags
            if flag.person == self._person.id and flag.current(today)
        ]
        change = tr("Inspector", "Change what to bear in mind")
        asked = partial(self.flags_asked.emit, self._person.id)
        if flags:
            self._section(
                tr("Inspector", "Bear in mind: only for the office"), "shield", flags, change, asked
            )
        else:
            self._link(change, asked)
        self._link(tr("Inspector", "Prepare a visit"), partial(self.preparing_asked.emit))

    def _add_kin(self, presented: Presented) -> None:
        tr = QCoreApplication.translate
        names = {one.id: one.name for one in presented.family.people}
        lines = kin_lines(self._person, presented.record, names)
        if lines:
            self._section(
                tr("Inspector", "Between them"),
                "users",
                lines,
                tr("Inspector", "Change what is between them"),
                partial(self.relationships_asked.emit, self._person.id),
            )

    def _section(
        self,
        heading: str,
        icon_name: str,
        lines: list[str],
        edit: str,
        asked: partial[None],
    ) -> None:
        self._column.addSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(words(heading, "section", wrap=True), 1)
        link = self._made(QCoreApplication.translate("Inspector", "Edit"), edit, asked)
        top.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        for line in lines:
            self._column.addLayout(icon_line(icon_name, line))

    def _link(self, text: str, asked: partial[None]) -> None:
        self._column.addWidget(self._made(text, text, asked), 0, Qt.AlignmentFlag.AlignLeft)

    def _made(self, text: str, name: str, asked: partial[None]) -> LinkButton:
        link = LinkButton(text)
        link.setAccessibleName(name)
        link.clicked.connect(lambda: asked())
        return link
