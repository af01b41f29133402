"""One screen of the conversation: a question in large type, and one thing to answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.capture_flow.conversation import Conversation
from ui.forms import FieldRow
from ui.widgets.fields import DateField, TickList
from ui.widgets.text import words

PLACES = ("name", "agency", "what", "who", "end", "day")


class Screen(QWidget):
    """Shows what was said before, and `store`s what is said now; `missing` says what is needed.

    `for_worker` screens name others of the family, so they are not shown to the family.
    """

    went_to = Signal(str)  # another screen is asked for: "note", "proof"
    for_worker = False
    is_drawn_on = False  # a finger draws on it, and must not move it

    def __init__(
        self, talk: Conversation, question: str, told: Sequence[str] = (), *, name: str = ""
    ) -> None:
        super().__init__()
        self.talk = talk
        self.name = name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.question = words(question, "question", wrap=True)
        self.question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard begins here
        self.column.addWidget(self.question)
        self.say(told)

    def say(self, told: Iterable[str]) -> list[QLabel]:
        """Add sentences below what is there."""
        labels = [words(sentence, "told", wrap=True) for sentence in told]
        for label in labels:
            self.column.addWidget(label)
        return labels

    def missing(self) -> str:
        """Return what must be chosen before one goes on; "" when nothing is missing."""
        return ""

    def store(self) -> None:
        """Put what is said on this screen into the conversation."""

    def turn(self, family: bool) -> None:
        """Leave out what only the key worker may see, or show it again."""

    def begin_at(self) -> QWidget:
        """Return where the keyboard begins: at the question, so that no answer stands out."""
        return self.question


class FieldsScreen(Screen):
    """A screen with a few fields, each with what is wrong beside it."""

    def __init__(
        self, talk: Conversation, question: str, told: Sequence[str] = (), *, name: str = ""
    ) -> None:
        super().__init__(talk, question, told, name=name)
        self.rows: dict[str, FieldRow] = {}

    def add(
        self, name: str, label: str, field: QWidget, *, hint: str = "", optional: str = ""
    ) -> FieldRow:
        """Add a field; `name` is the field of the draft it fills."""
        row = FieldRow(field, label=label, hint=hint, optional=optional)
        self.rows[name] = row
        self.column.addWidget(row)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(row.clear_problem)
        elif isinstance(field, TickList):
            field.changed.connect(row.clear_problem)
        return row

    def show_problems(self, said: Mapping[str, str]) -> str:
        """Say beside each field what is wrong, go to the first, and return how much there is."""
        for name, row in self.rows.items():
            row.show_problem(said.get(name, ""))
        wrong = [name for name in self.rows if said.get(name)]
        if not wrong:
            return ""
        self.rows[wrong[0]].field.setFocus(Qt.FocusReason.OtherFocusReason)
        tr = QCoreApplication.translate
        if len(wrong) == 1:
            return tr("Dialog", "There is one thing to put right")
        return tr("Dialog", "There are {0} things to put right").replace("{0}", str(len(wrong)))

    def begin_at(self) -> QWidget:
        """Return the first field."""
        return next((row.spoken for row in self.rows.values() if not row.isHidden()), self.question)

    def unreadable(self) -> tuple[str, ...]:
        """Return the fields in which a date cannot be read."""
        return tuple(
            name
            for name, row in self.rows.items()
            if isinstance(row.field, DateField) and row.field.is_unreadable()
        )


def filled(sentence: str, **values: str) -> str:
    """Return a sentence of the family’s words with names in it."""
    return sentence.format(**(dict.fromkeys(PLACES, "") | values))


def names_somebody(talk: Conversation, text: str) -> bool:
    """Say whether a text names anybody else of the family, as typed words can (trap 23)."""
    said = {word.strip(".,;:!?’'()").casefold().removesuffix("’s") for word in text.split()}
    others = [person for person in talk.record.people if person.id != talk.person]
    return any(
        word.casefold() in said
        for person in others
        for word in f"{person.given} {person.known_as}".split()
    )


def short_name(talk: Conversation) -> str:
    """Return what the person is called at home."""
    person = talk.subject()
    return person.known_as or person.given or person.name
