"""The consent grid: partners down, people across, where sharing stands in each cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.family_map.words import PictureWords
from app.view.household import HouseholdView
from ui.icons import icon
from ui.states import state_look

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One person and one partner: the state in a word or two, and in full."""

    person: str
    agency: str
    state: str
    brief: str
    said: str


class ConsentGrid(QAbstractTableModel):
    """Shows where sharing stands. A cell without a partner's work with the person is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[tuple[str, str], ...] = ()
        self._agencies: tuple[tuple[str, str], ...] = ()
        self._cells: dict[tuple[str, str], GridCell] = {}

    def show(self, view: HouseholdView, words: PictureWords) -> None:
        """Show the partners and people of a household instead of the ones shown now."""
        self.beginResetModel()
        people = {person.id: person.name or words.plain["expected"] for person in view.people}
        agencies = {agency.id: agency.name for agency in view.agencies}
        self._cells = {
            (tie.agency, tie.person): GridCell(
                person=tie.person,
                agency=tie.agency,
                state="disagreement" if tie.disagreement else tie.sharing,
                brief=words.pill(tie.sharing, tie.day, disagreement=tie.disagreement),
                said=words.state(tie.sharing, tie.day, disagreement=tie.disagreement),
            )
            for tie in view.ties
        }
        used = {agency for agency, _ in self._cells}
        known = {person for _, person in self._cells}
        self._agencies = tuple((id_, name) for id_, name in agencies.items() if id_ in used)
        self._people = tuple((id_, name) for id_, name in people.items() if id_ in known)
        self.endResetModel()

    def cell(self, index: Index) -> GridCell | None:
        """Return what stands in a cell, or None where the partner has no work with the person."""
        if not index.isValid():
            return None
        key = (self._agencies[index.row()][0], self._people[index.column()][0])
        return self._cells.get(key)

    def place_of(self, person: str, agency: str) -> QModelIndex:
        """Return where a person and a partner meet; an invalid place when they do not."""
        rows = [id_ for id_, _ in self._agencies]
        columns = [id_ for id_, _ in self._people]
        if agency not in rows or person not in columns:
            return QModelIndex()
        return self.index(rows.index(agency), columns.index(person))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._agencies)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return "–" if role == Qt.ItemDataRole.DisplayRole and index.isValid() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.brief
        if role == Qt.ItemDataRole.DecorationRole:
            name, ink, _ = state_look("refused" if cell.state == "disagreement" else cell.state)
            name, ink = ("triangle-alert", "warn") if cell.state == "disagreement" else (name, ink)
            return icon(name, ink, 16)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            who, partner = self._people[index.column()][1], self._agencies[index.row()][1]
            return f"{who}, {partner}: {cell.said}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        names = self._people if across else self._agencies
        return names[section][1] if section < len(names) else None
