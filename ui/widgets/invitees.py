"""Who is asked to a meeting: ticked one by one, nobody beforehand, with what to think of beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.ids import PersonId, ProfessionalId
from app.domain.plan import Invited, Invitee
from ui.plan_words import invitation_states, somebody_else
from ui.widgets.buttons import Button
from ui.widgets.card import IconLabel
from ui.widgets.fields import Choice
from ui.widgets.text import words
from ui.widgets.ticks import Tick

Advice = Callable[[Invitee, tuple[PersonId, ...]], str]


class InviteeRow(QWidget):
    """One person who can be asked: a tick, what became of it, and what to think of."""

    changed = Signal()

    def __init__(self, invitee: Invitee, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.invitee = invitee
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.tick = Tick(name)
        self.tick.setAccessibleName(name)
        said = QCoreApplication.translate("Meeting", "What became of asking {0}")
        self.state = Choice(invitation_states())
        self.state.setAccessibleName(said.replace("{0}", name))
        self.advice = words("", "secondary", tone="warn", wrap=True)
        self._advice_row = QWidget()
        line = QHBoxLayout(self._advice_row)
        line.setContentsMargins(30, 0, 0, 4)
        line.setSpacing(8)
        line.addWidget(IconLabel("triangle-alert", "warn", size=16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.advice, 1)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.tick, 1)
        top.addWidget(self.state)
        column.addLayout(top)
        column.addWidget(self._advice_row)
        self.tick.toggled.connect(self._toggled)
        self.advise("")
        self.state.setVisible(False)

    def advise(self, sentence: str) -> None:
        """Say what to think of, or nothing; a screen reader says it with the name."""
        self.advice.setText(sentence)
        self._advice_row.setVisible(bool(sentence))
        self.tick.setAccessibleDescription(sentence)

    def choose(self, state: Invited) -> None:
        """Tick it, with what became of it."""
        self.tick.setChecked(True)
        self.state.choose(state)

    def _toggled(self, ticked: bool) -> None:
        self.state.setVisible(ticked)
        self.changed.emit()


class InviteeList(QFrame):
    """Rows for the family and for professionals, and a line to add anybody else by name."""

    def __init__(
        self,
        family: Mapping[str, str],
        professionals: Mapping[str, str],
        *,
        advice: Advice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("ground", "choices")
        self._advice = advice
        self.rows: list[InviteeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(2)
        if family:
            self._column.addWidget(words(tr("Meeting", "Of the family"), "group"))
        for id_, name in family.items():
            self._add_row(Invitee(person=PersonId(id_)), name)
        if professionals:
            self._column.addWidget(words(tr("Meeting", "Of the services that are there"), "group"))
        for id_, name in professionals.items():
            self._add_row(Invitee(professional=ProfessionalId(id_)), name)
        self._others = QVBoxLayout()
        self._column.addLayout(self._others)
        self.other = _NameField()
        self.other.setAccessibleName(tr("Meeting", "Anybody else, by name"))
        self.other.setPlaceholderText(tr("Meeting", "Anybody else, by name"))
        self.add_button = Button(tr("Meeting", "Add this name"), icon_name="plus")
        line = QHBoxLayout()
        line.addWidget(self.other, 1)
        line.addWidget(self.add_button)
        self._column.addLayout(line)
        self.add_button.clicked.connect(self._add_other)
        self.other.entered.connect(self._add_other)
        if self.rows:
            self.setFocusProxy(self.rows[0].tick)

    def invitees(self) -> tuple[Invitee, ...]:
        """Return who is ticked, with what became of it; a name still being typed counts too."""
        found = [
            Invitee(
                name=row.invitee.name,
                person=row.invitee.person,
                professional=row.invitee.professional,
                state=Invited(row.state.key()),
            )
            for row in self.rows
            if row.tick.isChecked()
        ]
        typed = self.other.text().strip()
        return (*found, *([Invitee(name=typed)] if typed else []))

    def choose(self, invitees: tuple[Invitee, ...], names: Mapping[str, str]) -> None:
        """Tick these; who is not among the rows any more gets one. `names` are by id."""
        for one in invitees:
            key = (one.person, one.professional, one.name)
            row = next((row for row in self.rows if _key(row.invitee) == key), None)
            if row is None:
                known = names.get(one.person or one.professional or "", one.name)
                known = known or somebody_else()
                row = self._add_row(one, known, other=True)
            row.choose(one.state)

    def _add_row(self, invitee: Invitee, name: str, *, other: bool = False) -> InviteeRow:
        row = InviteeRow(invitee, name)
        row.changed.connect(self._advise)
        self.rows.append(row)
        (self._others if other else self._column).addWidget(row)
        return row

    def _add_other(self) -> None:
        typed = self.other.text().strip()
        if typed:
            self.other.clear()
            row = self._add_row(Invitee(name=typed), typed, other=True)
            row.choose(Invited.INVITED)
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _advise(self) -> None:
        """Say beside everybody ticked what to think of, seen with the others who are ticked."""
        asked = tuple(
            row.invitee.person
            for row in self.rows
            if row.tick.isChecked() and row.invitee.person is not None
        )
        for row in self.rows:
            row.advise(self._advice(row.invitee, asked) if row.tick.isChecked() else "")


class _NameField(QLineEdit):
    """A name to add: Enter adds it, and does not end the whole form as it does elsewhere."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
            return
        super().keyPressEvent(event)


def _key(invitee: Invitee) -> tuple[PersonId | None, ProfessionalId | None, str]:
    return invitee.person, invitee.professional, invitee.name
