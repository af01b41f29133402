"""What the family desk asks about visits and notes, and the half-written ones carried on with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from app.domain.visit import Note, Visit
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.note_dialog import NoteDialog
from ui.dialogs.visit_dialog import VisitDialog
from ui.present import Presented
from ui.windows.offers import for_a_shared_screen, who_can_be_seen

OpenForm = Callable[[DraftDialog, str], object]


class VisitErrands(QObject):
    """Makes the forms for visits and notes; `open_form` opens one and says once it is kept."""

    def __init__(self, desk: Desk, open_form: OpenForm, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._open_form = open_form
        self._window = window

    def add_visit(self, presented: Presented, _chosen: str = "") -> None:
        """Record a visit."""
        self._open_visit(presented, None, None)

    def edit_visit(self, visit: str, presented: Presented) -> None:
        """Edit a visit."""
        known = _visit(presented, visit)
        if known is not None:
            self._open_visit(presented, known, None)

    def add_note(self, presented: Presented, _chosen: str = "") -> None:
        """Add a note or an event."""
        self._open_note(presented, None, None)

    def edit_note(self, note: str, presented: Presented) -> None:
        """Edit a note."""
        known = _note(presented, note)
        if known is not None:
            self._open_note(presented, known, None)

    def carry_on_with_visit(self, draft: Draft, presented: Presented) -> None:
        """Open a half-written visit; where the visit it corrects is gone, it becomes a new one."""
        self._open_visit(presented, _visit(presented, draft.about), draft)

    def carry_on_with_note(self, draft: Draft, presented: Presented) -> None:
        """Open a half-written note; where the note it corrects is gone, it becomes a new one."""
        self._open_note(presented, _note(presented, draft.about), draft)

    def _open_visit(self, presented: Presented, visit: Visit | None, draft: Draft | None) -> None:
        record, today = presented.record, presented.today
        dialog = VisitDialog(
            self._desk,
            record.household.id,
            people=who_can_be_seen(presented, visit),
            today=today,
            visit=visit,
            first=frozenset(p.id for p in record.people if p.under_age(today)),
            guarded=_guarded(presented),
            draft=draft,
            parent=self._window,
        )
        self._open_form(dialog, QCoreApplication.translate("Done", "The visit is kept."))

    def _open_note(self, presented: Presented, note: Note | None, draft: Draft | None) -> None:
        record = presented.record
        agencies = for_a_shared_screen(presented, record.agencies, None)
        dialog = NoteDialog(
            self._desk,
            record.household.id,
            people={person.id: person.name for person in presented.family.people},
            agencies={agency.id: agency.name for agency in agencies},
            today=presented.today,
            note=note,
            guarded=_guarded(presented),
            draft=draft,
            parent=self._window,
        )
        self._open_form(dialog, QCoreApplication.translate("Done", "The note is kept."))


def _visit(presented: Presented, id_: str) -> Visit | None:
    return next((one for one in presented.record.visits if one.id == id_), None)


def _note(presented: Presented, id_: str) -> Note | None:
    return next((one for one in presented.record.notes if one.id == id_), None)


def _guarded(presented: Presented) -> bool:
    return any(home.confidential for home in presented.record.homes)
