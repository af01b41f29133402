"""The chronology of the family: what happened, newest first, with filters for keys and fingers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.happening import Line
from app.domain.ids import PersonId
from ui.chronology_rows import ChronologyRow, line_groups
from ui.forms import FieldRow
from ui.models.tuple_model import Column, TupleModel
from ui.theme import current_theme
from ui.widgets.buttons import Button, QuietButton
from ui.widgets.fields import Choice, DateField
from ui.widgets.map_flow import FlowLayout
from ui.widgets.text import announce, words
from ui.widgets.value_table import ValueTable

WIDTHS = (104, 132, 132, 180, 90, 100)  # pixels at text size 100 %, at the least
IN_WORDS, LAST = 3, 104  # the column that takes what room there is, and the last one's width
FIELD = 150  # pixels of a filter
PAUSE = 150  # milliseconds without a key before the text is looked for


class ChronologyPane(QWidget):
    """Shows rows that others have made; says which line is to be opened."""

    opened = Signal(object)
    note_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._wanted = ""  # the line to choose once there are lines
        self._rows: tuple[ChronologyRow, ...] = ()
        self._offered: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
        self.table = ChronologyTable(_model(), name=tr("Chronology", "Chronology"))
        self.text = QLineEdit()
        self.text_label = words(tr("Chronology", "Look for words"), "label")
        self.text_label.setBuddy(self.text)
        self.text.setAccessibleName(tr("Chronology", "Look for words in the chronology"))
        self.text.setClearButtonEnabled(True)
        self.filter_button = Button(tr("Chronology", "Filter"), icon_name="sliders-horizontal")
        self.open_button = Button(tr("Chronology", "Open"), icon_name="arrow-right")
        self.open_button.setAccessibleName(tr("Chronology", "Open this line"))
        self.note_button = Button(tr("Chronology", "Add a note"), icon_name="plus")
        self.clear_button = QuietButton(tr("Chronology", "Clear the filters"), icon_name="x")
        self.count = words("", "small")
        self.person = Choice({"": tr("Chronology", "Everybody")})
        self.agency = Choice({"": tr("Chronology", "Every agency")})
        self.kind = Choice({"": tr("Chronology", "Everything"), **line_groups()})
        self.since = DateField()
        self.until = DateField()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._arrange()
        self._connect()
        self._fit()

    def fill(
        self,
        rows: tuple[ChronologyRow, ...],
        people: Mapping[str, str],
        agencies: Mapping[str, str],
    ) -> None:
        """Show these lines; filters stay as they are where they still fit."""
        self._rows = rows
        if (people, agencies) != self._offered:
            self._offered = (people, agencies)
            for choice, options in ((self.person, people), (self.agency, agencies)):
                _offer(choice, options)
        self._narrow()
        if self._wanted and rows:
            self.bring_up(self._wanted)

    def bring_up(self, id_: str) -> None:
        """Choose the line that opens the record of this id, now or as soon as it is there."""
        self._wanted = "" if self._rows else id_
        self.table.choose(lambda row: row.line.opens == id_)

    def clear(self) -> None:
        """Show every line again."""
        self.text.clear()
        for choice in (self.person, self.agency, self.kind):
            choice.choose("")
        for field in (self.since, self.until):
            field.clear()
            self._row_of[field].clear_problem()
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _arrange(self) -> None:
        tr = QCoreApplication.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        top = FlowLayout()
        for part in (
            self.text_label,
            self.text,
            self.filter_button,
            self.open_button,
            self.note_button,
        ):
            top.addWidget(part)
        column.addLayout(top)
        self.filters = QWidget()
        flow = FlowLayout(self.filters)
        labels = {
            self.person: tr("Chronology", "Person"),
            self.agency: tr("Chronology", "Agency"),
            self.kind: tr("Chronology", "What happened"),
            self.since: tr("Chronology", "From"),
            self.until: tr("Chronology", "Until"),
        }
        self._row_of = {field: FieldRow(field, label=label) for field, label in labels.items()}
        for row in self._row_of.values():
            flow.addWidget(row)
        flow.addWidget(self.clear_button)
        self.filters.hide()
        column.addWidget(self.filters)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.table.value_opened.connect(self._open)
        self.open_button.clicked.connect(self._open_current)
        self.note_button.clicked.connect(self.note_asked)
        self.filter_button.clicked.connect(self._toggle_filters)
        self.clear_button.clicked.connect(self.clear)
        self.text.textChanged.connect(self._pause.start)
        self.text.returnPressed.connect(self._narrow)
        self._pause.timeout.connect(self._narrow)
        for choice in (self.person, self.agency, self.kind):
            choice.picked.connect(self._narrow)
        for field in (self.since, self.until):
            field.editingFinished.connect(self._dates_typed)

    def _fit(self) -> None:
        theme = current_theme()
        for field in (self.text, *self._row_of.values()):
            field.setFixedWidth(theme.px(FIELD))
        self.text_label.setMinimumHeight(theme.control_height)

    def _toggle_filters(self) -> None:
        shown = self.filters.isHidden()
        self.filters.setVisible(shown)
        tr = QCoreApplication.translate
        self.filter_button.say(
            tr("Chronology", "Hide the filters") if shown else tr("Chronology", "Filter")
        )
        if shown:
            self.person.setFocus()

    def _dates_typed(self) -> None:
        said = QCoreApplication.translate("Chronology", "This is not a date.")
        for field in (self.since, self.until):
            self._row_of[field].show_problem(said if field.is_unreadable() else "")
        self._narrow()

    def _narrow(self) -> None:
        self._pause.stop()
        before = self.table.current()
        found = self._found()
        self.table.fill(found)
        if before is not None:
            line = before.line
            self.table.choose(
                lambda row: (row.line.kind, row.line.opens) == (line.kind, line.opens)
            )
        tr = QCoreApplication.translate
        said = tr("Chronology", "{0} lines").replace("{0}", f"{len(self._rows):,}")
        if len(found) != len(self._rows):
            said = tr("Chronology", "{0} of {1} lines").replace("{0}", f"{len(found):,}")
            said = said.replace("{1}", f"{len(self._rows):,}")
        self.open_button.setEnabled(bool(found))
        if said != self.count.text():
            self.count.setText(said)
            if self.isVisible():
                announce(self, said)

    def _found(self) -> tuple[ChronologyRow, ...]:
        wanted = self.text.text().casefold().split()
        person, agency, group = self.person.key(), self.agency.key(), self.kind.key()
        first, last = self.since.day(), self.until.day()
        if not (wanted or person or agency or group or first or last):
            return self._rows
        return tuple(
            row
            for row in self._rows
            if (not person or row.line.concerns(PersonId(person)))
            and (not agency or row.line.agency == agency)
            and (not group or row.line.group == group)
            and _between(row.line, first, last)
            and all(word in row.sought for word in wanted)
        )

    def _open(self, row: ChronologyRow) -> None:
        self.opened.emit(row.line)

    def _open_current(self) -> None:
        row = self.table.current() or self.table.first()
        if row is not None:
            self._open(row)


class ChronologyTable(ValueTable):
    """Its columns have widths of their own: thousands of lines are not measured one by one."""

    def fit_columns(self) -> None:
        """Give every column its width, and what is left to the one with the words."""
        theme = current_theme()
        widths = [theme.px(width) for width in WIDTHS]
        spare = self.viewport().width() - sum(widths) - theme.px(LAST)
        widths[IN_WORDS] += max(0, spare)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def first(self) -> ChronologyRow | None:
        """Return the first line that is shown."""
        found: ChronologyRow | None = self._values.value(0) if self._values.rowCount() else None
        return found


def _model() -> TupleModel[ChronologyRow]:
    tr = QCoreApplication.translate
    return TupleModel(
        (
            Column(tr("Chronology", "Date"), lambda row: row.day),
            Column(tr("Chronology", "What"), lambda row: row.what),
            Column(tr("Chronology", "Who"), lambda row: row.who),
            Column(tr("Chronology", "In words"), lambda row: row.text),
            Column(tr("Chronology", "Rests on"), lambda row: row.rests_on),
            Column(tr("Chronology", "Who says so"), lambda row: row.source),
            Column(tr("Chronology", "Who may see it"), lambda row: row.reach),
        )
    )


def _offer(choice: Choice, options: Mapping[str, str]) -> None:
    """Offer other things below "everybody", and stay with what is chosen where it still is."""
    chosen, everybody = choice.key(), choice.itemText(0)
    choice.blockSignals(True)
    choice.clear()
    for key, text in {"": everybody, **options}.items():
        choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)


def _between(line: Line, first: date | None, last: date | None) -> bool:
    return (first is None and last is None) or line.lies_between(first, last)
