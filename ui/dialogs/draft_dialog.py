"""The frame of every form: collect a draft, send it, say beside each field what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.problems import Problem
from app.errors import Invalid, Refused, StoreTrouble
from app.operation import Command
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.widgets.buttons import DialogButtons
from ui.widgets.fields import DateField
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words, sentences

WIDTH, HEIGHT = 560, 640


class Readable(Protocol):
    """A field that may hold what cannot be read as what it is for."""

    def is_unreadable(self) -> bool:
        """Say whether something was typed that cannot be read."""


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
        form: Form | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.desk = desk
        self._command = command
        self._dates: dict[str, DateField] = {}
        self.readable: dict[str, tuple[Readable, str]] = {}  # more to check, and how to write it
        self.optional = tr("Dialog", "(optional)")
        self.setWindowTitle(title)
        self.setModal(True)
        self.form = form or Form()
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
        open_at(self, WIDTH, HEIGHT)

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
        unreadable = {
            name
            for name, field in self._dates.items()
            if field.is_unreadable() and self._is_there(name)
        }
        say = QCoreApplication.translate(
            "Dialog", "This is not a date. Write it like 3 March 2027 or 3/3/2027."
        )
        wrong = dict.fromkeys(sorted(unreadable), say)
        wrong |= {
            name: how
            for name, (field, how) in self.readable.items()
            if self._is_there(name) and field.is_unreadable()
        }
        if wrong:
            self.show_sentences(wrong)
            return
        self._busy(True)
        self.refusal.hide()
        self.desk.do(self._command(), owner=self, then=self._kept, trouble=self._not_kept)

    def _is_there(self, name: str) -> bool:
        return self.form.has(name) and not self.form.row(name).isHidden()

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what is wrong."""
        self.show_sentences(sentences(problems))

    def show_sentences(self, said: dict[str, str]) -> None:
        """Put sentences beside the fields of these names."""
        tr = QCoreApplication.translate
        heading = tr("Dialog", "There are {0} things to put right")
        if len(said) == 1:
            heading = tr("Dialog", "There is one thing to put right")
        self.form.show_problems(said, heading=heading.replace("{0}", str(len(said))))

    def show_refusal(self, sentence: str) -> None:
        """Say why a rule does not allow it, above the buttons."""
        self.refusal.say(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()

    def first_field(self) -> QWidget | None:
        """Return where one begins to type, as Qt alone would begin on the button that saves."""
        widget = self.form.nextInFocusChain()
        while widget is not None and widget is not self.form:
            takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_tab and widget.isVisible() and self.form.isAncestorOf(widget):
                return widget
            widget = widget.nextInFocusChain()
        return None

    def _kept(self, value: object) -> None:
        self.kept.emit(value)
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Invalid):
            self.say_problems(error.problems)
        elif isinstance(error, Refused | StoreTrouble):
            self.form.clear_problems()
            self.show_refusal(in_words(error))
        else:
            self.desk.failed.emit(error)

    def _busy(self, busy: bool) -> None:
        self.buttons.setEnabled(not busy)
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)
