"""A made paper, looked at before it leaves: its pages, where it goes, and print or save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.catalogue import Catalogue
from app.domain.household import Office
from app.domain.sending import WayOut, ways_out
from app.domain.sharing import Output, Paper
from app.errors import Refused, ThinkFamilyError
from app.ports import Work
from app.usecases.note_paper import MadePaper, note_paper
from app.view.cover_note import CoverFacts, cover_note
from app.view.leaving import Leaving
from app.view.naming import job_title
from ui.commands.stores import write_whole
from ui.desk import Desk
from ui.dialogs.before_it_leaves import BeforeItLeaves
from ui.dialogs.room import open_at
from ui.printing import PRINT_DPI, page_images, print_pages
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.text import Paragraph, announce, words
from ui.wording import in_words

SCREEN_DPI = 80
WIDTH, HEIGHT = 1240, 800


class PreviewDialog(QDialog):
    """Shows pages from memory, and beside them what a worker confirms before they leave.

    Printing or saving is written into the journal first. `copy_asked` tells the words of an e-mail.
    """

    left = Signal(object)  # the form register's row
    copy_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        catalogue: Catalogue,
        made: MadePaper,
        *,
        title: str,
        about: str,
        file_name: str,
        leaving: Leaving,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._cover = catalogue.cover
        self._council = ""
        self._made = made
        self._leaving_now = False
        self._file_name = file_name
        self._target = Path()
        self._printer: QPrinter | None = None
        self.setWindowTitle(tr("Preview", "Look before it leaves"))
        self.setModal(True)
        self.pages: list[QLabel] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        inner.setLayout(self._column)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(tr("Preview", "Pages"))
        self.area.setWidget(inner)
        self.waiting = words(tr("Preview", "Drawing the pages …"), "secondary")
        self._column.addWidget(self.waiting)
        self.before = BeforeItLeaves(leaving, catalogue.mail)
        self.missing = words("", "secondary", wrap=True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.trouble = Paragraph(tone="stop")
        self.trouble.hide()
        self.print_button = PrimaryButton(tr("Preview", "Print"), icon_name="printer")
        self.save_button = Button(tr("Preview", "Save a copy"), icon_name="save")
        self.copy_button = self.before.copy_button
        self.close_button = Button(tr("Preview", "Close"))
        self._arrange(title, about)
        self.print_button.clicked.connect(self._choose_printer)
        self.save_button.clicked.connect(self._choose_file)
        self.copy_button.clicked.connect(self._copy_words)
        self.close_button.clicked.connect(self.reject)
        self.before.changed.connect(self._say_missing)
        self._say_missing()
        self._ask_for_ways()
        desk.make(
            partial(page_images, made.content, dpi=SCREEN_DPI * self.devicePixelRatioF()),
            owner=self,
            then=self._show_pages,
            trouble=self._show_trouble,
        )

    def save_to(self, path: Path) -> None:
        """Write the paper to a file the worker chose: noted first, then written whole."""
        self._target = path
        self._note(Output.SAVED, self._write)

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper: noted first, then drawn at the printer's resolution."""
        self._printer = printer
        self._note(Output.PRINTED, self._draw_for_printer)

    def _note(self, output: Output, then: Callable[[Paper], None]) -> None:
        """Write down that it leaves as confirmed; with anything missing it does not."""
        confirmed = self.before.confirmed()
        if confirmed is None:
            self._tell(self.before.missing())
            return
        self._busy(True)
        self._desk.do(
            note_paper(self._made, output, confirmed),
            owner=self,
            then=then,
            trouble=self._show_trouble,
        )

    def _ask_for_ways(self) -> None:
        """Work out from the record as it is now where the paper can go."""
        made = self._made

        def question(work: Work) -> tuple[tuple[WayOut, ...], Office]:
            record = work.record(made.household)
            return ways_out(record, made.for_whom(), work.now.date()), record.office

        self._desk.ask(question, owner=self, then=self._show_ways, trouble=self._show_trouble)

    def _show_ways(self, found: tuple[tuple[WayOut, ...], Office]) -> None:
        ways, office = found
        self._council = office.council
        self.before.show_ways(ways)

    def _copy_words(self) -> None:
        """Hand over the words of the e-mail: a number and the council, nobody's name."""
        note = cover_note(CoverFacts(number=self._made.number, council=self._council), self._cover)
        self.copy_asked.emit(f"{note.subject}\n\n{note.body}")

    def _say_missing(self) -> None:
        """Say the one thing still to be done; until it is, nothing can leave."""
        said = self.before.missing()
        self.missing.setText(said)
        self.missing.setVisible(bool(said))
        for button in (self.print_button, self.save_button, self.copy_button):
            button.setEnabled(not said and not self._leaving_now)

    def _arrange(self, title: str, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(words(title, "heading", wrap=True))
        column.addWidget(Paragraph(about))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.area, 3)
        both.addWidget(self.before, 2)
        column.addLayout(both, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.missing)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        column.addLayout(buttons)
        open_at(self, WIDTH, HEIGHT)

    def _show_pages(self, images: list[QImage]) -> None:
        self.waiting.hide()
        said = QCoreApplication.translate("Preview", "Page {0} of {1}")
        for number, image in enumerate(images, start=1):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(
                said.replace("{0}", str(number)).replace("{1}", str(len(images)))
            )
            page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
            self._column.addWidget(page)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, QCoreApplication.translate("Preview", "Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self.save_to(Path(path))

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(job_title(self._made.number))
        self._printer = printer
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(self._printer_chosen)
        QDialog.open(dialog)

    def _printer_chosen(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)

    def _write(self, paper: Paper) -> None:
        try:
            write_whole(self._target, self._made.content)
        except OSError as error:
            self._show_trouble(error)
            return
        self._leave(paper)

    def _draw_for_printer(self, paper: Paper) -> None:
        def drawn() -> Paper:
            assert self._printer is not None
            images = page_images(self._made.content, dpi=PRINT_DPI)
            print_pages(images, self._printer, job=job_title(self._made.number))
            return paper

        self._desk.make(drawn, owner=self, then=self._leave, trouble=self._show_trouble)

    def _leave(self, paper: Paper) -> None:
        self.left.emit(paper)
        self.accept()

    def _busy(self, busy: bool) -> None:
        """Take no second press while a paper leaves: each would be a row of the register."""
        self._leaving_now = busy
        self._say_missing()
        if busy:
            self.trouble.hide()

    def _show_trouble(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, ThinkFamilyError):
            said = in_words(error)
            if isinstance(error, Refused):
                self._ask_for_ways()  # the record is not as it was shown
        elif isinstance(error, OSError):
            said = QCoreApplication.translate(
                "Preview", "This cannot be written there. Choose another place or printer."
            )
        else:
            self._desk.failed.emit(error)
            return
        self._tell(said)

    def _tell(self, said: str) -> None:
        self.trouble.say(said)
        self.trouble.show()
        announce(self, said)
