"""The form for capturing a decision: one person, one agency, what was said, by whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.consent import NEVER_BY_DEFAULT, Answer, Category, Consent, ConsentDraft
from app.domain.deciding import deciders
from app.domain.ids import AgencyId, PersonId
from app.domain.person import Safety
from app.domain.proof import FormVersion, Proof, Way
from app.domain.record import Record
from app.operation import Command
from app.usecases.capture_consent import capture_consent
from ui.choices import answers, categories, standings, ways
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice, NoteField, TickList
from ui.wording import rule_sentence

NOBODY = "-"


class ConsentDialog(DraftDialog):
    """Collects a `ConsentDraft`. Who can decide is worked out for the person and agency chosen."""

    def __init__(
        self,
        desk: Desk,
        record: Record,
        *,
        today: date,
        versions: tuple[FormVersion, ...],
        person: str = "",
        agency: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Consent", "Record a decision"),
            save=tr("Consent", "Keep the decision"),
            introduction=tr("Consent", "One person, one agency. A no is kept as plainly as a yes."),
            parent=parent,
        )
        self._record = record
        self._versions = versions
        self._today = today
        self._add_fields()
        self.person.picked.connect(self._person_picked)
        self.agency.picked.connect(self._offer_deciders)
        self.answer.changed.connect(self._show_what_is_needed)
        self.way.picked.connect(self._show_what_is_needed)
        self.decided_on.editingFinished.connect(self._offer_deciders)
        if any(p.id == person for p in record.people):
            self.person.choose(person)
        self._person_picked()
        if self.agency.findData(agency) >= 0:
            self.agency.choose(agency)
        self._offer_deciders()
        self._show_what_is_needed()

    def command(self) -> Command[Consent]:
        """Return the command for what the form says now."""
        return capture_consent(self.draft(), versions=self._versions)

    def draft(self) -> ConsentDraft:
        """Return what the form says now; what is hidden, as it does not apply, is left out."""
        answer = next(iter(self.answer.chosen()), "")
        asked = answer != Answer.NOT_SOUGHT
        decider = self.decider.key() if asked else ""
        gives = answer in (Answer.GIVEN, Answer.NARROWED)
        return ConsentDraft(
            household=self._record.household.id,
            person=PersonId(self.person.key()) if self.person.key() else None,
            agency=AgencyId(self.agency.key()) if self.agency.key() else None,
            answer=Answer(answer) if answer else None,
            decider=PersonId(decider) if decider not in ("", NOBODY) else None,
            categories=frozenset(Category(key) for key in self.categories.chosen())
            if gives
            else frozenset(),
            decided_on=self.decided_on.day(),
            ends=self.ends.day() if gives else None,
            way=Way(self.way.key()) if asked else Way.INK,
            witness=self.witness.text(),
            proof=self._proof(),
            wording=self._versions[0].version,
            form=self.form_number.text(),
            reason=self.reason.toPlainText(),
        )

    def _proof(self) -> Proof:
        """Return what proves it; only what belongs to the way it was given."""
        way = self.way.key()
        spoken, elsewhere = way == Way.SPOKEN, way == Way.OTHER_ORGANISATION
        return Proof(
            identity=self.identity.text().strip() if spoken else "",
            script=self._versions[0].version if spoken else "",
            paper_by=self.paper_by.day() if spoken else None,
            organisation=self.organisation.text().strip() if elsewhere else "",
            reference=self.reference.text().strip() if elsewhere else "",
        )

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        alive: dict[str, str] = {
            p.id: p.name for p in self._record.people if not p.unborn and p.died is None
        }
        self.person = add("person", tr("Consent", "About whom"), Choice(alive))
        self.agency = add("agency", tr("Consent", "Which agency"), Choice({}))
        self.decider = add("decider", tr("Consent", "Who decided"), Choice({}))
        self.answer = add(
            "answer", tr("Consent", "What they said"), TickList(answers(), single=True)
        )
        self.categories = add(
            "categories", tr("Consent", "Kinds of information"), TickList(categories())
        )
        usual = frozenset(Category) - NEVER_BY_DEFAULT - {Category.OFFENDING}
        self.categories.choose(frozenset(usual))
        self.decided_on = self.add_date("decided_on", tr("Consent", "When"), optional=False)
        self.decided_on.set_day(self._today)
        self.ends = self.add_date(
            "ends",
            tr("Consent", "Until"),
            hint=tr("Consent", "Left empty, it lasts as long as the council’s rules say."),
        )
        heard = {key: said for key, said in ways().items() if key != Way.SCREEN}
        self.way = add("way", tr("Consent", "How"), Choice(heard))
        self.identity = add("identity", tr("Consent", "How you knew that it was them"), QLineEdit())
        self.paper_by = self.add_date("paper_by", tr("Consent", "Signed paper follows by"))
        self.organisation = add(
            "organisation", tr("Consent", "Which organisation asked them"), QLineEdit()
        )
        self.reference = add(
            "reference", tr("Consent", "Their reference"), QLineEdit(), optional=optional
        )
        self.witness = add(
            "witness",
            tr("Consent", "Who heard it, or who interpreted"),
            QLineEdit(),
            optional=optional,
        )
        self.form_number = add(
            "form",
            tr("Consent", "Number on the paper form"),
            QLineEdit(),
            hint=tr("Consent", "For example CF-7K3Q-D9XM"),
            optional=optional,
        )
        self.reason = add(
            "reason",
            tr("Consent", "Reason, if they gave one"),
            NoteField(lines=2),
            optional=optional,
        )

    def _person_picked(self) -> None:
        before = self.agency.key()
        theirs = {
            i.agency: self._record.agency(i.agency).name
            for i in self._record.involvements
            if i.person == self.person.key() and i.safety is not Safety.OWN  # trap 9: off screens
        }
        self.agency.clear()
        for key, name in theirs.items():
            self.agency.addItem(name, key)
        if before in theirs:
            self.agency.choose(before)
        self._offer_deciders()

    def _offer_deciders(self) -> None:
        person, agency, before = self.person.key(), self.agency.key(), self.decider.key()
        self.decider.clear()
        if not person:
            return
        on = self.decided_on.day() or self._today
        who = deciders(self._record, PersonId(person), AgencyId(agency) if agency else None, on)
        said = standings()
        for decider in who.signers:
            name = self._record.person(decider.person).name
            self.decider.addItem(f"{name}, {said[decider.standing]}", decider.person)
        if self.decider.findData(before) >= 0:
            self.decider.choose(before)
        if not who.signers:
            self.decider.addItem(QCoreApplication.translate("Consent", "Nobody recorded"), NOBODY)
        self.form.row("decider").hint.setText(rule_sentence(who.rule))
        self.form.row("decider").hint.setVisible(True)

    def _show_what_is_needed(self) -> None:
        answer = next(iter(self.answer.chosen()), "")
        gives = answer in ("", Answer.GIVEN, Answer.NARROWED)
        self.form.row("categories").setVisible(gives)
        self.form.row("ends").setVisible(gives)
        asked = answer != Answer.NOT_SOUGHT
        self.form.row("decider").setVisible(asked)
        self.form.row("way").setVisible(asked)
        way = self.way.key() if asked else ""
        for name in ("identity", "paper_by"):
            self.form.row(name).setVisible(way == Way.SPOKEN)
        for name in ("organisation", "reference"):
            self.form.row(name).setVisible(way == Way.OTHER_ORGANISATION)
