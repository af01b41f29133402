"""The form about an agency: what it is, how to reach it safely, what it needs from us."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import Agency, AgencyDraft, AgencyKind
from app.domain.mailbox import MailDomains
from app.domain.partner import Channel, Profile
from app.domain.person import Allowed
from app.domain.practice import Practice
from app.operation import Command
from app.usecases.keep_agencies import add_agency, change_agency
from ui.agency_choices import channels
from ui.choices import agency_kinds, allowed
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.practice_picker import PracticePicker
from ui.widgets.buttons import LinkButton
from ui.widgets.fields import Choice, NoteField, TickList
from ui.widgets.mailbox_light import MailboxLight
from ui.widgets.text import words

LISTED, PUBLIC = "listed", "public"
WHOLE_NUMBER = re.compile(r"[0-9]{1,4}")


class AgencyDialog(DraftDialog):
    """Collects an `AgencyDraft`."""

    def __init__(
        self,
        desk: Desk,
        agency: Agency | None = None,
        *,
        mail: MailDomains | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Agency", "Edit the agency") if agency else tr("Agency", "Add an agency"),
            save=tr("Agency", "Keep"),
            parent=parent,
        )
        self._agency = agency
        self._mail = mail
        self._add_fields()
        if agency is not None:
            self._fill(agency)

    def command(self) -> Command[Agency]:
        """Return the command for what the form says now."""
        about = self.about.chosen()
        draft = AgencyDraft(
            name=self.name.text(),
            kind=AgencyKind(self.agency_kind.key()),
            ods=self.ods.text(),
            mailbox=self.mailbox.text(),
            phone=self.phone.text(),
            lines=tuple(line.strip() for line in self.lines.toPlainText().split("\n") if line),
            postcode=self.postcode.text(),
            listed=LISTED in about,
            public=PUBLIC in about,
            needs=self.needs.toPlainText(),
            benefit=self.benefit.toPlainText(),
            alias=self.alias.text(),
            urn=self.urn.text(),
            out_of_hours=self.out_of_hours.text(),
            closed_on=self.closed_on.day(),
            profile=self._profile(),
        )
        return change_agency(self._agency.id, draft) if self._agency else add_agency(draft)

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.name = add("name", tr("Agency", "Name"), QLineEdit())
        self.alias = add("alias", tr("Agency", "Also called"), QLineEdit(), optional=optional)
        self.agency_kind = add("kind", tr("Agency", "What it is"), Choice(agency_kinds()))
        self.from_list = LinkButton(tr("Agency", "Choose a GP practice from the national list"))
        self.from_list.clicked.connect(self._choose_practice)
        self.form.put(self.from_list)
        self.ods = add(
            "ods",
            tr("Agency", "ODS code"),
            QLineEdit(),
            hint=tr("Agency", "The NHS code of the organisation, for example A99901"),
            optional=optional,
        )
        self.urn = add(
            "urn",
            tr("Agency", "URN of a school"),
            QLineEdit(),
            hint=tr("Agency", "Six figures, from the school"),
            optional=optional,
        )
        self.mailbox = add(
            "mailbox", tr("Agency", "Secure mailbox"), QLineEdit(), optional=optional
        )
        if self._mail is not None:
            self.light = MailboxLight(self.mailbox, self._mail)
            self.form.put(self.light)
        self.phone = add("phone", tr("Agency", "Phone"), QLineEdit(), optional=optional)
        self.out_of_hours = add(
            "out_of_hours", tr("Agency", "Phone out of hours"), QLineEdit(), optional=optional
        )
        self.lines = add("lines", tr("Agency", "Address"), NoteField(lines=3), optional=optional)
        self.postcode = add("postcode", tr("Agency", "Postcode"), QLineEdit(), optional=optional)
        self.about = add(
            "about",
            tr("Agency", "About it"),
            TickList(
                {
                    PUBLIC: tr("Agency", "It is a public authority"),
                    LISTED: tr("Agency", "Offer it to other families too"),
                }
            ),
        )
        self.about.choose(frozenset({PUBLIC}))
        self.needs = add(
            "needs", tr("Agency", "What they need from us"), NoteField(lines=2), optional=optional
        )
        self.benefit = add(
            "benefit",
            tr("Agency", "Why answering helps their own patients"),
            NoteField(lines=2),
            optional=optional,
        )

        self._add_profile_fields()

    def _choose_practice(self) -> None:
        picker = PracticePicker(self.desk, self)
        picker.picked.connect(self.take_practice)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def take_practice(self, practice: Practice) -> None:
        """Fill in what the national list says of a practice; nothing else is touched."""
        self.name.setText(practice.name)
        self.agency_kind.choose(AgencyKind.GP_PRACTICE)
        self.ods.setText(practice.id)
        self.phone.setText(practice.phone)
        self.lines.setPlainText("\n".join(practice.lines))
        self.postcode.setText(practice.postcode)
        self.closed_on.set_day(practice.closed)

    def _add_profile_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.form.put(words(tr("Agency", "How they work"), "section"))
        self.channel = add("channel", tr("Agency", "They like to be asked"), Choice(channels()))
        self.contact_role = add(
            "contact_role", tr("Agency", "Whom to ask for"), QLineEdit(), optional=optional
        )
        self.turnaround = add(
            "turnaround",
            tr("Agency", "Working days they usually take"),
            QLineEdit(),
            optional=optional,
        )
        self.typed_consent = add(
            "typed_consent", tr("Agency", "Is typed consent enough for them?"), Choice(allowed())
        )
        self.wet_signature = add(
            "wet_signature", tr("Agency", "Do they need a signature in ink?"), Choice(allowed())
        )
        self.agreement = add(
            "agreement",
            tr("Agency", "Information-sharing agreement"),
            QLineEdit(),
            hint=tr("Agency", "Its reference, for example NM-ISA-2026-04"),
            optional=optional,
        )
        self.agreed_from = self.add_date("agreed_from", tr("Agency", "Agreed from"))
        self.review_on = self.add_date("review_on", tr("Agency", "To be looked at again"))
        self.agreed_until = self.add_date("agreed_until", tr("Agency", "Agreed until"))
        self.closed_on = self.add_date("closed_on", tr("Agency", "Closed on"))

    def _profile(self) -> Profile:
        """Return how they work; a number of days that is none is refused as one."""
        days = self.turnaround.text().strip()
        return Profile(
            channel=Channel(self.channel.key()),
            agreement=self.agreement.text().strip(),
            agreed_from=self.agreed_from.day(),
            review_on=self.review_on.day(),
            agreed_until=self.agreed_until.day(),
            contact_role=self.contact_role.text().strip(),
            turnaround=(int(days) if WHOLE_NUMBER.fullmatch(days) else 0) if days else None,
            typed_consent=Allowed(self.typed_consent.key()),
            wet_signature=Allowed(self.wet_signature.key()),
        )

    def _fill(self, agency: Agency) -> None:
        self.name.setText(agency.name)
        self.agency_kind.choose(agency.kind)
        self.ods.setText(agency.ods)
        self.mailbox.setText(agency.mailbox)
        self.phone.setText(agency.phone)
        self.lines.setPlainText("\n".join(agency.lines))
        self.postcode.setText(agency.postcode)
        ticked = {LISTED: agency.listed, PUBLIC: agency.public}
        self.about.choose(frozenset(key for key, on in ticked.items() if on))
        self.needs.setPlainText(agency.needs)
        self.benefit.setPlainText(agency.benefit)
        self.alias.setText(agency.alias)
        self.urn.setText(agency.urn)
        self.out_of_hours.setText(agency.out_of_hours)
        self.closed_on.set_day(agency.closed_on)
        self._fill_profile(agency.profile)

    def _fill_profile(self, profile: Profile) -> None:
        self.channel.choose(profile.channel)
        self.contact_role.setText(profile.contact_role)
        self.turnaround.setText("" if profile.turnaround is None else str(profile.turnaround))
        self.typed_consent.choose(profile.typed_consent)
        self.wet_signature.choose(profile.wet_signature)
        self.agreement.setText(profile.agreement)
        self.agreed_from.set_day(profile.agreed_from)
        self.review_on.set_day(profile.review_on)
        self.agreed_until.set_day(profile.agreed_until)
