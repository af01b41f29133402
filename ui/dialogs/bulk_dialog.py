"""Bring in a list: choose the file, say which column is what, look at every line, keep."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.bulk.columns import Columns, ListKind, guess_places, missing_columns
from app.bulk.lines import read_agencies, read_people
from app.bulk.practices import looks_like_practices, read_practices
from app.bulk.sheet import LARGEST, Sheet, read_sheet
from app.domain.problems import Why
from app.errors import Fault, ThinkFamilyError, Unreadable
from app.operation import Command
from app.usecases.bulk_in import (
    checked_agencies,
    checked_people,
    take_in_agencies,
    take_in_people,
    take_in_practices,
)
from ui.bulk_words import column_words, columns_step, first_step, list_kinds, preview_step
from ui.desk import Desk
from ui.dialogs.bulk_preview import BulkPreview
from ui.dialogs.room import open_at
from ui.forms import Form
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import NOBODY, Choice
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file as it was read, and its fingerprint for the journal."""

    name: str
    sheet: Sheet
    kind: ListKind
    sha256: str


class BulkDialog(QDialog):
    """Three steps, and nothing is kept before the last. `kept` tells how many lines were."""

    kept = Signal(object)

    def __init__(self, desk: Desk, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._columns = columns
        self.chosen: Chosen | None = None
        self.lines: tuple[Any, ...] = ()
        self.setModal(True)
        title = tr("Lists", "Bring in a list")
        self.setWindowTitle(title)
        self.heading = words(title, "heading", wrap=True)
        self.introduction = Paragraph()
        self.trouble = Paragraph(tone="stop")
        self.file_button = PrimaryButton(tr("Lists", "Choose a file"), icon_name="upload")
        self.kind = Choice(list_kinds())
        self.places = Form()
        self.preview = BulkPreview()
        self.pages = QStackedWidget()
        self.back_button = Button(tr("Lists", "Back"))
        self.next_button = PrimaryButton(tr("Lists", "Look at every line"))
        self.keep_button = PrimaryButton(tr("Lists", "Keep"))
        self.cancel_button = Button(tr("Lists", "Cancel"))
        self._fields: dict[str, Choice] = {}
        self._arrange()
        self.file_button.clicked.connect(self._ask_for_file)
        self.kind.picked.connect(self._offer_columns)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._look)
        self.keep_button.clicked.connect(self._keep)
        self.cancel_button.clicked.connect(self.reject)
        self._show(self._first)

    def read(self, path: Path) -> None:
        """Read a file, away from the window's thread."""
        self._desk.make(
            lambda: _read(path), owner=self, then=self._file_read, trouble=self._not_read
        )

    def _arrange(self) -> None:
        self._first = QWidget()
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        first.addStretch(1)
        for page in (self._first, self.places, self.preview):
            self.pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.next_button, self.keep_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.introduction)
        column.addWidget(self.pages, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        tr = QCoreApplication.translate
        self.places.add("kind", tr("Lists", "What the list holds"), self.kind)
        open_at(self, 860, 640)

    def _show(self, page: QWidget) -> None:
        if page is self._first:
            self.introduction.say(first_step())
        elif page is self.places:
            self.introduction.say(columns_step())
        else:
            self.introduction.say(preview_step(ListKind(self.kind.key())))
        self.trouble.hide()
        self.pages.setCurrentWidget(page)
        self.back_button.setVisible(page is not self._first)
        self.next_button.setVisible(page is self.places)
        self.keep_button.setVisible(page is self.preview)
        self.next_button.setEnabled(True)

    def _back(self) -> None:
        practices = self.chosen is not None and self.chosen.kind is ListKind.PRACTICES
        last = self.pages.currentWidget() is self.preview
        self._show(self.places if last and not practices else self._first)

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.file_button.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([QCoreApplication.translate("Lists", "Lists (*.csv *.txt)"), "* (*)"])
        dialog.fileSelected.connect(self._file_selected)
        dialog.open()

    def _file_selected(self, path: str) -> None:
        self.read(Path(path))

    def _file_read(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.kind.choose(chosen.kind)
        if chosen.kind is ListKind.PRACTICES:
            self._look()
        else:
            self._offer_columns()
            self._show(self.places)

    def _offer_columns(self) -> None:
        """Make a field for each thing a line of this kind can say, filled in as guessed."""
        if self.chosen is None:
            return
        for name in self._fields:
            self.places.take(name)
        self._fields = {}
        kind, sheet = ListKind(self.kind.key()), self.chosen.sheet
        tr = QCoreApplication.translate
        nothing = {NOBODY: tr("Lists", "Nothing in the file")}
        headings = {str(place): text for place, text in enumerate(sheet.headings)}
        guessed = guess_places(sheet.headings, self._columns[kind])
        labels = column_words()
        for column in self._columns[kind]:
            field = self.places.add(
                column.key,
                labels[column.key],
                Choice({**nothing, **headings}),
                optional="" if column.needed else tr("Dialog", "(optional)"),
            )
            field.choose(str(guessed[column.key]) if column.key in guessed else NOBODY)
            self._fields[column.key] = field

    def chosen_places(self) -> Mapping[str, int]:
        """Return which column of the file says what."""
        return {key: int(field.key()) for key, field in self._fields.items() if field.chosen()}

    def _look(self) -> None:
        if self.chosen is None:
            return
        kind, places = ListKind(self.kind.key()), self.chosen_places()
        missing = dict.fromkeys(missing_columns(places, self._columns[kind]), sentence(Why.MISSING))
        self.places.show_problems(missing)
        if missing:
            return
        self.next_button.setEnabled(False)
        self._desk.ask(
            lambda work: work.now.date(), owner=self, then=partial(self._understand, kind, places)
        )

    def _understand(self, kind: ListKind, places: Mapping[str, int], today: date) -> None:
        assert self.chosen is not None
        sheet = self.chosen.sheet

        def lines() -> tuple[Any, ...]:
            if kind is ListKind.PEOPLE:
                return read_people(sheet, places, today)
            return read_agencies(sheet, places) if kind is ListKind.AGENCIES else ()

        def practices() -> tuple[Any, ...]:
            return read_practices(sheet)

        make = practices if kind is ListKind.PRACTICES else lines
        self._desk.make(make, owner=self, then=partial(self._check, kind), trouble=self._not_read)

    def _check(self, kind: ListKind, lines: tuple[Any, ...]) -> None:
        """Ask the store about each line; the practice list stands for itself."""
        if kind is ListKind.PRACTICES:
            self._show_lines(lines)
        elif kind is ListKind.PEOPLE:
            self._desk.ask(
                lambda work: checked_people(work, lines), owner=self, then=self._show_lines
            )
        else:
            self._desk.ask(
                lambda work: checked_agencies(work, lines), owner=self, then=self._show_lines
            )

    def _show_lines(self, lines: tuple[Any, ...]) -> None:
        self.lines = lines
        self.preview.show_lines(lines)
        self._show(self.preview)
        self.keep_button.setEnabled(self.preview.good > 0)
        announce(self, self.preview.summary.text())

    def _keep(self) -> None:
        if self.chosen is None:
            return
        self.keep_button.setEnabled(False)
        self._desk.do(
            self._command(self.chosen), owner=self, then=self._done, trouble=self._not_kept
        )

    def _command(self, chosen: Chosen) -> Command[Any]:
        good_only, kind = self.preview.good_only, ListKind(self.kind.key())
        if kind is ListKind.PRACTICES:
            return take_in_practices(self.lines, good_only=good_only, sha256=chosen.sha256)
        if kind is ListKind.PEOPLE:
            return take_in_people(self.lines, good_only=good_only, sha256=chosen.sha256)
        return take_in_agencies(self.lines, good_only=good_only, sha256=chosen.sha256)

    def _done(self, taken: object) -> None:
        self.kept.emit(taken)
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self.keep_button.setEnabled(True)
        self._not_read(error)

    def _not_read(self, error: Exception) -> None:
        self.next_button.setEnabled(True)
        if isinstance(error, ThinkFamilyError):
            said = in_words(error)
        elif isinstance(error, OSError):
            said = QCoreApplication.translate("Lists", "This file cannot be read. Choose another.")
        else:
            self._desk.failed.emit(error)
            return
        self.trouble.say(said)
        self.trouble.show()
        announce(self, said)


def _read(path: Path) -> Chosen:
    """Read a file and find out what it probably is; raises `Unreadable` or OSError."""
    if path.stat().st_size > LARGEST:
        raise Unreadable((Fault("", "too-large", f"{LARGEST // 1024 // 1024} MB"),))
    content = path.read_bytes()
    kind, sheet = ListKind.PRACTICES, read_sheet(content, headed=False)
    if not looks_like_practices(sheet):
        sheet = read_sheet(content)
        named = {heading.casefold() for heading in sheet.headings}
        agencies = bool(named & {"kind", "type", "ods", "ods code", "organisation", "agency"})
        kind = ListKind.AGENCIES if agencies else ListKind.PEOPLE
    return Chosen(
        name=path.name, sheet=sheet, kind=kind, sha256=hashlib.sha256(content).hexdigest()
    )
