"""The right-hand side: the chosen person or agency, what is known now, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.deciding import deciders
from app.domain.ids import AgencyId, PersonId
from app.domain.person import Person
from app.view.household import SeenTie
from ui.choices import involvement_states, request_states
from ui.pages.agency_facts import agency_facts, staff_lines
from ui.pages.person_details import PersonDetails
from ui.pages.person_facts import (
    add_lines,
    age_line,
    icon_line,
    matters,
    next_step,
    own_words,
    who_decides,
)
from ui.present import Presented
from ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton
from ui.widgets.card import IconLabel, rule
from ui.widgets.sharing_row import SharingRow
from ui.widgets.symbol import PersonSymbol
from ui.widgets.text import words

B = TypeVar("B", bound=QPushButton)
DETAILS = (
    *("section_asked", "relationships_asked", "home_asked", "move_asked"),
    *("stays_asked", "flags_asked", "restricted_asked", "preparing_asked"),
)


class Inspector(QFrame):
    """Shows one person or one agency of a household; what to do is told, not done."""

    edit_asked = Signal(str)
    decision_asked = Signal(str, str)  # person, agency
    request_asked = Signal(str, str)
    form_asked = Signal(str)
    staff_asked = Signal(str)
    relationships_asked = Signal(str)
    home_asked = Signal(str)
    move_asked = Signal(str)
    stays_asked = Signal(str)
    flags_asked = Signal(str)
    restricted_asked = Signal(str)
    preparing_asked = Signal()
    section_asked = Signal(str, str)  # person, section of the form
    chosen = Signal(str)
    closed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._shown = ""
        self.setProperty("ground", "inspector")
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Chosen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.close_button = IconButton("x", QCoreApplication.translate("Inspector", "Close"))
        self.close_button.clicked.connect(self.closed)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.close_button.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(20, 8, 20, 16)
        self._foot.setSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    @property
    def shown(self) -> str:
        """Return the id of who or what is shown, or ""."""
        return self._shown

    def float_over(self, floating: bool) -> None:
        """Lie over the page, with a way to close, or stand beside it."""
        self.close_button.setVisible(floating)
        self.setAutoFillBackground(floating)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_button.isVisible():
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def show_nobody(self) -> None:
        """Say that nobody is chosen yet."""
        self._shown = ""
        body = self._begin()
        tr = QCoreApplication.translate
        body.addWidget(words(tr("Inspector", "Nobody chosen"), "heading", wrap=True))
        body.addWidget(
            words(
                tr("Inspector", "Choose a person or an agency to see what is known."),
                "secondary",
                wrap=True,
            )
        )
        body.addStretch(1)

    def show_one(self, id_: str, presented: Presented) -> None:
        """Show a person or an agency; nobody when there is no such id any more."""
        if any(person.id == id_ for person in presented.view.people):
            self._shown = id_
            self._show_person(presented.record.person(PersonId(id_)), presented)
        elif any(agency.id == id_ for agency in presented.view.agencies):
            self._shown = id_
            self._show_agency(presented.record.agency(AgencyId(id_)), presented)
        else:
            self.show_nobody()

    def _show_person(self, person: Person, presented: Presented) -> None:
        tr = QCoreApplication.translate
        body = self._begin()
        body.addLayout(self._person_heading(person, presented))
        said = own_words(person, presented)
        if said is not None:
            body.addWidget(said)
        add_lines(
            body,
            QCoreApplication.translate("Inspector", "What matters now"),
            matters(person, presented, self._catalogue),
        )
        self._add_sharing(body, person, presented)
        card = next_step(person, presented)
        if card is not None:
            body.addSpacing(6)
            body.addWidget(card)
        details = PersonDetails(person, presented)
        for name in DETAILS:
            getattr(details, name).connect(getattr(self, name))
        body.addWidget(details)
        if person.died is not None or person.unborn:
            body.addStretch(1)
            return
        body.addWidget(words(tr("Inspector", "Who decides"), "section"))
        body.addWidget(words(who_decides(person, presented), "body", wrap=True))
        body.addStretch(1)
        who = deciders(presented.record, person.id, None, presented.today)
        record_button = self._act(
            PrimaryButton(tr("Inspector", "Record a decision"), icon_name="file-check"),
            self.decision_asked,
            person.id,
            "",
        )
        form_button = self._act(
            Button(tr("Inspector", "Make the consent form"), icon_name="file-text"),
            self.form_asked,
            person.id,
        )
        form_button.setProperty("beside", "primary")
        self._foot.addWidget(form_button)
        form_button.setVisible(bool(who.signers))
        self._foot.addWidget(record_button)

    def _show_agency(self, agency: Agency, presented: Presented) -> None:
        tr = QCoreApplication.translate
        body = self._begin()
        sector = self._catalogue.picture.sectors[agency.kind]
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(IconLabel(sector.icon, sector.hue, size=28), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(words(agency.name, "heading", wrap=True))
        names.addWidget(words(self._catalogue.picture.kinds[agency.kind], "secondary", wrap=True))
        top.addLayout(names, 1)
        edit = IconButton("pencil", tr("Inspector", "Edit {0}").replace("{0}", agency.name))
        top.addWidget(self._act(edit, self.edit_asked, agency.id))
        body.addLayout(top)
        for icon_name, text in agency_facts(agency):
            body.addLayout(icon_line(icon_name, text))
        body.addSpacing(6)
        body.addSpacing(6)
        body.addWidget(words(tr("Inspector", "People there"), "section"))
        for said in staff_lines(agency, presented):
            body.addLayout(icon_line("users", said))
        change = LinkButton(tr("Inspector", "Add or change people and teams"))
        body.addWidget(self._act(change, self.staff_asked, agency.id))
        body.addSpacing(6)
        body.addWidget(words(tr("Inspector", "Who they work with"), "section"))
        states = involvement_states()
        for tie in presented.view.ties:
            if tie.agency == agency.id:
                body.addWidget(self._row(tie.person, presented, tie, below=states[tie.involvement]))
                body.addWidget(rule())
        body.addStretch(1)
        if agency.health:
            self._foot.addWidget(
                self._act(
                    PrimaryButton(tr("Inspector", "Ask this partner"), icon_name="send"),
                    self.request_asked,
                    "",
                    agency.id,
                )
            )

    def _begin(self) -> QVBoxLayout:
        """Start afresh: a new body in the scroll area and an empty foot."""
        while self._foot.count():
            taken = self._foot.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()  # it goes when the program comes round, and is not seen until then
                widget.deleteLater()
        inner = QWidget()
        inner.setProperty("ground", "clear")
        body = QVBoxLayout(inner)
        body.setContentsMargins(20, 18, 20, 12)
        body.setSpacing(8)
        self._scroll.setWidget(inner)
        return body

    def _person_heading(self, person: Person, presented: Presented) -> QHBoxLayout:
        tr = QCoreApplication.translate
        drawn = next(one for one in presented.family.people if one.id == person.id)
        row = QHBoxLayout()
        row.setSpacing(12)
        symbol = PersonSymbol(drawn.initials, drawn.symbol, deceased=drawn.deceased)
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(words(drawn.name, "heading", wrap=True))
        names.addWidget(words(age_line(person, presented), "secondary", wrap=True))
        relations = presented.relations[person.id]
        if relations:
            names.addWidget(words(relations, "small", wrap=True))
        change = LinkButton(tr("Inspector", "Change relationships"))
        names.addWidget(self._act(change, self.relationships_asked, person.id))
        row.addLayout(names, 1)
        edit = IconButton("pencil", tr("Inspector", "Edit {0}").replace("{0}", drawn.name))
        row.addWidget(self._act(edit, self.edit_asked, person.id), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_sharing(self, body: QVBoxLayout, person: Person, presented: Presented) -> None:
        ties = [tie for tie in presented.view.ties if tie.person == person.id]
        if not ties:
            return
        body.addSpacing(6)
        body.addWidget(
            words(QCoreApplication.translate("Inspector", "Who may know what"), "section")
        )
        asked = request_states()
        involved = involvement_states()
        for tie in ties:
            last = [
                asked[r.state]
                for r in presented.record.requests
                if (r.person, r.agency) == (tie.person, tie.agency)
            ]
            below = last[-1] if last else involved[tie.involvement]
            body.addWidget(self._row(tie.agency, presented, tie, below=below))
            body.addWidget(rule())

    def _row(self, key: str, presented: Presented, tie: SeenTie, *, below: str) -> SharingRow:
        names = {p.id: p.name for p in presented.family.people}
        names |= {agency.id: agency.name for agency in presented.view.agencies}
        picture = self._catalogue.picture
        row = SharingRow(
            key,
            heading=names[key],
            below=below,
            state=tie.sharing,
            said=picture.state(tie.sharing, tie.day, disagreement=tie.disagreement),
            brief=picture.pill(tie.sharing, tie.day, disagreement=tie.disagreement),
        )
        row.chosen.connect(self.chosen)
        return row

    def _act(self, button: B, signal: SignalInstance, *told: str) -> B:
        button.clicked.connect(partial(_tell, signal, told))
        return button


def _tell(signal: SignalInstance, told: tuple[str, ...], _checked: bool = False) -> None:
    signal.emit(*told)
