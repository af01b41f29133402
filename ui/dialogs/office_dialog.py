"""The form for who we are: what every paper says about its sender."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.household import ConsentModel, Office
from app.domain.law import LawPack
from app.operation import Command
from app.usecases.keep_household import keep_office
from ui.basis_words import consent_models
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.gateways_dialog import GatewaysDialog
from ui.widgets.buttons import Button
from ui.widgets.fields import NoteField, TickList
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import words

WHOLE_NUMBER = re.compile("[0-9]{1,4}")


class OfficeDialog(DraftDialog):
    """Collects an `Office`."""

    def __init__(
        self,
        desk: Desk,
        office: Office,
        law: LawPack | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Office", "Your office"),
            save=tr("Office", "Keep"),
            introduction=tr("Office", "What every form and letter says about who sends it."),
            parent=parent,
        )
        add = self.form.add
        self.fields = {
            name: add(name, label, QLineEdit(getattr(office, name)), hint=hint)
            for name, label, hint in (
                ("council", tr("Office", "Council"), ""),
                ("team", tr("Office", "Team"), ""),
                ("key_worker", tr("Office", "Your name"), ""),
                ("role", tr("Office", "Your role"), ""),
                ("manager", tr("Office", "Your manager"), ""),
                (
                    "desk_phone",
                    tr("Office", "Desk phone"),
                    tr("Office", "It is on every paper: it must not give away where you work."),
                ),
                (
                    "team_phone",
                    tr("Office", "Team phone"),
                    tr("Office", "Only for us: it is on no paper, as it can tell where we work."),
                ),
                ("email", tr("Office", "E-mail"), ""),
                ("data_protection_officer", tr("Office", "Data protection officer"), ""),
                ("complaints", tr("Office", "Where to complain"), ""),
                ("agreement", tr("Office", "Information-sharing agreement"), ""),
            )
        }
        self.form.put(words(tr("Office", "Addresses"), "section"))
        self.address = add("sender", tr("Office", "Address on ordinary papers"), NoteField(lines=4))
        self.safe_address = add(
            "safe_sender",
            tr("Office", "Address where location must not show"),
            NoteField(lines=3),
            hint=tr("Office", "A post-office box, for anybody another must be protected from."),
        )
        self._add_agreement(office, law)
        self.form.put(words(tr("Office", "Family plans"), "section"))
        self.outcomes = add(
            "outcomes",
            tr("Office", "Your council’s own outcomes"),
            NoteField(lines=5),
            hint=tr("Office", "One on each line. Left empty, the ten of 2022 are used."),
            optional=self.optional,
        )
        self.outcomes.setPlainText("\n".join(office.outcomes))
        self.address.setPlainText("\n".join(office.sender))
        self.safe_address.setPlainText("\n".join(office.safe_sender))
        self._office = office

    def _add_agreement(self, office: Office, law: LawPack | None) -> None:
        tr = QCoreApplication.translate
        self.form.put(words(tr("Office", "Agreement and law"), "section"))
        self.model = self.form.add(
            "consent_model",
            tr("Office", "How your council goes about sharing"),
            TickList(consent_models(), single=True),
            hint=tr("Office", "What is told in confidence takes agreement or a law either way."),
        )
        self.model.choose(frozenset({office.consent_model}))
        usual = (law.months, law.months_young) if law is not None else ("", "")
        said = tr("Office", "Left empty, it is as the law pack says: {0}.")
        self.months, self.months_young = (
            self.form.add(
                name,
                label,
                QLineEdit("" if getattr(office, name) is None else str(getattr(office, name))),
                hint=said.replace("{0}", str(months)) if months else "",
                optional=self.optional,
            )
            for name, label, months in (
                ("months", tr("Office", "Months an agreement lasts"), usual[0]),
                ("months_young", tr("Office", "Months where somebody under 18 agreed"), usual[1]),
            )
        )
        if law is None:
            return
        self.gateways = Button(tr("Office", "See laws and approvals"), icon_name="scale")
        self.gateways.clicked.connect(partial(self._open_gateways, law))
        place = QWidget()
        FlowLayout(place).addWidget(self.gateways)
        self.form.put(place)

    def _open_gateways(self, law: LawPack) -> None:
        self.laws = GatewaysDialog(self.desk, law, parent=self)
        self.laws.finished.connect(self.laws.deleteLater)
        self.laws.open()

    def command(self) -> Command[Office]:
        """Return the command for what the form says now."""
        texts: dict[str, Any] = {name: f.text().strip() for name, f in self.fields.items()}
        return keep_office(
            replace(
                self._office,
                sender=_lines(self.address),
                safe_sender=_lines(self.safe_address),
                outcomes=tuple(dict.fromkeys(_lines(self.outcomes))),
                consent_model=ConsentModel(next(iter(self.model.chosen()))),
                months=_number(self.months),
                months_young=_number(self.months_young),
                **texts,
            )
        )


def _lines(field: NoteField) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().split("\n") if line.strip())


def _number(field: QLineEdit) -> int | None:
    """Return a number of months; 0, which is refused, for what is no number."""
    typed = field.text().strip()
    if not typed:
        return None
    return int(typed) if WHOLE_NUMBER.fullmatch(typed) else 0
