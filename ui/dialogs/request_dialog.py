"""The form for a share request: pick questions, not records; what stands in the way is said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.decision import Decision
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, PersonId
from app.domain.questions import usual_request
from app.domain.record import Record
from app.domain.sharing import RequestDraft, ShareRequest, Urgency
from app.operation import Command
from app.usecases.request_share import pairs_to_ask, request_share
from ui.choices import urgencies
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice, NoteField, TickList
from ui.widgets.pill import Pill
from ui.widgets.text import Paragraph
from ui.wording import reason_sentence


class RequestDialog(DraftDialog):
    """Collects a `RequestDraft`. Whether it may be made is shown before anything is typed."""

    def __init__(
        self,
        desk: Desk,
        record: Record,
        catalogue: Catalogue,
        *,
        today: date,
        person: str = "",
        agency: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Request", "Ask a partner"),
            save=tr("Request", "Make the request"),
            parent=parent,
        )
        self._record = record
        self._catalogue = catalogue
        self._today = today
        self._draft: RequestDraft | None = None
        self._pairs = pairs_to_ask(record)
        self._add_fields()
        self.person.picked.connect(self._person_picked)
        self.agency.picked.connect(self._pair_picked)
        self.questions.changed.connect(self._look_again)
        if self.person.findData(person) >= 0:
            self.person.choose(person)
        self._person_picked()
        if self.agency.findData(agency) >= 0:
            self.agency.choose(agency)
        self._pair_picked()

    def command(self) -> Command[ShareRequest]:
        """Return the command for what the form says now."""
        return request_share(
            self.draft(), self._catalogue.law, wording=self._catalogue.request.about.version
        )

    def draft(self) -> RequestDraft:
        """Return what the form says now; the kinds of information follow from the questions."""
        chosen = self.questions.chosen()
        bank = [question for question in self._catalogue.bank.questions if question.code in chosen]
        return RequestDraft(
            household=self._record.household.id,
            person=PersonId(self.person.key()) if self.person.key() else None,
            agency=AgencyId(self.agency.key()) if self.agency.key() else None,
            professional=self._draft.professional if self._draft else None,
            why=self.why.toPlainText(),
            benefit=self.benefit.toPlainText(),
            questions=tuple(question.code for question in bank),
            categories=frozenset(question.category for question in bank),
            window_from=self.window_from.day(),
            urgency=Urgency(self.urgency.key()),
        )

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        add = self.form.add
        people = dict.fromkeys(person for person, _ in self._pairs)
        names: dict[str, str] = {person: self._record.person(person).name for person in people}
        self.person = add("person", tr("Request", "About whom"), Choice(names))
        self.agency = add("agency", tr("Request", "Which partner"), Choice({}))
        self.verdict = Pill(tr("Request", "Not looked at"), tone="muted")
        self.because = Paragraph()
        self.form.put(self.verdict)
        self.form.put(self.because)
        self.questions = add("questions", tr("Request", "Questions"), TickList({}))
        self.why = add("why", tr("Request", "Why we ask"), NoteField(lines=4))
        self.benefit = add(
            "benefit", tr("Request", "Why answering helps their patient"), NoteField(lines=3)
        )
        self.window_from = self.add_date("window_from", tr("Request", "Only since"))
        self.urgency = add("urgency", tr("Request", "How soon"), Choice(urgencies()))

    def _person_picked(self) -> None:
        before = self.agency.key()
        theirs = [agency for person, agency in self._pairs if person == self.person.key()]
        self.agency.clear()
        for agency in theirs:
            self.agency.addItem(self._record.agency(agency).name, agency)
        if before in theirs:
            self.agency.choose(before)

    def _pair_picked(self) -> None:
        person, agency = PersonId(self.person.key()), AgencyId(self.agency.key())
        if not person or not agency:
            return
        self._draft = usual_request(
            self._record,
            self._catalogue.law,
            self._catalogue.bank,
            person=person,
            agency=agency,
            on=self._today,
        )
        name = self._record.person(person).name
        asked = self._catalogue.request.questions
        self.questions.set_options(
            {
                question.code: asked[question.code].words.format(name=name)
                for question in self._catalogue.bank.suiting(
                    self._record, person, agency, self._today
                )
            }
        )
        self.questions.choose(frozenset(self._draft.questions))
        self._look_again()
        self.why.setPlainText(self._draft.why)
        self.benefit.setPlainText(self._draft.benefit)

    def _look_again(self) -> None:
        """Say whether what is ticked now may be asked."""
        draft = self.draft()
        if draft.person is None or draft.agency is None:
            return
        self._say(
            may_share(
                self._record,
                self._catalogue.law,
                person=draft.person,
                agency=draft.agency,
                categories=draft.categories,
                on=self._today,
            )
        )

    def _say(self, decision: Decision) -> None:
        tr = QCoreApplication.translate
        if decision.allowed:
            self.verdict.say(tr("Request", "May be asked"), tone="ok", icon_name="check")
        else:
            self.verdict.say(
                tr("Request", "Cannot be asked yet"), tone="muted", icon_name="circle-slash"
            )
        said = " ".join(reason_sentence(reason) for reason in decision.reasons)
        gateway = self._catalogue.law.gateway(decision.gateway)
        if gateway is not None:
            said += "\n" + tr("Request", "Law: {0}").replace("{0}", gateway.citation)
        self.because.say(said)
