"""The form for a move: where a person lives now, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.home import Stay
from app.domain.ids import HomeId, PersonId
from app.operation import Command
from app.usecases.keep_stays import move_person
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.widgets.fields import Choice

NOWHERE = ""  # the key of the choice for a place that is not known


class MoveDialog(DraftDialog):
    """Collects a home and a day; the earlier main stay ends on that day."""

    def __init__(
        self,
        desk: Desk,
        person: PersonId,
        *,
        name: str,
        homes: Mapping[str, str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Move", "Where {0} lives").replace("{0}", name),
            save=tr("Move", "Keep"),
            introduction=tr(
                "Move",
                "For somebody who has moved. A home that is not in the list is added first, and "
                "a wrong address is corrected at the home itself.",
            ),
            parent=parent,
        )
        self._person = person
        nowhere = {NOWHERE: tr("Move", "Not known, or somewhere else")}
        self.home = self.form.add("home", tr("Move", "Lives at"), Choice({**homes, **nowhere}))
        self.since = self.add_date("since", tr("Move", "Since"))
        self.since.set_day(today)
        open_at(self, 520, 420)

    def command(self) -> Command[Stay | None]:
        """Return the command for what the form says now."""
        home = self.home.key()
        place = None if home == NOWHERE else HomeId(home)
        return move_person(self._person, place, since=self.since.day())
