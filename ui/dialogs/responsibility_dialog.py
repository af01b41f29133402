"""The form for parental responsibility: one child, one adult, held or not, on what evidence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.ids import HouseholdId, OrderId, PersonId
from app.domain.responsibility import Basis, Holds, Responsibility, ResponsibilityDraft
from app.operation import Command
from app.usecases.keep_relationships import keep_responsibility
from ui.choices import bases, holdings
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NOBODY, Choice

NO_ORDERS: Mapping[str, str] = MappingProxyType({})


class ResponsibilityDialog(DraftDialog):
    """Collects a `ResponsibilityDraft`; what was known of the two is replaced."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        children: Mapping[str, str],
        adults: Mapping[str, str],
        known: tuple[Responsibility, ...],
        orders: Mapping[str, str] = NO_ORDERS,
        child: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Responsibility", "Parental responsibility"),
            save=tr("Responsibility", "Keep"),
            introduction=tr(
                "Responsibility",
                "It is never assumed: say what you have seen. A step-parent or grandparent does "
                "not have it without an order or agreement.",
            ),
            parent=parent,
        )
        self._household = household
        self._known = known
        add = self.form.add
        self.child = add("child", tr("Responsibility", "Child"), Choice(children))
        self.adult = add("adult", tr("Responsibility", "Adult"), Choice(adults))
        self.holds = add(
            "holds", tr("Responsibility", "Holds parental responsibility"), Choice(holdings())
        )
        self.basis = add("basis", tr("Responsibility", "Because"), Choice(bases()))
        self.evidence = add(
            "evidence",
            tr("Responsibility", "What was seen"),
            QLineEdit(),
            hint=tr("Responsibility", "For example: birth certificate, 14 September 2026"),
            optional=self.optional,
        )
        self.restricted_by = add(
            "restricted_by",
            tr("Responsibility", "Restricted by an order"),
            Choice({NOBODY: tr("Responsibility", "No"), **orders}),
        )
        self.since = self.add_date("since", tr("Responsibility", "Since"))
        self.until = self.add_date("until", tr("Responsibility", "Until"))
        self.child.picked.connect(self._show_known)
        self.adult.picked.connect(self._show_known)
        if child in children:
            self.child.choose(child)
        self._show_known()

    def command(self) -> Command[Responsibility]:
        """Return the command for what the form says now."""
        order = self.restricted_by.chosen()
        return keep_responsibility(
            self._household,
            ResponsibilityDraft(
                child=PersonId(self.child.key()) if self.child.key() else None,
                adult=PersonId(self.adult.key()) if self.adult.key() else None,
                holds=Holds(self.holds.key()),
                basis=Basis(self.basis.key()),
                evidence=self.evidence.text(),
                restricted_by=OrderId(order) if order else None,
                since=self.since.day(),
                until=self.until.day(),
            ),
        )

    def _show_known(self) -> None:
        pair = (self.child.key(), self.adult.key())
        for row in self._known:
            if (row.child, row.adult) == pair:
                self.holds.choose(row.holds)
                self.basis.choose(row.basis)
                self.evidence.setText(row.evidence)
                self.restricted_by.choose(row.restricted_by or NOBODY)
                self.since.set_day(row.since)
                self.until.set_day(row.until)
                return
        self.holds.choose(Holds.UNKNOWN)
        self.basis.choose(Basis.NOT_RECORDED)
        self.evidence.clear()
        self.restricted_by.choose(NOBODY)
        self.since.set_day(None)
        self.until.set_day(None)
