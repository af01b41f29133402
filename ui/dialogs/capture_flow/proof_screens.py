"""The screens on how they tell us, and what proves it later: signature, paper, spoken words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from app.domain.problems import Problem, Why
from app.domain.proof import Way
from app.usecases.capture_consent import one_of_the_family
from ui.capture_words import needed, problem_fields, ways_to_tell
from ui.dialogs.capture_flow.conversation import Conversation
from ui.dialogs.capture_flow.large import LargeChoices, LargeTick
from ui.dialogs.capture_flow.read_back import DecisionCards
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen
from ui.widgets.card import Card
from ui.widgets.fields import DateField
from ui.widgets.signature_box import SignatureBox
from ui.widgets.text import words
from ui.wording import sentences


class WayScreen(Screen):
    """How they tell us."""

    def __init__(self, talk: Conversation) -> None:
        super().__init__(talk, talk.catalogue.capture.way.title)
        self.ways = LargeChoices(ways_to_tell(), single=True)
        self.ways.choose(frozenset({talk.way} if talk.way else ()))
        self.column.addWidget(self.ways)

    def missing(self) -> str:
        return "" if self.ways.chosen() else needed("way")

    def store(self) -> None:
        for way in self.ways.chosen():
            self.talk.way = Way(way)


class ProofScreen(FieldsScreen):
    """What every way shares: it is checked before one goes on, and said beside each field."""

    def missing(self) -> str:
        unreadable = dict.fromkeys(
            self.unreadable(),
            QCoreApplication.translate(
                "Dialog", "This is not a date. Write it like 3 March 2027 or 3/3/2027."
            ),
        )
        self.store()
        return self.show_problems(sentences(self._problems()) | unreadable)

    def _problems(self) -> tuple[Problem, ...]:
        """Return what would be refused of any decision, each field once."""
        talk = self.talk
        found = dict.fromkeys(p for draft in talk.drafts() for p in draft.problems(talk.today))
        if talk.way is Way.INTERPRETED and one_of_the_family(talk.record, talk.proven.witness):
            found[Problem("witness", Why.NOT_AN_INTERPRETER)] = None
        if talk.way is Way.INTERPRETED and not talk.proven.into.strip():
            found[Problem("interpreted_into", Why.MISSING)] = None
        return tuple(p for p in found if problem_fields().get(p.field) == "proof")


class SignScreen(ProofScreen):
    """A signature under these answers; it counts for no others (trap 28)."""

    is_drawn_on = True

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.sign
        super().__init__(talk, said.title, [said.told])
        self.cards = DecisionCards(talk)
        self.column.addWidget(self.cards)
        tr = QCoreApplication.translate
        self.box = SignatureBox(
            name=tr("Capture", "Box to sign in"),
            clear=tr("Capture", "Clear and sign again"),
            cannot=said.cannot,
        )
        self.box.show_strokes(talk.signature())
        name = talk.record.person(talk.decider).name if talk.decider else ""
        label = tr("Capture", "Signature of {0}").replace("{0}", name)
        self.add("signature", label, self.box).speak_for(self.box.pad)
        self.box.spoken_asked.connect(self._spoken_instead)

    def store(self) -> None:
        self.talk.sign(self.box.strokes())

    def _spoken_instead(self) -> None:
        self.talk.sign("")
        self.talk.way = Way.SPOKEN
        self.went_to.emit("proof")


class SpokenScreen(ProofScreen):
    """Words read out, and who heard the answer; an interpreter is a professional (trap 26)."""

    def __init__(self, talk: Conversation) -> None:
        said = talk.catalogue.capture.spoken
        super().__init__(talk, said.title)
        script = Card(ground="info")
        script.column.setSpacing(8)
        for line in said.script:
            script.column.addWidget(words(line, "told", wrap=True))
        self.column.addWidget(script)
        self.cards = DecisionCards(talk)
        self.column.addWidget(self.cards)
        self._interpreted = talk.way is Way.INTERPRETED
        self._add_fields()

    def store(self) -> None:
        told = self.talk.proven
        told.witness = self.witness.text()
        if self._interpreted:
            told.number, told.into = self.number.text(), self.into.text()
        else:
            told.identity, told.paper_by = self.identity.text(), self.paper_by.day()

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        told, optional = self.talk.proven, tr("Dialog", "(optional)")
        self.witness = QLineEdit(told.witness)
        if self._interpreted:
            self.add(
                "witness",
                tr("Capture", "Name of the interpreter"),
                self.witness,
                hint=tr("Capture", "A professional, never one of the family and never a child."),
            )
            self.number, self.into = QLineEdit(told.number), QLineEdit(told.into)
            number = tr("Capture", "Number of the interpreter")
            self.add("interpreter_number", number, self.number, optional=optional)
            self.add("interpreted_into", tr("Capture", "Language"), self.into)
            return
        self.add("witness", tr("Capture", "Who heard it"), self.witness)
        self.identity = QLineEdit(told.identity)
        self.add("identity", tr("Capture", "How you knew that it was them"), self.identity)
        self.paper_by = DateField()
        self.paper_by.set_day(told.paper_by)
        label = tr("Capture", "Signed paper follows by")
        self.add("paper_by", label, self.paper_by, optional=optional)


class PaperScreen(ProofScreen):
    """A form that was signed on paper."""

    def __init__(self, talk: Conversation) -> None:
        tr = QCoreApplication.translate
        super().__init__(talk, tr("Capture", "Which paper is signed?"))
        self.form = QLineEdit(talk.proven.form)
        self.add(
            "form",
            tr("Capture", "Number on the paper form"),
            self.form,
            hint=tr("Capture", "For example CF-7K3Q-D9XM"),
            optional=tr("Dialog", "(optional)"),
        )
        self.on = DateField()
        self.on.set_day(talk.proven.decided_on)
        self.add("decided_on", tr("Capture", "Signed on"), self.on)

    def store(self) -> None:
        self.talk.proven.form, self.talk.proven.decided_on = self.form.text(), self.on.day()


class ElsewhereScreen(ProofScreen):
    """An answer that another organisation has on its own paper."""

    def __init__(self, talk: Conversation) -> None:
        tr = QCoreApplication.translate
        super().__init__(talk, tr("Capture", "Who has the answer?"))
        told, optional = talk.proven, tr("Dialog", "(optional)")
        self.organisation = QLineEdit(told.organisation)
        self.add("organisation", tr("Capture", "Which organisation asked them"), self.organisation)
        self.reference = QLineEdit(told.reference)
        label = tr("Capture", "Their reference")
        self.add("reference", label, self.reference, optional=optional)
        self.on = DateField()
        self.on.set_day(told.decided_on)
        self.add("decided_on", tr("Capture", "Answered on"), self.on)
        self.copy_seen = LargeTick(tr("Capture", "I have seen their paper"))
        self.copy_seen.setChecked(told.copy_seen)
        self.column.addWidget(self.copy_seen)

    def store(self) -> None:
        told = self.talk.proven
        told.organisation, told.reference = self.organisation.text(), self.reference.text()
        told.decided_on, told.copy_seen = self.on.day(), self.copy_seen.isChecked()


def proof_screen(talk: Conversation) -> Screen:
    """Return the screen for the way that was chosen."""
    kinds = {
        Way.SCREEN: SignScreen,
        Way.INK: PaperScreen,
        Way.SPOKEN: SpokenScreen,
        Way.INTERPRETED: SpokenScreen,
        Way.OTHER_ORGANISATION: ElsewhereScreen,
    }
    return kinds[talk.way or Way.SCREEN](talk)
