"""The form about an agency: what it is, how to reach it safely, what it needs from us."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.agency import Agency, AgencyDraft, AgencyKind
from app.operation import Command
from app.usecases.keep_agencies import add_agency, change_agency
from ui.choices import agency_kinds
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice, NoteField, TickList

LISTED, PUBLIC = "listed", "public"


class AgencyDialog(DraftDialog):
    """Collects an `AgencyDraft`."""

    def __init__(
        self, desk: Desk, agency: Agency | None = None, parent: QWidget | None = None
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
        )
        return change_agency(self._agency.id, draft) if self._agency else add_agency(draft)

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.name = add("name", tr("Agency", "Name"), QLineEdit())
        self.agency_kind = add("kind", tr("Agency", "What it is"), Choice(agency_kinds()))
        self.ods = add(
            "ods",
            tr("Agency", "ODS code"),
            QLineEdit(),
            hint=tr("Agency", "The NHS code of the organisation, for example A99901"),
            optional=optional,
        )
        self.mailbox = add(
            "mailbox", tr("Agency", "Secure mailbox"), QLineEdit(), optional=optional
        )
        self.phone = add("phone", tr("Agency", "Phone"), QLineEdit(), optional=optional)
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
