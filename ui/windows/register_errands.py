"""What the list of families asks about the whole register: lists brought in, people twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.catalogue import Catalogue
from app.usecases.bulk_in import TakenIn
from ui.desk import Desk
from ui.dialogs.bulk_dialog import BulkDialog
from ui.dialogs.duplicates_dialog import DuplicatesDialog
from ui.pages.families_page import FamiliesPage


class RegisterErrands(QObject):
    """Opens its windows over another; `done` tells a sentence, and whether undo takes it back."""

    done = Signal(str, bool)

    def __init__(
        self, desk: Desk, catalogue: Catalogue, page: FamiliesPage, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._window = window
        self.dialog: QDialog | None = None
        page.list_asked.connect(self.bring_in)
        page.duplicates_asked.connect(self.look_for_duplicates)

    def bring_in(self) -> None:
        """Bring in a list."""
        dialog = BulkDialog(self._desk, self._catalogue.columns, self._window)
        dialog.kept.connect(self._taken_in)
        self._open(dialog)

    def look_for_duplicates(self) -> None:
        """List people who may be here twice."""
        self._open(DuplicatesDialog(self._desk, self._window))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _taken_in(self, taken: TakenIn) -> None:
        said = QCoreApplication.translate("Done", "Lines kept: {0}.")
        self.done.emit(said.replace("{0}", str(taken.lines)), taken.can_undo)
