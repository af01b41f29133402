"""How a fault of the program itself reaches a person: plainly, and with nothing about a family."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path, PurePath
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.room import open_at
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.text import Paragraph, words

log = logging.getLogger(__name__)
OURS = frozenset({"app", "db", "ui"})

Show = Callable[[BaseException], object]


def fault_report(error: BaseException, version: str) -> str:
    """Return what can be sent to whoever mends the program: kinds and places, never contents.

    Messages are left out, as they may quote what was typed.
    """
    places = [
        f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
        if OURS & set(PurePath(frame.filename).parts)
    ]
    lines = [f"Think Family {version}, Python {sys.version.split()[0]}, {sys.platform}"]
    return "\n".join([*lines, type(error).__name__, *places]) + "\n"


def install_hook(show: Show) -> None:
    """Have every exception nobody caught shown by `show`; an exit stays an exit."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unforeseen %s", kind.__name__)
        show(error)

    sys.excepthook = hook


class FaultDialog(QDialog):
    """Says that the program made a mistake; typed text is kept, and a report can be saved."""

    def __init__(self, error: BaseException, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._report = fault_report(error, version)
        self.setWindowTitle(tr("Fault", "The program made a mistake"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(self.windowTitle(), "heading", wrap=True))
        column.addWidget(
            Paragraph(
                tr(
                    "Fault",
                    "What is kept is safe, and what you typed is still there. You can carry on. "
                    "A report for those who mend the program says where it happened, and "
                    "nothing about any family.",
                )
            )
        )
        self.told = Paragraph()
        column.addWidget(self.told)
        self.told.hide()
        row = QHBoxLayout()
        self.save_button = Button(tr("Fault", "Save a report"))
        self.carry_on_button = PrimaryButton(tr("Fault", "Carry on"))
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.carry_on_button)
        column.addLayout(row)
        self.carry_on_button.clicked.connect(self.accept)
        self.save_button.clicked.connect(self._choose_file)
        open_at(self, 480, 220)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.save_button.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("think-family-report.txt")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, path: str) -> None:
        tr = QCoreApplication.translate
        try:
            Path(path).write_text(self._report, encoding="utf-8")
        except OSError:
            self.told.say(tr("Fault", "This cannot be written there. Choose another place."))
        else:
            self.told.say(tr("Fault", "The report is saved."))
        self.told.show()
