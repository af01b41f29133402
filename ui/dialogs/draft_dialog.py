"""The frame of every form: collect a draft, send it, say beside each field what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import Invalid, Refused, StoreTrouble
from app.operation import Command
from ui.desk import Desk
from ui.forms import Form
from ui.theme import current_theme
from ui.widgets.buttons import DialogButtons
from ui.widgets.fields import DateField
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words, sentences

WIDTH, HEIGHT = 560, 640


class DraftDialog(QDialog):
    """A title, a form that scrolls, and two buttons. It opens with `open`, never `exec`.

    `command` makes the command from what the form says now. The dialog closes only when it was
    kept; until then nothing typed is lost. `kept` tells what the command returned.
    """

    kept = Signal(object)

    def __init__(
        self,
        desk: Desk,
        command: Callable[[], Command[Any]],
        *,
        title: str,
        save: str,
        introduction: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.desk = desk
        self._command = command
        self._dates: dict[str, DateField] = {}
        self.optional = tr("Dialog", "(optional)")
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = Form()
        self.refusal = Paragraph(tone="stop")
        self.refusal.hide()
        self.buttons = DialogButtons(save, tr("Dialog", "Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        if introduction:
            column.addWidget(Paragraph(introduction))
        column.addWidget(self.form, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        theme = current_theme()
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))

    def add_date(
        self, name: str, label: str, *, hint: str = "", optional: bool = True
    ) -> DateField:
        """Add a date field that is checked for being a date at all before anything is sent."""
        field = self.form.add(
            name,
            label,
            DateField(),
            hint=hint or QCoreApplication.translate("Dialog", "For example 3 March 2027"),
            optional=self.optional if optional else "",
        )
        self._dates[name] = field
        return field

    def save(self) -> None:
        """Send what the form says."""
        unreadable = {name for name, field in self._dates.items() if field.is_unreadable()}
        if unreadable:
            say = QCoreApplication.translate(
                "Dialog", "This is not a date. Write it like 3 March 2027 or 3/3/2027."
            )
            self._show(dict.fromkeys(sorted(unreadable), say))
            return
        self._busy(True)
        self.refusal.hide()
        self.desk.do(self._command(), owner=self, then=self._kept, trouble=self._not_kept)

    def show_refusal(self, sentence: str) -> None:
        """Say why a rule does not allow it, above the buttons."""
        self.refusal.say(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()

    def _kept(self, value: object) -> None:
        self.kept.emit(value)
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Invalid):
            self._show(sentences(error.problems))
        elif isinstance(error, Refused | StoreTrouble):
            self.form.clear_problems()
            self.show_refusal(in_words(error))
        else:
            self.desk.failed.emit(error)

    def _show(self, problems: dict[str, str]) -> None:
        heading = QCoreApplication.translate("Dialog", "There are {0} things to put right")
        self.form.show_problems(problems, heading=heading.replace("{0}", str(len(problems))))

    def _busy(self, busy: bool) -> None:
        self.buttons.setEnabled(not busy)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
