"""The first step: who changes their mind, about whom, with which partners, and how they said it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.domain.ids import AgencyId, PersonId
from app.domain.proof import Proof, Way
from app.domain.record import Record
from app.usecases.withdraw import WithdrawalDraft
from ui.choices import ways
from ui.dates import long_date
from ui.dialogs.withdrawal_flow.offers import Offer
from ui.forms import Form
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, DateField, NoteField, TickList
from ui.wording import sentences


class WhoStep(Form):
    """Collects a `WithdrawalDraft`. Everything they agreed to is listed, and nothing is ticked.

    `person` and `agency` say whom and what it was opened for.
    """

    def __init__(
        self,
        record: Record,
        offers: tuple[Offer, ...],
        *,
        today: date,
        person: str = "",
        agency: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._record, self._offers, self._today = record, offers, today
        self._add_who()
        self._add_how()
        self.decider.picked.connect(self._offer_people)
        self.person.picked.connect(self._offer_agencies)
        self.way.picked.connect(self._show_what_is_needed)
        self.all_button.clicked.connect(self.tick_all)
        self._begin_with(person, agency)
        self._show_what_is_needed()

    def draft(self) -> WithdrawalDraft:
        """Return what the form says now; what is hidden, as it does not apply, is left out."""
        way = Way(self.way.key())
        spoken, interpreted = way is Way.SPOKEN, way is Way.INTERPRETED
        elsewhere = way is Way.OTHER_ORGANISATION
        chosen = self.agencies.chosen()
        return WithdrawalDraft(
            household=self._record.household.id,
            person=PersonId(self.person.key()) if self.person.key() else None,
            decider=PersonId(self.decider.key()) if self.decider.key() else None,
            agencies=tuple(AgencyId(key) for key in sorted(chosen)),
            decided_on=self.decided_on.day(),
            way=way,
            witness=self.witness.text() if spoken or interpreted else "",
            proof=Proof(
                identity=self.identity.text().strip() if spoken else "",
                organisation=self.organisation.text().strip() if elsewhere else "",
                reference=self.reference.text().strip() if elsewhere else "",
            ),
            form=self.form_number.text() if way is Way.INK else "",
            reason=self.reason.toPlainText(),
        )

    def complain(self) -> bool:
        """Say beside each field what is wrong; return whether anything is."""
        tr = QCoreApplication.translate
        wrong = sentences(self.draft().problems(self._today))
        if "agencies" in wrong:
            wrong["agencies"] = tr("Withdraw", "Choose at least one partner.")
        if self.decided_on.is_unreadable():
            wrong["decided_on"] = tr(
                "Dialog", "This is not a date. Write it like 3 March 2027 or 3/3/2027."
            )
        self.show_sentences(wrong)
        return bool(wrong)

    def show_sentences(self, said: dict[str, str]) -> None:
        """Put sentences beside the fields of these names; none takes all away."""
        if not said:
            self.clear_problems()
            return
        tr = QCoreApplication.translate
        heading = tr("Dialog", "There are {0} things to put right")
        if len(said) == 1:
            heading = tr("Dialog", "There is one thing to put right")
        self.show_problems(said, heading=heading.replace("{0}", str(len(said))))

    def tick_all(self) -> None:
        """Tick every partner."""
        self.agencies.choose(frozenset(self._listed))

    def _add_who(self) -> None:
        tr = QCoreApplication.translate
        names = {o.decider: self._record.person(o.decider).name for o in self._offers}
        self.decider = self.add(
            "decider", tr("Withdraw", "Who changes their mind"), Choice(dict(names.items()))
        )
        self.person = self.add("person", tr("Withdraw", "About whom"), Choice({}))
        self.agencies = self.add(
            "agencies",
            tr("Withdraw", "Which partners"),
            TickList({}),
            hint=tr("Withdraw", "This is everything they agreed to. One, several or all can end."),
        )
        self.all_button = Button(tr("Withdraw", "Tick all of them"), icon_name="list-checks")
        self.all_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put(self.all_button)

    def _add_how(self) -> None:
        tr = QCoreApplication.translate
        optional = tr("Dialog", "(optional)")
        self.decided_on = self.add(
            "decided_on",
            tr("Withdraw", "When they said it"),
            DateField(),
            hint=tr("Dialog", "For example 3 March 2027"),
        )
        self.decided_on.set_day(self._today)
        heard = {key: said for key, said in ways().items() if key != Way.SCREEN}
        self.way = self.add("way", tr("Withdraw", "How they said it"), Choice(heard))
        self.way.choose(Way.SPOKEN)
        self.witness = self.add("witness", "", QLineEdit())
        self.identity = self.add(
            "identity", tr("Withdraw", "How you knew that it was them"), QLineEdit()
        )
        self.organisation = self.add(
            "organisation", tr("Withdraw", "Which organisation they told"), QLineEdit()
        )
        self.reference = self.add(
            "reference", tr("Withdraw", "Their reference"), QLineEdit(), optional=optional
        )
        self.form_number = self.add(
            "form",
            tr("Withdraw", "Number on the slip or form"),
            QLineEdit(),
            hint=tr("Withdraw", "For example CF-7K3Q-D9XM"),
            optional=optional,
        )
        self.reason = self.add(
            "reason",
            tr("Withdraw", "What they want written down"),
            NoteField(lines=3),
            hint=tr("Withdraw", "Do not ask why. It stays in the record and goes on no letter."),
            optional=optional,
        )

    def _begin_with(self, person: str, agency: str) -> None:
        """Choose whoever it was opened for: the person themself, where they agreed."""
        fitting = [o for o in self._offers if o.person == person or not person]
        exact = [o for o in fitting if any(c.agency == agency for c in o.consents)]
        fitting = exact or fitting or list(self._offers)
        first = next((o for o in fitting if o.decider == o.person), fitting[0])
        self.decider.choose(first.decider)
        self._offer_people()
        self.person.choose(first.person)
        self._offer_agencies()
        self.agencies.choose(frozenset({agency}) & frozenset(self._listed))

    def _offer_people(self) -> None:
        before = self.person.key()
        theirs = [o.person for o in self._offers if o.decider == self.decider.key()]
        self.person.clear()
        for id_ in theirs:
            self.person.addItem(self._record.person(id_).name, id_)
        if before in theirs:
            self.person.choose(before)

    def _offer_agencies(self) -> None:
        pair = (self.decider.key(), self.person.key())
        offer = next((o for o in self._offers if (o.decider, o.person) == pair), None)
        said = QCoreApplication.translate("Withdraw", "{0}, agreed on {1}")
        self._listed: dict[str, str] = {}
        if offer is not None:
            for agency in offer.agencies(self._record):
                since = offer.since(agency.id)
                when = long_date(since) if since else ""
                self._listed[agency.id] = said.replace("{0}", agency.name).replace("{1}", when)
        self.agencies.set_options(self._listed)
        self.all_button.setVisible(len(self._listed) > 1)

    def _show_what_is_needed(self) -> None:
        tr = QCoreApplication.translate
        way = self.way.key()
        interpreted = way == Way.INTERPRETED
        self.row("witness").setVisible(way in (Way.SPOKEN, Way.INTERPRETED))
        self.row("witness").rename(
            tr("Withdraw", "Who interpreted") if interpreted else tr("Withdraw", "Who heard it")
        )
        self.row("identity").setVisible(way == Way.SPOKEN)
        for name in ("organisation", "reference"):
            self.row(name).setVisible(way == Way.OTHER_ORGANISATION)
        self.row("form").setVisible(way == Way.INK)
