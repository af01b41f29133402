"""One page of the unlock window: a few words, a field or two, and one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.forms import FieldRow
from ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from ui.widgets.card import Card, IconLabel
from ui.widgets.text import Paragraph, announce, words

_SECRET = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QWidget):
    """A field for a passphrase, with a button that shows what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.edit = QLineEdit()
        self.edit.setInputMethodHints(_SECRET)
        self.button = IconButton("eye", tr("Unlock", "Show the passphrase"))
        self.button.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.hide_letters()

    def hide_letters(self) -> None:
        """Show dots again."""
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.button.show_icon("eye")
        self.button.say(QCoreApplication.translate("Unlock", "Show the passphrase"))

    def _toggle(self) -> None:
        if self.edit.echoMode() is not QLineEdit.EchoMode.Password:
            self.hide_letters()
            return
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal)
        self.button.show_icon("eye-off")
        self.button.say(QCoreApplication.translate("Unlock", "Hide the passphrase"))


class DoorPage(QWidget):
    """A heading, some words, fields, one primary button and quiet ways elsewhere."""

    done = Signal()

    def __init__(
        self, *, heading: str, sentence: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._rows: list[FieldRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4, 0, 4, 0)
        self.column.setSpacing(12)
        self.heading = words(heading, "heading", wrap=True)
        if not heading:
            self.heading.hide()
        self.sentence = Paragraph(sentence)
        if not sentence:
            self.sentence.hide()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self.trouble = _TroubleCard()
        self.button = PrimaryButton(action)
        self.button.clicked.connect(self.done)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(0)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._fields)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.button)
        self.column.addLayout(self._ways)
        self.column.addStretch(1)

    def add_field(
        self, label: str, *, hint: str = "", secret: bool = True
    ) -> tuple[QLineEdit, FieldRow]:
        """Add a field; Enter in the last one does what the button does."""
        if secret:
            field: QWidget = SecretField()
            edit = field.edit if isinstance(field, SecretField) else QLineEdit()
        else:
            field = edit = QLineEdit()
        row = FieldRow(field, label=label, hint=hint)
        if secret:
            row.speak_for(edit)
        for earlier in self._rows:
            if isinstance(earlier.spoken, QLineEdit):
                earlier.spoken.returnPressed.disconnect()
                earlier.spoken.returnPressed.connect(edit.setFocus)
        edit.returnPressed.connect(self.button.click)
        self._rows.append(row)
        self._fields.addWidget(row)
        return edit, row

    def add_widget(self, widget: QWidget) -> None:
        """Add something else among the fields."""
        self._fields.addWidget(widget)

    def add_way(self, text: str, go: Callable[[], object], *, icon_name: str = "") -> QuietButton:
        """Add a quiet way elsewhere."""
        button = QuietButton(text, icon_name=icon_name)
        button.clicked.connect(go)
        self._ways.addWidget(button)
        return button

    def set_busy(self, busy: bool) -> None:
        """Take nothing more while something is under way."""
        self.button.setEnabled(not busy)
        for row in self._rows:
            row.field.setEnabled(not busy)
        for index in range(self._ways.count()):
            item = self._ways.itemAt(index)
            way = item.widget() if item is not None else None
            if way is not None:
                way.setEnabled(not busy)
        if not busy:
            self.button.say(self._action)

    def say_busy(self, sentence: str) -> None:
        """Say what is going on, in the button itself."""
        self.button.say(sentence)
        announce(self, sentence)

    def clear(self) -> None:
        """Empty every field, show dots again, and take every sentence away."""
        for row in self._rows:
            if isinstance(row.spoken, QLineEdit):
                row.spoken.clear()
            if isinstance(row.field, SecretField):
                row.field.hide_letters()
            row.show_problem("")
        self.trouble.say("", "")

    def first_field(self) -> QWidget:
        """Return where the focus belongs when the page is shown."""
        return self._rows[0].spoken if self._rows else self.button


class _TroubleCard(Card):
    """What is wrong with the store, and what to do next."""

    def __init__(self) -> None:
        super().__init__(ground="stop")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.sentence = words("", "row", wrap=True)
        row.addWidget(IconLabel("circle-alert", "stop"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.step = words("", "body", wrap=True)
        self.column.addLayout(row)
        self.column.addWidget(self.step)
        self.hide()

    def say(self, sentence: str, step: str) -> None:
        """Show a sentence and the next step, or nothing."""
        self.sentence.setText(sentence)
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.setVisible(bool(sentence))
        if sentence:
            self.setAccessibleName(f"{sentence} {step}".strip())
            announce(self, self.accessibleName())
