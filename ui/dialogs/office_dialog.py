"""The form for who we are: what every paper says about its sender."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.household import Office
from app.operation import Command
from app.usecases.keep_household import keep_office
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NoteField
from ui.widgets.text import words


class OfficeDialog(DraftDialog):
    """Collects an `Office`."""

    def __init__(self, desk: Desk, office: Office, parent: QWidget | None = None) -> None:
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

    def command(self) -> Command[Office]:
        """Return the command for what the form says now."""
        texts: dict[str, Any] = {name: f.text().strip() for name, f in self.fields.items()}
        return keep_office(
            replace(
                self._office,
                sender=_lines(self.address),
                safe_sender=_lines(self.safe_address),
                outcomes=tuple(dict.fromkeys(_lines(self.outcomes))),
                **texts,
            )
        )


def _lines(field: NoteField) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().split("\n") if line.strip())
