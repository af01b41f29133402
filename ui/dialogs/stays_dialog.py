"""Where a person lives and has lived, in a list: several homes at once, each with its nights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.home import AddressUse, Stay
from app.domain.ids import PersonId
from app.domain.record import Record
from app.operation import Command
from app.usecases.keep_stays import remove_stay
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.listed_dialog import RecordListDialog
from ui.dialogs.stay_dialog import StayDialog
from ui.models.tuple_model import Column
from ui.person_choices import address_uses
from ui.widgets.buttons import Button


@dataclass(frozen=True, slots=True)
class StayLine:
    """One stay in words."""

    id: str
    fact: Stay
    home: str
    said: str
    span: str


class StaysDialog(RecordListDialog):
    """Shows the stays of one person by the homes' labels, never an address."""

    kind = "stay"

    def __init__(
        self,
        desk: Desk,
        record: Record,
        person: PersonId,
        *,
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        self._person = person
        self._name = name
        self._today = today
        self._homes: dict[str, str] = {}
        super().__init__(
            desk,
            title=tr("Stays", "Where {0} lives").replace("{0}", name),
            columns=(
                Column(tr("Stays", "Home"), lambda line: line.home),
                Column(tr("Stays", "What it is"), lambda line: line.said),
                Column(tr("Stays", "When"), lambda line: line.span),
            ),
            add=tr("Stays", "Add a home they live in"),
            edit=tr("Stays", "Correct this one"),
            remove=tr("Stays", "Take this one away"),
            introduction=tr(
                "Stays",
                "A child can live in two homes: say how many nights a week in each. What is over "
                "gets its last day and stays as history.",
            ),
            parent=parent,
        )
        self.end_button = Button(tr("Stays", "End this one"), icon_name="calendar")
        self.end_button.clicked.connect(self._end)
        self.action_row.addWidget(self.end_button)
        self.follow(record)

    def for_a_row(self) -> tuple[Button, ...]:
        return (*super().for_a_row(), self.end_button)

    def show_record(self, record: Record) -> None:
        self._homes = {home.id: home.label for home in record.homes}
        self.add_button.setEnabled(bool(self._homes))
        stays = [stay for stay in record.stays if stay.person == self._person]
        stays.sort(key=lambda stay: (not stay.current(self._today), not stay.main))
        self.show_rows(tuple(self._line(stay) for stay in stays))

    def make_form(self, row: Any) -> DraftDialog:
        return self._form(row.fact if row is not None else None, None)

    def removal(self, row: Any) -> Command[None]:
        return remove_stay(row.id)

    def _end(self) -> None:
        row = self.table.current()
        if row is not None:
            self.open_form(self._form(row.fact, self._today))

    def _form(self, stay: Stay | None, ending: date | None) -> DraftDialog:
        return StayDialog(
            self.desk,
            self._person,
            name=self._name,
            homes=self._homes,
            stay=stay,
            ending=ending,
            parent=self,
        )

    def _line(self, stay: Stay) -> StayLine:
        return StayLine(stay.id, stay, self._homes[stay.home], stay_words(stay), _span(stay))


def stay_words(stay: Stay) -> str:
    """Return what a stay is: "Main home, 6 nights a week"."""
    tr = QCoreApplication.translate
    if stay.use is AddressUse.HOME:
        said = tr("Stays", "Main home") if stay.main else tr("Stays", "Second home")
    else:
        said = address_uses()[stay.use]
    if stay.nights is None:
        return said
    nights = tr("Stays", "1 night a week") if stay.nights == 1 else tr("Stays", "{0} nights a week")
    return f"{said}, {nights.replace('{0}', str(stay.nights))}"


def _span(stay: Stay) -> str:
    tr = QCoreApplication.translate
    parts = []
    if stay.since is not None:
        parts.append(tr("Stays", "since {0}").replace("{0}", long_date(stay.since)))
    if stay.until is not None:
        parts.append(tr("Stays", "until {0}").replace("{0}", long_date(stay.until)))
    return " ".join(parts)
