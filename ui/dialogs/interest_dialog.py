"""The form in which a worker says that they know a family otherwise."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId
from app.domain.interest import Interest
from app.operation import Command
from app.usecases.declare_interest import declare_interest
from ui.choices import interests
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.room import open_at
from ui.widgets.fields import TickList

WIDTH, HEIGHT = 560, 500


class InterestDialog(DraftDialog):
    """Collects an `Interest`. Nothing is chosen beforehand, and nothing of it is shown later."""

    def __init__(self, desk: Desk, household: HouseholdId, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Interest", "I know this family"),
            save=tr("Interest", "Write it down"),
            introduction=tr(
                "Interest",
                "Say so before you read on, if anybody here is more to you than your work. It is "
                "written down with your name and the time, and cannot be taken back. Then ask "
                "your manager who works with them.",
            ),
            parent=parent,
        )
        self._household = household
        self.interest = self.form.add(
            "interest",
            tr("Interest", "One of them is"),
            TickList(dict(interests()), single=True),
        )
        open_at(self, WIDTH, HEIGHT)

    def command(self) -> Command[Interest]:
        """Return the command for what the form says now."""
        chosen = next(iter(self.interest.chosen()), None)
        return declare_interest(self._household, Interest(chosen) if chosen else None)
