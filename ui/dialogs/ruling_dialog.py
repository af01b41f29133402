"""The form for what a manager decided where those with parental responsibility disagree."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.consent import Consent, Purpose
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.problems import Problem, Why
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.domain.sharing import Ruling
from app.operation import Command
from app.usecases.keep_grounds import RulingDraft, disagreeing, record_ruling
from ui.choices import answers, standings
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.card import Card
from ui.widgets.fields import NoteField, TickList
from ui.widgets.text import words
from ui.wording import sentences

SHARE, NOT_SHARE = "share", "not-share"


class RulingDialog(DraftDialog):
    """Shows who said what, and collects a `RulingDraft`. It is for the office and on no paper."""

    def __init__(
        self,
        desk: Desk,
        record: Record,
        law: LawPack,
        *,
        person: PersonId,
        agency: AgencyId,
        today: date,
        purpose: Purpose = Purpose.EARLY_HELP,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        about = tr("Ruling", "About {0} and {1}. It settles these answers and no later one.")
        super().__init__(
            desk,
            self.command,
            title=tr("Ruling", "What the manager decided"),
            save=tr("Ruling", "Keep the decision"),
            introduction=about.replace("{0}", record.person(person).name).replace(
                "{1}", record.agency(agency).name
            ),
            parent=parent,
        )
        self._household, self._law = record.household.id, law
        self._about = RulingDraft(person=person, agency=agency, purpose=purpose)
        heads = heads_of_disagreement(record, law, self._about, today)
        self.form.put(_said_by_each(record, heads))
        add = self.form.add
        self.share = add(
            "share",
            tr("Ruling", "What was decided"),
            TickList(
                {
                    SHARE: tr("Ruling", "It may be shared, as far as was agreed"),
                    NOT_SHARE: tr("Ruling", "It may not be shared"),
                },
                single=True,
            ),
        )
        self.reasons = add("reasons", tr("Ruling", "The reasons"), NoteField(lines=4))
        self.manager = add("manager", tr("Ruling", "Which manager"), QLineEdit())
        self.manager.setText(record.office.manager)
        self.decided_on = self.add_date("decided_on", tr("Ruling", "Decided on"), optional=False)
        self.decided_on.set_day(today)

    def command(self) -> Command[Ruling]:
        """Return the command for what the form says now."""
        return record_ruling(self._household, self.draft(), self._law)

    def draft(self) -> RulingDraft:
        """Return what the form says now."""
        chosen = self.share.chosen()
        return RulingDraft(
            person=self._about.person,
            agency=self._about.agency,
            purpose=self._about.purpose,
            share=SHARE in chosen if chosen else None,
            reasons=self.reasons.toPlainText(),
            manager=self.manager.text(),
            decided_on=self.decided_on.day(),
        )

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what is wrong; there is no start here but the answers."""
        found = sentences(problems)
        if Problem("decided_on", Why.ENDS_BEFORE_START) in problems:
            found["decided_on"] = QCoreApplication.translate(
                "Ruling", "This is before they had both answered. Check the date."
            )
        self.show_sentences(found)


def heads_of_disagreement(
    record: Record, law: LawPack, about: RulingDraft, today: date
) -> tuple[Consent, ...]:
    """Return the answers that stand against each other now, the oldest first."""
    settled = disagreeing(Rulebook(record, law), about, today)
    found = [consent for consent in record.consents if consent.id in settled]
    return tuple(sorted(found, key=lambda one: one.decided_on or date.min))


def _said_by_each(record: Record, heads: tuple[Consent, ...]) -> QWidget:
    tr = QCoreApplication.translate
    card = Card(ground="quiet")
    card.column.addWidget(words(tr("Ruling", "Who said what. Only for the office."), "section"))
    for consent in heads:
        name = record.person(consent.decider).name if consent.decider else ""
        said = tr("Ruling", "{0}, {1}: {2}, since {3}")
        for place, text in (
            ("{0}", name),
            ("{1}", standings()[consent.standing]),
            ("{2}", answers()[consent.answer]),
            ("{3}", long_date(consent.decided_on) if consent.decided_on else ""),
        ):
            said = said.replace(place, text)
        card.column.addWidget(words(said, "body", wrap=True))
        if consent.reason:
            card.column.addWidget(words(f"“{consent.reason}”", "secondary", wrap=True))
    return card
