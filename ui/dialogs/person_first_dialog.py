"""Before a person is added: who may be here already, and what matches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.identifiers import System, tidy
from app.domain.likeness import Traits, traits
from app.domain.person import PersonDraft
from app.nicknames import nicknames
from app.usecases.likely_same import Likely, likely_same
from app.view.words import long_partial
from ui.alike_words import alike_in_words
from ui.desk import Desk
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.models.tuple_model import Column, TupleModel
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.text import Paragraph, announce, words
from ui.widgets.typed import PartialDateField, TypedLine
from ui.widgets.value_table import ValueTable


class PersonFirstDialog(QDialog):
    """Looks before the form opens. `new_asked` tells a draft and a number for somebody new.

    `known_asked` tells the person who is here already.
    """

    new_asked = Signal(object, str)  # PersonDraft, NHS number as typed
    known_asked = Signal(object)  # Person

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self.setModal(True)
        title = tr("First", "Add a person")
        self.setWindowTitle(title)
        self.form = Form()
        optional = tr("Dialog", "(optional)")
        add = self.form.add
        self.given = add("given", tr("First", "First names"), TypedLine(), optional=optional)
        self.family = add("family", tr("First", "Family name"), TypedLine(), optional=optional)
        self.born = add(
            "born",
            tr("First", "Date of birth"),
            PartialDateField(),
            hint=tr("First", "As far as it is known: 14 March 1991, March 1991 or about 1991"),
            optional=optional,
        )
        self.nhs = add("nhs-number", tr("First", "NHS number"), QLineEdit(), optional=optional)
        model: TupleModel[Likely] = TupleModel(
            (
                Column(tr("First", "Name"), lambda one: one.person.name),
                Column(tr("First", "Born"), lambda one: long_partial(one.person.born)),
                Column(tr("First", "Family"), lambda one: one.family),
                Column(tr("First", "What matches"), lambda one: alike_in_words(one.reasons)),
            )
        )
        self.table = ValueTable(model, name=tr("First", "People who may be the same"))
        self.said = Paragraph()
        self.look_button = PrimaryButton(tr("First", "Look, then go on"))
        self.open_button = PrimaryButton(tr("First", "This is the person: open the record"))
        self.new_button = Button(tr("First", "None of these: add a new person"))
        self.back_button = Button(tr("First", "Back"))
        self.cancel_button = Button(tr("First", "Cancel"))
        self._found = QWidget()
        self.pages = QStackedWidget()
        self._arrange(title)
        self.look_button.clicked.connect(self._look)
        self.open_button.clicked.connect(self._open)
        self.table.value_opened.connect(self._open)
        self.new_button.clicked.connect(self._new)
        self.back_button.clicked.connect(self._back)
        self.cancel_button.clicked.connect(self.reject)
        self._back()

    def draft(self) -> PersonDraft:
        """Return what is typed so far."""
        return PersonDraft(
            given=self.given.text().strip(),
            family=self.family.text().strip(),
            born=self.born.value(),
        )

    def sought(self) -> Traits:
        """Return what is compared with everybody in the store."""
        number = tidy(System.NHS, self.nhs.text())
        return traits(self.draft(), [(System.NHS, number)] if number else [])

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(self.said)
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.addWidget(self.table)
        self.pages.addWidget(self.form)
        self.pages.addWidget(self._found)
        column.addWidget(self.pages, 1)
        for button in (self.open_button, self.new_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.look_button)
        column.addLayout(row)
        open_at(self, 680, 600)

    def _show(self, page: QWidget) -> None:
        found = page is self._found
        self.pages.setCurrentWidget(page)
        for button in (self.open_button, self.new_button, self.back_button):
            button.setVisible(found)
        self.look_button.setVisible(not found)
        self.look_button.setEnabled(True)

    def _back(self) -> None:
        self.said.say(
            QCoreApplication.translate(
                "First",
                "Say what you know, even in part. Whoever may be here already is shown first, "
                "so that nobody is entered twice.",
            )
        )
        self._show(self.form)
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        if self.born.is_unreadable():
            said = QCoreApplication.translate(
                "First", "This is not a date. Write it like 14 March 1991, or March 1991."
            )
            self.form.show_problems({"born": said})
            return
        self.form.clear_problems()
        self.look_button.setEnabled(False)
        sought = self.sought()
        self._desk.ask(
            lambda work: likely_same(work, sought, nicknames()),
            owner=self,
            then=self._show_found,
        )

    def _show_found(self, found: tuple[Likely, ...]) -> None:
        if not found:
            self._new()
            return
        self.table.fill(found)
        self.table.selectRow(0)
        said = QCoreApplication.translate(
            "First", "Somebody here may be the same person. Look before you add them again."
        )
        self.said.say(said)
        self._show(self._found)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said)

    def _open(self) -> None:
        likely = self.table.current()
        if likely is not None:
            self.known_asked.emit(likely.person)
            self.accept()

    def _new(self) -> None:
        self.new_asked.emit(self.draft(), self.nhs.text().strip())
        self.accept()
