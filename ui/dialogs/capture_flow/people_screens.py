"""The screens of the key worker: whom it is about, who decides, whether a child was asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.competence import CompetenceDraft
from app.domain.consent import CompetenceKind, Parts
from app.domain.ids import AgencyId, PersonId
from ui.capture_words import (
    asked_heading,
    asked_told,
    needed,
    no_partners,
    nobody_decides,
    which_decision,
)
from ui.choices import standings
from ui.decision_words import part_words
from ui.dialogs.capture_flow.conversation import Conversation
from ui.dialogs.capture_flow.large import LargeChoices, LargeGrid
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen, short_name
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, NoteField
from ui.widgets.text import words
from ui.wording import rule_sentence, sentences

ABLE, NOT_ABLE = "able", "not-able"


class WhoScreen(Screen):
    """Whom it is about."""

    for_worker = True

    def __init__(self, talk: Conversation) -> None:
        tr = QCoreApplication.translate
        super().__init__(talk, tr("Capture", "Who is it about?"))
        people: dict[str, str] = {person.id: person.name for person in talk.people()}
        self.people = LargeGrid(people, single=True)
        if talk.person is not None:
            self.people.choose(frozenset({talk.person}))
        self.column.addWidget(self.people)

    def missing(self) -> str:
        return "" if self.people.chosen() else needed("who")

    def store(self) -> None:
        for person in self.people.chosen():
            self.talk.about(PersonId(person))


class DeciderScreen(Screen):
    """Who is deciding: only those whose word counts."""

    for_worker = True

    def __init__(self, talk: Conversation) -> None:
        tr = QCoreApplication.translate
        super().__init__(talk, tr("Capture", "Who is deciding?"))
        said, record = standings(), talk.record
        self.who = LargeChoices(
            {
                d.person: f"{record.person(d.person).name}, {said[d.standing]}"
                for d in talk.deciders()
            },
            single=True,
        )
        able = frozenset(str(d.person) for d in talk.deciders())
        self.who.choose(frozenset({talk.decider or ""}) & able if len(able) > 1 else able)
        if not talk.works_with_anybody():
            self.say([no_partners(short_name(talk))])
        elif not able:
            self.say([rule_sentence(talk.rule()), nobody_decides(short_name(talk))])
        else:
            self.say([rule_sentence(talk.rule())])
        self.column.addWidget(self.who)
        self.note_button: Button | None = None
        if talk.to_ask():
            self._ask_about_the_child()

    def missing(self) -> str:
        return "" if self.who.chosen() else needed("decider")

    def store(self) -> None:
        for person in self.who.chosen():
            self.talk.decided_by(PersonId(person))

    def _ask_about_the_child(self) -> None:
        card = Card(ground="info")
        name = short_name(self.talk)
        card.column.setSpacing(8)
        card.column.addWidget(words(asked_heading(name), "product", wrap=True))
        card.column.addWidget(words(asked_told(name), "told", wrap=True))
        self.note_button = Button(
            QCoreApplication.translate("Capture", "Record a Gillick note"), icon_name="file-check"
        )
        card.column.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.note_button.clicked.connect(lambda: self.went_to.emit("note"))
        self.column.addWidget(card)


class NoteScreen(FieldsScreen):
    """Whether a child can make this decision, in its four parts; a note is kept at once."""

    for_worker = True

    def __init__(self, talk: Conversation) -> None:
        tr = QCoreApplication.translate
        name = short_name(talk)
        heading = tr("Capture", "Can {0} decide this?").replace("{0}", name)
        told = tr("Capture", "One service and one decision. It says nothing about any other.")
        super().__init__(talk, heading, [told])
        agencies: dict[str, str] = {agency.id: agency.name for agency in talk.to_ask()}
        self.agency = Choice(agencies)
        self.add("agency", tr("Capture", "About talking to"), self.agency)
        parts = part_words(CompetenceKind.GILLICK)
        self.parts = LargeGrid(parts)
        self.add("parts", tr("Capture", "What is true now, with help"), self.parts)
        self.able = LargeGrid(
            {
                ABLE: tr("Capture", "{0} can decide this").replace("{0}", name),
                NOT_ABLE: tr("Capture", "{0} cannot decide this now").replace("{0}", name),
            },
            single=True,
        )
        self.add("able", tr("Capture", "What was found"), self.able)
        self.note = NoteField(lines=3)
        self.add("note", tr("Capture", "How it was judged"), self.note)
        self.support = NoteField(lines=2)
        optional = tr("Dialog", "(optional)")
        self.add(
            "support", tr("Capture", "What helped them decide"), self.support, optional=optional
        )
        self.assessor = QLineEdit(talk.record.office.key_worker)
        self.add("assessor", tr("Capture", "Who judged it"), self.assessor)

    def draft(self) -> CompetenceDraft:
        """Return the note as it is to be kept."""
        ticked, found = self.parts.chosen(), self.able.chosen()
        return CompetenceDraft(
            person=self.talk.person,
            kind=CompetenceKind.GILLICK,
            agency=AgencyId(self.agency.key()) if self.agency.key() else None,
            decision=which_decision(self.agency.currentText()),
            on=self.talk.today,
            able=ABLE in found if found else None,
            assessor=self.assessor.text(),
            support=self.support.toPlainText(),
            note=self.note.toPlainText(),
            parts=Parts(**{part: part in ticked for part in part_words(CompetenceKind.GILLICK)}),
        )

    def missing(self) -> str:
        found = self.draft().problems(self.talk.today, self.talk.subject())
        return self.show_problems(sentences(found))
