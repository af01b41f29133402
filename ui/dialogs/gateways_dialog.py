"""The laws of the law pack: how far each is, and whether the council has approved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.household import Approval, Office
from app.domain.law import Gateway, LawPack
from app.operation import Command
from app.ports import Work
from app.usecases.approve_gateway import ApprovalDraft, approve_gateway, withdraw_approval
from ui.basis_words import approval_sentence, law_state, short_citation
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.listed_dialog import ListedDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column
from ui.widgets.law_card import LawCard

WIDTH, HEIGHT = 1180, 680


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """One law and its approval."""

    id: str
    gateway: Gateway
    approval: Approval | None


class ApprovalDialog(DraftDialog):
    """Collects an `ApprovalDraft` for one law."""

    def __init__(
        self,
        desk: Desk,
        law: LawPack,
        line: LawLine,
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Law", "Record an approval"),
            save=tr("Law", "Keep the approval"),
            introduction=tr("Law", "It counts for law pack {0} only.").replace("{0}", law.version),
            parent=parent,
        )
        self._law, self._gateway = law, line.gateway
        card = LawCard()
        card.show_law(line.gateway, line.approval)
        self.form.put(card)
        self.by = self.form.add(
            "by",
            tr("Law", "Who approved it"),
            QLineEdit(),
            hint=tr("Law", "Your council’s information governance lead."),
        )
        self.on = self.add_date("on", tr("Law", "When"), optional=False)
        self.on.set_day(today)

    def command(self) -> Command[Approval]:
        """Return the command for what the form says now."""
        draft = ApprovalDraft(gateway=self._gateway.key, by=self.by.text(), on=self.on.day())
        return approve_gateway(draft, self._law)


class GatewaysDialog(ListedDialog):
    """Lists every law with its approval, in step with the store. Each change is a step."""

    def __init__(self, desk: Desk, law: LawPack, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            title=tr("Law", "Laws and your council’s approval"),
            columns=(
                Column(tr("Law", "Law"), _called),
                Column(
                    tr("Law", "How far it is"),
                    lambda line: law_state(line.gateway)[0],
                    icon=lambda line: (law_state(line.gateway)[2], law_state(line.gateway)[1]),
                ),
                Column(tr("Law", "Approval"), lambda line: approval_sentence(line.approval)),
            ),
            add="",
            edit=tr("Law", "Record approval"),
            remove=tr("Law", "Take approval back"),
            introduction=tr(
                "Law", "Papers say that a law is not approved until you record that it is."
            ),
            parent=parent,
        )
        self._law = law
        self._today: date | None = None
        self.add_button.hide()
        self.table.value_chosen.connect(self._chosen)
        desk.changed.connect(self._changed)
        open_at(self, WIDTH, HEIGHT)
        self.read()

    def read(self) -> None:
        """Read the approvals again."""
        self.desk.ask(_office_and_day, owner=self, then=self._show)

    def make_form(self, row: Any) -> DraftDialog:
        """Return the form that records who approved a law."""
        assert self._today is not None
        return ApprovalDialog(self.desk, self._law, row, today=self._today, parent=self)

    def removal(self, row: Any) -> Command[Any]:
        """Return the command that takes an approval back."""
        return withdraw_approval(row.id, self._law)

    def _show(self, found: tuple[Office, date]) -> None:
        office, self._today = found
        self.show_rows(
            tuple(
                LawLine(id=g.key, gateway=g, approval=self._law.approval(g, office))
                for g in self._law.gateways
            )
        )
        self._chosen(self.table.current())

    def _chosen(self, line: LawLine | None) -> None:
        self.remove_button.setEnabled(line is not None and line.approval is not None)

    def _changed(self, kinds: frozenset[str]) -> None:
        if "office" in kinds:
            self.read()


def _called(line: LawLine) -> str:
    """Return a law's name for a column; the whole of it is in the form."""
    return short_citation(line.gateway).split(" (")[0]


def _office_and_day(work: Work) -> tuple[Office, date]:
    return work.kept(Office).find("office") or Office(), work.now.date()
