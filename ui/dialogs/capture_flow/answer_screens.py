"""The screens the family reads: why we ask, yes or no, which kinds, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.consent import Answer, Category
from app.domain.ids import AgencyId, PersonId
from ui.capture_words import answer_key, needed
from ui.dialogs.capture_flow.conversation import Conversation
from ui.dialogs.capture_flow.large import LargeChoices, LargeGrid, LargeRow, LargeTick
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen, filled, names_somebody, short_name
from ui.widgets.fields import NoteField
from ui.widgets.text import words

ANSWERS = {"yes": Answer.GIVEN, "no": Answer.REFUSED, "unsure": Answer.NOT_SOUGHT}


class WhyScreen(Screen):
    """What we would like to do, and why."""

    def __init__(self, talk: Conversation) -> None:
        said, name = talk.catalogue.capture.why, short_name(talk)
        first = said.own if talk.for_themself else said.other
        super().__init__(talk, said.title, [filled(line, name=name) for line in first])
        self.say(said.both)
        self.column.addSpacing(10)
        self.column.addWidget(words(said.without_title, "product", wrap=True))
        self.say(said.without)


class ServicesScreen(Screen):
    """Which partners are asked about."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.services
        super().__init__(talk, said.title, [said.told])
        self.services = LargeChoices({})
        self.column.addWidget(self.services)
        self._offer()
        self.alone = LargeTick(said.alone)
        self.alone.setChecked(talk.alone)
        self.alone.setVisible(False)
        if talk.for_themself:  # whether there are any or not, so that it gives nothing away
            self.column.addSpacing(10)
            self.column.addWidget(self.alone)
            self.alone.setVisible(True)
            self.alone.toggled.connect(self._alone_or_not)

    def missing(self) -> str:
        return "" if self.services.chosen() else needed("services")

    def store(self) -> None:
        chosen = self.services.chosen()
        self.talk.partners = tuple(a.id for a in self.talk.offered() if a.id in chosen)
        self.talk.apart &= frozenset(self.talk.partners)

    def _offer(self) -> None:
        words_of = self.talk.catalogue.consent.agencies
        self.services.set_options(
            {a.id: f"{a.name} – {words_of[a.kind].what}" for a in self.talk.offered()}
        )
        self.services.choose(frozenset(self.talk.partners))

    def _alone_or_not(self, alone: bool) -> None:
        self.store()
        self.talk.alone = alone
        self._offer()
        self.store()


class AnswerScreen(Screen):
    """Yes, no, or not sure yet: three tiles of one size, none chosen beforehand."""

    def __init__(self, talk: Conversation, agency: AgencyId) -> None:
        said, partner = talk.catalogue.capture.question, talk.record.agency(agency)
        ours = talk.catalogue.consent.agencies[partner.kind]
        question = said.own if talk.for_themself else said.other
        super().__init__(
            talk,
            filled(question, agency=partner.name, name=short_name(talk)),
            [filled(said.ask, what=ours.ask), filled(said.tell, what=ours.tell), ours.why],
        )
        self._agency = agency
        self.answers = LargeRow(
            {"yes": said.yes, "no": said.no, "unsure": said.unsure}, single=True
        )
        before = answer_key(talk.of(agency).answer)
        self.answers.choose(frozenset({before} if before else ()))
        self.column.addSpacing(6)
        self.column.addWidget(self.answers)

    def missing(self) -> str:
        return "" if self.answers.chosen() else needed("answer")

    def store(self) -> None:
        for key in self.answers.chosen():
            said = self.talk.of(self._agency)
            if said.answer is not ANSWERS[key]:  # another answer has other reasons and kinds
                said.answer, said.kinds, said.reason = ANSWERS[key], frozenset(), ""
                self.talk.apart -= {self._agency}


