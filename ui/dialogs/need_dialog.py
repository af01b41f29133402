"""The form for what is worrying or going well, with the family's own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId
from app.domain.plan import Need, NeedKind
from app.domain.plan_drafts import NeedDraft
from app.operation import Command
from app.usecases.keep_plan import add_need, change_need, remove_need
from ui.desk import Desk
from ui.dialogs.plan_dialog import PlanDialog, person_in
from ui.plan_words import need_kinds
from ui.widgets.fields import NoteField, TickList


class NeedDialog(PlanDialog):
    """Collects a `NeedDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        names: Mapping[str, str],
        outcomes: Mapping[str, str],
        today: date,
        need: Need | None = None,
        kind: NeedKind = NeedKind.WORRY,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        titles = {
            NeedKind.WORRY: tr("Plan", "Add something worrying"),
            NeedKind.STRENGTH: tr("Plan", "Add something going well"),
        }
        title = titles[kind] if need is None else tr("Plan", "Correct this part of the plan")
        super().__init__(desk, self.command, title=title, parent=parent)
        self._household, self._need = household, need
        add = self.form.add
        self.kind = add("kind", tr("Plan", "What it is"), TickList(dict(need_kinds()), single=True))
        self.text = add("text", tr("Plan", "In plain words"), NoteField(lines=3))
        self.person = self.add_person(names, tr("Plan", "About whom"))
        self.outcome = self.add_outcome(outcomes, need.outcome if need else "")
        self.words = add(
            "words",
            tr("Plan", "In the family’s own words"),
            NoteField(lines=2),
            optional=self.optional,
        )
        self.on = self.add_date("on", tr("Plan", "Noted on"), optional=False)
        self.met_on = self.add_date(
            "met_on",
            tr("Plan", "Better since"),
            hint=tr("Plan", "Only when it is no longer a worry. For example 3 March 2027"),
        )
        self.kind.choose(frozenset({need.kind if need else kind}))
        self.on.set_day(need.on if need else today)
        self.kind.changed.connect(self._fit)
        if need is not None:
            self.text.setPlainText(need.text)
            self.person.choose(need.person or "")
            self.words.setPlainText(need.words)
            self.met_on.set_day(need.met_on)
            self.offer_removal(tr("Plan", "Take it out of the plan"), lambda: remove_need(need.id))
        self._fit()

    def command(self) -> Command[Need]:
        """Return the command for what the form says now."""
        if self._need is not None:
            return change_need(self._need.id, self.draft())
        return add_need(self._household, self.draft())

    def draft(self) -> NeedDraft:
        """Return what the form says now."""
        kind = NeedKind(next(iter(self.kind.chosen())))
        return NeedDraft(
            kind=kind,
            outcome=self.outcome.key(),
            text=self.text.toPlainText(),
            on=self.on.day(),
            person=person_in(self.person),
            words=self.words.toPlainText(),
            met_on=self.met_on.day() if kind is NeedKind.WORRY else None,
        )

    def _fit(self) -> None:
        worry = NeedKind.WORRY in self.kind.chosen()
        self.form.row("met_on").setVisible(worry and self._need is not None)
