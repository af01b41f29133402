"""The form for a decision without agreement: to share or not to share, why, and who was told."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.consent import Category, Purpose
from app.domain.draft import Content, Draft
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.protection import unsafe_for
from app.domain.record import Record
from app.domain.sharing import Choice as Decided
from app.domain.sharing import Confidentiality, Ground
from app.domain.without_agreement import GroundDraft
from app.operation import Command
from app.usecases.keep_grounds import record_ground
from ui.basis_words import ground_labels, short_citation
from ui.choices import categories, purposes
from ui.decision_words import choices, confidentialities
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.partners import PartnerChoice, offer_partners
from ui.dialogs.room import open_at
from ui.dialogs.sheet_form import SheetForm
from ui.widgets.buttons import Button
from ui.widgets.caution import AddressCaution
from ui.widgets.fields import NOBODY, Choice, NoteField, TickList, TickTiles
from ui.widgets.law_card import LawCard
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import words

WIDTH, HEIGHT = 1280, 900
NOTHING_YET = GroundDraft()
ONLY_WHEN_SHARED = ("gateway", "confidentiality", "relevance", "proportionality", "method")


class GroundDialog(DraftDialog):
    """Collects a `GroundDraft`; a decision once kept is never changed, only followed by another.

    `begin` is what is known already: from the basis guide, or whose row was chosen. `draft` is
    carried on with.
    """

    def __init__(
        self,
        desk: Desk,
        record: Record,
        law: LawPack,
        *,
        today: date,
        begin: GroundDraft = NOTHING_YET,
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        self._sheet = SheetForm()
        super().__init__(
            desk,
            self.command,
            title=tr("Ground", "Decide without agreement"),
            save=tr("Ground", "Keep the decision"),
            introduction=tr(
                "Ground", "To share and not to share are recorded alike. Neither is changed later."
            ),
            form=self._sheet,
            parent=parent,
        )
        self._record, self._law, self._today = record, law, today
        self._people: dict[str, str] = {
            p.id: p.name for p in record.people if not p.unborn and p.died is None
        }
        guarded = any(home.confidential for home in record.homes)
        self._caution = AddressCaution() if guarded else None
        if self._caution is not None:
            self._sheet.put_on_top(self._caution)
        self._add_what()
        self._add_law()
        self._add_told()
        self._sheet.second_column()
        self._add_reasons()
        self._add_who()
        self._fill(begin)
        for field in (self.choice, self.told, self.not_told):
            field.changed.connect(self._show_what_is_needed)
        self.person.picked.connect(self._person_picked)
        self.gateway.picked.connect(self._show_what_is_needed)
        self._show_what_is_needed()
        open_at(self, WIDTH, HEIGHT)
        self.keep_as_draft("ground", record.household.id, draft=draft)

    def command(self) -> Command[Ground]:
        """Return the command for what the form says now."""
        role = self._record.office.role.strip().lower() or "key worker"
        return record_ground(self._record.household.id, self.draft(), self._law, role=role)

    def draft(self) -> GroundDraft:
        """Return what the form says now; what is hidden, as it does not apply, is left out."""
        choice = self._decided()
        shares = choice is not Decided.NOT_SHARE
        said = {name: field.toPlainText() for name, field in self.texts.items()}
        if not shares:
            said |= {name: "" for name in ONLY_WHEN_SHARED if name in said}
        told, not_told = self.told.chosen(), self.not_told.chosen()
        confidentiality = self.confidentiality.chosen()
        return GroundDraft(
            choice=choice,
            person=PersonId(self.person.key()) if self.person.key() else None,
            agency=AgencyId(self.agency.chosen()) if self.agency.chosen() else None,
            purpose=Purpose(self.purpose.key()),
            categories=frozenset(Category(key) for key in self.categories.chosen()),
            gateway=self.gateway.chosen() if shares else "",
            confidentiality=Confidentiality(confidentiality)
            if shares and confidentiality
            else None,
            asked_by=self.asked_by.text(),
            method=self.method.text() if shares else "",
            told=tuple(PersonId(one) for one in self._people if one in told),
            not_told=tuple(PersonId(one) for one in self._people if one in not_told),
            why_not_told=self.why_not_told.toPlainText(),
            decided_on=self.decided_on.day(),
            decided_by=self.decided_by.text(),
            authorised_by=self.authorised_by.text(),
            review_on=self.review_on.day(),
            **said,
        )

    def restore(self, content: Content) -> None:
        """Put a draft back; what is asked for depends on what it holds."""
        super().restore(content)
        self._show_what_is_needed()

    def first_field(self) -> QWidget | None:
        """Return where one begins: what is decided, or why it is needed where a life is at risk."""
        urgent = self.gateway.chosen() == "VITAL" and not self.texts["necessity"].toPlainText()
        return self.texts["necessity"] if urgent else self.choice.box(Decided.SHARE)

    def share_now(self, gateway: str) -> None:
        """Fill in what an urgent share always is, and go to why it is needed."""
        who = self.person.key()
        child = bool(who) and self._record.person(PersonId(who)).under_age(self._today)
        self.choice.choose(frozenset({Decided.SHARE}))
        self.gateway.choose(gateway)
        self.confidentiality.choose(Confidentiality.PUBLIC_INTEREST)
        self.purpose.choose(Purpose.CHILD_PROTECTION if child else Purpose.ADULT_CARE)
        self.decided_on.set_day(self._today)
        self._show_what_is_needed()
        self.texts["necessity"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_what(self) -> None:
        tr = QCoreApplication.translate
        add = self.form.add
        urgent = QWidget()
        row = FlowLayout(urgent)
        row.addWidget(words(tr("Ground", "Share now, record why"), "label"))
        self.urgent = {
            "VITAL": Button(tr("Ground", "Life in danger")),
            "PUBINT": Button(tr("Ground", "Serious harm")),
        }
        for gateway, button in self.urgent.items():
            button.clicked.connect(partial(self.share_now, gateway))
            button.setAccessibleName(
                tr("Ground", "Share now, record why: {0}").replace("{0}", button.text())
            )
            row.addWidget(button)
        self.form.put(urgent)
        self._heading(tr("Ground", "The decision"))
        self.choice = add(
            "choice", tr("Ground", "What is decided"), TickList(choices(), single=True)
        )
        self.person = add("person", tr("Ground", "About whom"), Choice(self._people))
        self.agency = add("agency", tr("Ground", "With which partner"), PartnerChoice({}))
        self.readable["agency"] = (self.agency, tr("Ground", "Choose a partner, or any."))
        self.purpose = add("purpose", tr("Ground", "What for"), Choice(purposes()))
        self.categories = add(
            "categories", tr("Ground", "Kinds of information"), TickTiles(categories())
        )

    def _add_law(self) -> None:
        tr = QCoreApplication.translate
        self._law_heading = self._heading(tr("Ground", "Why it is allowed"))
        none = {NOBODY: tr("Ground", "Choose")}
        laws = {g.key: short_citation(g) for g in self._law.gateways if g.started}
        self.gateway = self.form.add("gateway", tr("Ground", "Law relied on"), Choice(none | laws))
        self.gateway.take_what_room_there_is()
        self.law_card = LawCard()
        self.form.put(self.law_card)
        lifts = {k: v for k, v in confidentialities().items() if k != Confidentiality.CONSENT}
        self.confidentiality = self.form.add(
            "confidentiality", tr("Ground", "What outweighs confidentiality"), Choice(none | lifts)
        )

    def _add_reasons(self) -> None:
        tr = QCoreApplication.translate
        self._heading(tr("Ground", "The reasons"))
        labels = ground_labels(Decided.SHARE)
        self.texts = {
            name: self._note(name, labels[name])
            for name in ("relevance", "necessity", "proportionality", "detriment", "alternatives")
        }
        self.texts["advice"] = self._note(
            "advice", tr("Ground", "Whose advice was taken, and what they said"), self.optional
        )

    def _add_told(self) -> None:
        tr = QCoreApplication.translate
        self._heading(tr("Ground", "Who of the family was told"))
        self.told = self.form.add("told", tr("Ground", "Told"), TickTiles({}))
        self.not_told = self.form.add(
            "not_told",
            tr("Ground", "Not told"),
            TickTiles({}),
            hint=tr("Ground", "If anybody, or if nobody was told, say why."),
        )
        self.why_not_told = self._note("why_not_told", "")

    def _add_who(self) -> None:
        tr = QCoreApplication.translate
        add = self.form.add
        self._heading(tr("Ground", "Who decided, and when"))
        self.asked_by = add(
            "asked_by", tr("Ground", "Who asked for it"), QLineEdit(), optional=self.optional
        )
        self.method = add(
            "method", tr("Ground", "How it is shared"), QLineEdit(), optional=self.optional
        )
        self.decided_on = self.add_date("decided_on", tr("Ground", "Decided on"), optional=False)
        self.decided_by = add("decided_by", tr("Ground", "Who decided"), QLineEdit())
        self.authorised_by = add("authorised_by", "", QLineEdit())
        self.review_on = self.add_date(
            "review_on",
            tr("Ground", "Look at it again on"),
            hint=tr("Ground", "From that day nothing may be shared on it any more."),
        )

    def _heading(self, text: str) -> QWidget:
        heading = words(text, "section", wrap=True)
        self.form.put(heading)
        return heading

    def _note(self, name: str, label: str, optional: str = "") -> NoteField:
        field = self.form.add(name, label, NoteField(lines=2), optional=optional)
        if self._caution is not None:
            self._caution.watch(field)
        return field

    def _fill(self, begin: GroundDraft) -> None:
        if begin.choice is not None:
            self.choice.choose(frozenset({begin.choice}))
        if begin.person in self._people:
            self.person.choose(begin.person)
        self._person_picked()
        if begin.agency is not None and self.agency.findData(begin.agency) >= 0:
            self.agency.choose(begin.agency)
        self.purpose.choose(begin.purpose)
        self.categories.choose(frozenset(begin.categories))
        if begin.gateway and self.gateway.findData(begin.gateway) >= 0:
            self.gateway.choose(begin.gateway)
        if begin.confidentiality is not None:
            self.confidentiality.choose(begin.confidentiality)
        self.decided_on.set_day(begin.decided_on or self._today)
        self.decided_by.setText(begin.decided_by or self._record.office.key_worker)

    def _decided(self) -> Decided | None:
        chosen = next(iter(self.choice.chosen()), "")
        return Decided(chosen) if chosen else None

    def _person_picked(self) -> None:
        """Offer the partners they have, and whom of the family to tell: nobody who is unsafe."""
        who = self.person.key()
        offer_partners(self.agency, self._record, who)
        told, not_told = self.told.chosen(), self.not_told.chosen()
        unsafe = frozenset(
            one
            for one in self._people
            if who and unsafe_for(self._record, PersonId(one), PersonId(who), self._today)
        )
        self.told.set_options({k: v for k, v in self._people.items() if k not in unsafe})
        self.not_told.set_options(self._people)
        self._name_boxes(unsafe)
        self.told.choose(told - unsafe)
        self.not_told.choose(not_told | unsafe)
        names = ", ".join(self._people[one] for one in self._people if one in unsafe)
        said = QCoreApplication.translate("Ground", "Must not learn where {0} is: {1}. Say why.")
        said = said.replace("{0}", self._people.get(who, "")).replace("{1}", names)
        self.form.row("not_told").remark(said if names else "")

    def _name_boxes(self, unsafe: frozenset[str]) -> None:
        """Say with each name which of the two lists it is in, as both have the same people."""
        for one in self._people:
            for field, name in ((self.told, "told"), (self.not_told, "not_told")):
                if field is self.not_told or one not in unsafe:
                    said = f"{self.form.row(name).label.text()}: {self._people[one]}"
                    field.box(one).setAccessibleName(said)

    def _show_what_is_needed(self) -> None:
        """Show what applies to the choice, the law and who was told, and say what is optional."""
        choice = self._decided()
        shares = choice is not Decided.NOT_SHARE
        for name in ONLY_WHEN_SHARED:
            self.form.row(name).setVisible(shares)
        self._law_heading.setVisible(shares)
        gateway = self._law.gateway(self.gateway.chosen()) if shares else None
        if gateway is not None:
            self.law_card.show_law(gateway, self._law.approval(gateway, self._record.office))
        self.law_card.setVisible(gateway is not None)
        silent = bool(self.not_told.chosen()) or not self.told.chosen()
        needed = {
            "why_not_told": shares and silent,
            "authorised_by": gateway is not None and gateway.manager,
        }
        for name, label in ground_labels(choice).items():
            self.form.row(name).rename(label, "" if needed.get(name, True) else self.optional)
