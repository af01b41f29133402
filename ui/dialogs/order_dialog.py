"""The form about a court order: about whom, who is restrained, who is protected, until when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.ids import HouseholdId, PersonId
from app.domain.responsibility import Order, OrderDraft, OrderKind
from app.operation import Command
from app.usecases.keep_orders import add_order, change_order
from ui.agency_choices import order_kinds
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NOBODY, Choice, NoteField, TickList


class OrderDialog(DraftDialog):
    """Collects an `OrderDraft`. Who is protected is never told to who is restrained."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        order: Order | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Order", "Edit the order") if order else tr("Order", "Add a court order")
        super().__init__(desk, self.command, title=title, save=tr("Order", "Keep"), parent=parent)
        self._household = household
        self._order = order
        self._people = people
        self._add_fields()
        if order is not None:
            self._fill(order)

    def command(self) -> Command[Order]:
        """Return the command for what the form says now."""
        holder, restrains = self.holder.chosen(), self.restrains.chosen()
        draft = OrderDraft(
            kind=OrderKind(self.kind.key()),
            court=self.court.text(),
            made_on=self.made_on.day(),
            until=self.until.day(),
            holder=PersonId(holder) if holder else None,
            restrains=PersonId(restrains) if restrains else None,
            protects=self._ticked(self.protects),
            about=self._ticked(self.about),
            note=self.note.toPlainText(),
        )
        if self._order is not None:
            return change_order(self._order.id, draft)
        return add_order(self._household, draft)

    def _add_fields(self) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        nobody = {NOBODY: tr("Order", "Nobody")}
        self.kind = add("kind", tr("Order", "Which order"), Choice(order_kinds()))
        self.kind.take_what_room_there_is()
        self.about = add("about", tr("Order", "About which children"), TickList(self._people))
        self.court = add("court", tr("Order", "Court"), QLineEdit(), optional=optional)
        self.made_on = self.add_date("made_on", tr("Order", "Made on"))
        self.until = self.add_date("until", tr("Order", "Last day it binds"))
        self.holder = add(
            "holder",
            tr("Order", "Who holds responsibility by it"),
            Choice({**nobody, **self._people}),
        )
        self.restrains = add(
            "restrains", tr("Order", "Whom it restrains"), Choice({**nobody, **self._people})
        )
        self.protects = add(
            "protects",
            tr("Order", "Whom it protects"),
            TickList(self._people),
            hint=tr("Order", "Papers for whoever is restrained say nothing of them."),
        )
        self.note = add("note", tr("Order", "Note"), NoteField(lines=2), optional=optional)

    def _fill(self, order: Order) -> None:
        self.kind.choose(order.kind)
        self.about.choose(frozenset(order.about))
        self.court.setText(order.court)
        self.made_on.set_day(order.made_on)
        self.until.set_day(order.until)
        self.holder.choose(order.holder or NOBODY)
        self.restrains.choose(order.restrains or NOBODY)
        self.protects.choose(frozenset(order.protects))
        self.note.setPlainText(order.note)

    def _ticked(self, field: TickList) -> tuple[PersonId, ...]:
        """Return who is ticked, in the family's order."""
        chosen = field.chosen()
        return tuple(PersonId(person) for person in self._people if person in chosen)
