"""The frame of every form: collect a draft, send it, say beside each field what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.draft import Content, Draft
from app.domain.ids import HouseholdId
from app.domain.problems import Problem
from app.errors import Invalid, Refused, StoreTrouble, ThinkFamilyError
from app.operation import Command
from ui.autosave import Autosave
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.form_content import content_of, put_back
from ui.forms import Form
from ui.widgets.buttons import DialogButtons
from ui.widgets.fields import DateField
from ui.widgets.text import Paragraph, announce, words
from ui.widgets.titled import name_window
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

    A form that calls `keep_as_draft` last in its making is kept while somebody types, and what
    is typed stays as a draft when the form is left.
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
        touch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.desk = desk
        self.autosave: Autosave | None = None
        self._command = command
        self._not_left = False
        self._dates: dict[str, DateField] = {}
        self.readable: dict[str, tuple[Readable, str]] = {}  # more to check, and how to write it
        self.optional = tr("Dialog", "(optional)")
        name_window(self, title)
        self.setModal(True)
        self.setProperty("touch", touch)  # before there are controls: it makes them taller
        self.form = form or Form()
        self.refusal = Paragraph(tone="stop")
        self.refusal.hide()
        self.draft_line = words("", "small", wrap=True)
        self.draft_line.hide()
        self.buttons = DialogButtons(save, tr("Dialog", "Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        if introduction:
            column.addWidget(Paragraph(introduction))
        column.addWidget(self.form, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.draft_line)
        column.addWidget(self.buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save_by_key)
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

    def keep_as_draft(
        self, kind: str, household: HouseholdId, *, about: str = "", draft: Draft | None = None
    ) -> None:
        """Keep what is typed from now on, every few seconds and when the form is left.

        `about` is the id of the record that is corrected; `draft` is one to carry on with.
        """
        self.autosave = Autosave(
            self.draft_content,
            self.desk,
            kind=kind,
            household=household,
            about=about,
            draft=draft,
            parent=self,
        )
        self.autosave.said.connect(self._say_draft)
        if draft is not None:
            self.restore(draft.content)

    def draft_content(self) -> Content:
        """Return what every field holds, exactly as typed."""
        return content_of(self.form.fields())

    def restore(self, content: Content) -> None:
        """Put a draft back into the fields."""
        put_back(self.form.fields(), content)

    def reject(self) -> None:
        """Leave the form; what is typed stays as a draft, and the form too where that fails."""
        if self.autosave is None or self._not_left:
            super().reject()
            return
        self.hide()
        self.autosave.leave(then=super().reject, trouble=self._stay)

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
        command = self._command()
        if self.autosave is not None:
            command = self.autosave.ending(command)
        self.desk.do(command, owner=self, then=self._kept, trouble=self._not_kept)

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

    def _save_by_key(self) -> None:
        if self.buttons.isEnabled():
            self.save()

    def _say_draft(self, sentence: str) -> None:
        self.draft_line.setText(sentence)
        self.draft_line.show()

    def _stay(self, error: Exception) -> None:
        """Come back, as what is typed could not be kept; leaving once more is leaving it."""
        if self.autosave is not None:
            self.autosave.resume()
        self._not_left = True
        self.open()
        reason = in_words(error) if isinstance(error, ThinkFamilyError) else ""
        said = QCoreApplication.translate(
            "Dialog", "What is typed could not be kept as a draft. {0} Leaving again loses it."
        )
        self.show_refusal(said.replace("{0}", reason))

    def _not_kept(self, error: Exception) -> None:
        self._busy(False)
        if self.autosave is not None:
            self.autosave.resume()
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