class KindsScreen(Screen):
    """Which kinds of information a yes is for; nothing is ticked beforehand."""

    def __init__(self, talk: Conversation, agency: AgencyId) -> None:
        said, names = talk.catalogue.capture.kinds, talk.catalogue.consent.categories
        title = filled(said.title, agency=talk.record.agency(agency).name)
        super().__init__(talk, title, [said.told])
        self._agency = agency
        asked = [kind for kind in Category if kind is not Category.SEXUAL_HEALTH]
        first = {kind.value: names[kind] for kind in asked if kind in said.basic}
        rest = {kind.value: names[kind] for kind in asked if kind not in said.basic}
        self.basic, self.more = LargeGrid(first), LargeGrid(rest)
        for heading, grid in ((said.basic_title, self.basic), (said.more_title, self.more)):
            self.column.addWidget(words(heading, "product", wrap=True))
            grid.setAccessibleName(heading)
            grid.choose(frozenset(talk.of(agency).kinds))
            self.column.addWidget(grid)

    def missing(self) -> str:
        return "" if self._chosen() else needed("follow")

    def store(self) -> None:
        self.talk.of(self._agency).kinds = self._chosen()

    def _chosen(self) -> frozenset[Category]:
        return frozenset(Category(key) for key in self.basic.chosen() | self.more.chosen())


class ReplyScreen(FieldsScreen):
    """What is said to a no, or to "not sure yet": it is fine, and help goes on."""

    def __init__(self, talk: Conversation, agency: AgencyId) -> None:
        words_ = talk.catalogue.capture
        no = talk.of(agency).answer is Answer.REFUSED
        said = words_.no if no else words_.unsure
        told = filled(said.told, agency=talk.record.agency(agency).name)
        super().__init__(talk, said.title, [told])
        self._agency = agency
        self.reason = NoteField(lines=3)
        self.reason.setPlainText(talk.of(agency).reason)
        optional = QCoreApplication.translate("Dialog", "(optional)")
        self.add("reason", said.reason, self.reason, optional=optional)

    def store(self) -> None:
        self.talk.of(self._agency).reason = self.reason.toPlainText()

    def turn(self, family: bool) -> None:
        hidden = family and names_somebody(self.talk, self.reason.toPlainText())
        self.rows["reason"].setVisible(not hidden)


class ApartScreen(Screen):
    """Sexual health, asked about alone, and only of the person themself (trap 9)."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.apart
        super().__init__(talk, said.title, [said.told])
        self.with_whom = LargeChoices(
            {a: filled(said.beside, agency=talk.record.agency(a).name) for a in talk.agreed()}
        )
        self.with_whom.choose(frozenset(talk.apart))
        self.column.addWidget(self.with_whom)

    def store(self) -> None:
        self.talk.apart = frozenset(AgencyId(key) for key in self.with_whom.chosen())


class LimitsScreen(FieldsScreen):
    """What and whom they want left out. Whom is for the key worker’s eyes: it names others."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.limits
        super().__init__(talk, said.title, [said.told])
        self.what = NoteField(lines=2)
        self.what.setPlainText(talk.left.what)
        optional = QCoreApplication.translate("Dialog", "(optional)")
        self.add("about", said.what, self.what, optional=optional)
        (self.turned,) = self.say([said.turned])
        self.turned.hide()
        people: dict[str, str] = {p.id: p.name for p in talk.people() if p.id != talk.person}
        self.people = LargeGrid(people)
        self.people.choose(frozenset(talk.left.people))
        self.whom = self.add("not_person", said.people, self.people, optional=optional)
        services: dict[str, str] = {
            a.id: a.name for a in talk.offered() if a.id not in talk.agreed()
        }
        self.services = LargeGrid(services)
        self.services.choose(frozenset(talk.left.agencies))
        row = self.add("not_agency", said.services, self.services, optional=optional)
        row.setVisible(bool(services))

    def store(self) -> None:
        left = self.talk.left
        left.what = self.what.toPlainText()
        left.people = frozenset(PersonId(key) for key in self.people.chosen())
        left.agencies = frozenset(AgencyId(key) for key in self.services.chosen())

    def turn(self, family: bool) -> None:
        self.whom.setVisible(not family)
        self.turned.setVisible(family)
        hidden = family and names_somebody(self.talk, self.what.toPlainText())
        self.rows["about"].setVisible(not hidden)
