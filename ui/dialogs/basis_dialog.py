"""The basis guide: five plain questions, and beside them what the answers lead to.

It records nothing. The worker decides, and records the decision in its own form.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.basis import BasisAdvice, Candidate, Reply, ShareFacts, candidates
from app.domain.consent import Category, Purpose
from app.domain.deciding import Rule, deciders
from app.domain.ids import AgencyId, PersonId
from app.domain.person import Person
from app.domain.record import Record
from app.domain.sharing import Choice as Decided
from app.domain.without_agreement import GroundDraft
from app.errors import Refused
from ui.basis_words import governance_letter, replies
from ui.choices import purposes
from ui.dialogs.basis_question import Question, view_of
from ui.dialogs.partners import offer_partners
from ui.dialogs.room import open_at
from ui.dialogs.sheet_form import SheetForm
from ui.widgets.basis_advice import AdviceList, in_brief
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, TickTiles
from ui.widgets.map_flow import FlowLayout
from ui.widgets.replies import ReplyRow
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words

WIDTH, HEIGHT = 1280, 900
HEALTH, OFFENDING = "health", "offending"


class BasisDialog(QDialog):
    """Asks, and shows what follows at once; `record_asked` tells with what a form may begin.

    `letter_asked` tells the text of a question to information governance, `paper_asked` what to
    print of it.
    """

    record_asked = Signal(object)  # a GroundDraft
    letter_asked = Signal(str)
    paper_asked = Signal(object)  # a Question

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        *,
        today: date,
        person: str = "",
        agency: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._record, self._law, self._rules = record, catalogue.law, catalogue.basis
        self._ages = catalogue.governance.ages
        self._today = today
        self._people: dict[str, str] = {
            p.id: p.name for p in record.people if not p.unborn and p.died is None
        }
        self.setModal(True)
        self.setWindowTitle(QCoreApplication.translate("Basis", "On what basis?"))
        self.form = SheetForm()
        self._add_questions()
        self.form.second_column()
        self._add_facts()
        self.advice = AdviceList()
        self.form.put(self.advice)
        self._arrange()
        if person in self._people:
            self.person.choose(person)
        self._person_picked()
        if agency and self.agency.findData(agency) >= 0:
            self.agency.choose(agency)
        self._agency_picked()
        self.person.picked.connect(self._person_picked)
        self.agency.picked.connect(self._agency_picked)
        self.purpose.picked.connect(self.show_advice)
        self.inside.changed.connect(self.show_advice)
        self.advice.record_asked.connect(self._record_under)
        open_at(self, WIDTH, HEIGHT)

    def found(self) -> BasisAdvice:
        """Return what the answers lead to now."""
        return candidates(self._law, self._rules, self.answers(), self.facts())

    def answers(self) -> dict[str, Reply]:
        """Return what is answered so far."""
        chosen = {key: row.chosen() for key, row in self.questions.items()}
        return {key: Reply(next(iter(one))) for key, one in chosen.items() if one}

    def facts(self) -> ShareFacts:
        """Return what is known of the share beside the answers."""
        person, agency = self._who(), self._partner()
        lacks = False
        if person is not None and agency is not None:
            rule = deciders(self._record, person.id, agency.id, self._today).rule
            lacks = rule is Rule.LACKS_CAPACITY
        inside = self.inside.chosen()
        return ShareFacts(
            on=self._today,
            person=person,
            agency=agency,
            purpose=Purpose(self.purpose.key()),
            health=HEALTH in inside,
            offending=OFFENDING in inside,
            lacks_capacity=lacks,
            role=self._record.office.role.strip().lower() or "key worker",
            office=self._record.office,
        )

    def show_advice(self) -> None:
        """Show what the answers lead to now."""
        found = self.found()
        self.advice.show_advice(found)
        self.brief.setText(in_brief(found))
        self.brief.setVisible(bool(self.brief.text()))
        self.said.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next(iter(self.questions.values()))
        first.box(Reply.YES).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_questions(self) -> None:
        self.questions: dict[str, ReplyRow] = {}
        for question in self._rules.questions:
            row = ReplyRow(question.asks, replies())
            row.changed.connect(self.show_advice)
            self.questions[question.key] = self.form.add(
                question.key, question.asks, row, hint=question.hint
            )

    def _add_facts(self) -> None:
        tr = QCoreApplication.translate
        with self.form.side_by_side():
            self.person = self.form.add("person", tr("Basis", "About whom"), Choice(self._people))
            self.agency = self.form.add("agency", tr("Basis", "With which partner"), Choice({}))
        with self.form.side_by_side():
            self.purpose = self.form.add("purpose", tr("Basis", "What for"), Choice(purposes()))
            inside = {
                HEALTH: tr("Basis", "Health"),
                OFFENDING: tr("Basis", "Offending"),
            }
            self.inside = self.form.add(
                "inside", tr("Basis", "It has information about"), TickTiles(inside)
            )

    def _arrange(self) -> None:
        tr = QCoreApplication.translate
        self.brief = words("", "row", wrap=True)  # in sight wherever the page is scrolled to
        self.said = Paragraph(tone="ok")
        self.said.hide()
        self.not_share = Button(tr("Basis", "Do not share"))
        self.ask = Button(tr("Basis", "Copy the question"), icon_name="copy")
        self.print_button = Button(tr("Basis", "Print it"), icon_name="printer")
        self.print_button.clicked.connect(self._print)
        self.close_button = Button(tr("Basis", "Close"))
        self.not_share.clicked.connect(self._record_not_shared)
        self.ask.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(self.windowTitle(), "heading", wrap=True))
        self.form.put_on_top(
            Paragraph(
                tr(
                    "Basis",
                    "Five questions lead to the laws that fit. You decide; it keeps nothing.",
                )
            )
        )
        column.addWidget(self.form, 1)
        column.addWidget(self.brief)
        column.addWidget(self.said)
        row = FlowLayout()
        for button in (self.not_share, self.ask, self.print_button, self.close_button):
            row.addWidget(button)
        column.addLayout(row)

    def _who(self) -> Person | None:
        key = self.person.key()
        return self._record.person(PersonId(key)) if key else None

    def _partner(self) -> Agency | None:
        key = self.agency.chosen()
        return self._record.agency(AgencyId(key)) if key else None

    def _person_picked(self) -> None:
        offer_partners(self.agency, self._record, self.person.key())
        self._agency_picked()

    def _agency_picked(self) -> None:
        """Tick health for a health partner: what is asked of them or told them is about health."""
        partner = self._partner()
        if partner is not None and partner.health:
            self.inside.choose(self.inside.chosen() | {HEALTH})
        self.show_advice()

    def _record_under(self, candidate: Candidate) -> None:
        self._leave_for(
            GroundDraft(
                choice=Decided.SHARE,
                person=self._person_id(),
                agency=AgencyId(self.agency.chosen()) if self.agency.chosen() else None,
                purpose=Purpose(self.purpose.key()),
                gateway=candidate.gateway.key,
                confidentiality=candidate.confidentiality,
            )
        )

    def _record_not_shared(self) -> None:
        self._leave_for(
            GroundDraft(
                choice=Decided.NOT_SHARE,
                person=self._person_id(),
                agency=AgencyId(self.agency.chosen()) if self.agency.chosen() else None,
                purpose=Purpose(self.purpose.key()),
            )
        )

    def _person_id(self) -> PersonId | None:
        return PersonId(self.person.key()) if self.person.key() else None

    def _leave_for(self, begin: GroundDraft) -> None:
        self.accept()
        self.record_asked.emit(begin)

    def _ask(self) -> None:
        try:
            letter = self.letter()
        except Refused as refused:
            self._say(in_words(refused))
            return
        if not letter:
            return
        self.letter_asked.emit(letter)
        said = QCoreApplication.translate(
            "Basis", "The question is copied for half a minute. Paste it into an e-mail."
        )
        self._say(said)

    def _say(self, said: str) -> None:
        self.said.say(said)
        self.brief.hide()  # a small screen has room for one of the two
        self.said.show()
        announce(self, said)

    def _print(self) -> None:
        question = self.question()
        if question is not None:
            self.paper_asked.emit(question)

    def question(self) -> Question | None:
        """Return what information governance is asked, once it is known about whom."""
        person = self._person_id()
        if person is None:
            return None
        said, answers = replies(), self.answers()
        kinds = {HEALTH: Category.PHYSICAL_HEALTH, OFFENDING: Category.OFFENDING}
        partner = self.agency.chosen()
        return Question(
            person=person,
            agency=AgencyId(partner) if partner else None,
            categories=frozenset(kinds[key] for key in self.inside.chosen()),
            purpose=Purpose(self.purpose.key()),
            facts=tuple(
                f"{question.asks} {said[answers[question.key]]}."
                for question in self._rules.questions
                if question.key in answers
            ),
            question=QCoreApplication.translate("Basis", "May this be shared, and on what basis?"),
        )

    def letter(self) -> str:
        """Return the question in words, once it is known about whom; else nothing.

        Raises `Refused` where an answer names somebody.
        """
        asked = self.question()
        if asked is None:
            return ""
        view = view_of(asked, self._record, self._law, number="", on=self._today)
        return governance_letter(view, self._ages, self.found())
