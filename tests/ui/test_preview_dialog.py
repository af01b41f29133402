"""The preview: pages from memory, and one row of the register each time a paper leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.domain.ids import PersonId
from app.domain.sharing import Output, PaperKind
from app.usecases.note_paper import MadePaper
from app.view.form import project_forms
from app.view.leaving import Leaving
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import FAMILY_A, NOTHING_SAID, TODAY, OpenDesk, choose_way, show_dialog
from ui.dialogs.preview_dialog import PreviewDialog
from ui.pdf_pages import page_count
from ui.press import Press

pytestmark = pytest.mark.timeout(60)
NUMBER = "CF-7K3Q-D9XM"


@pytest.fixture
def made(office: OpenDesk) -> MadePaper:
    dana = PersonId("A1")
    form = project_forms(office.record(), office.catalogue.law, dana, TODAY)[0]
    press = Press(office.catalogue)
    content = press.consent_form(form.view, number=NUMBER, made_on=TODAY)
    return MadePaper(
        household=FAMILY_A,
        number=NUMBER,
        kind=PaperKind.CONSENT_FORM,
        content=content,
        pages=press.pages(content),
        person=dana,
        readers=form.readers,
        wording=office.catalogue.consent.about.version,
    )


def make(office: OpenDesk, made: MadePaper, leaving: Leaving = NOTHING_SAID) -> PreviewDialog:
    return PreviewDialog(
        office.desk,
        office.catalogue,
        made,
        title="Consent form about Dana Whitfield",
        about="To be signed by Dana Whitfield.",
        file_name=f"form-{NUMBER}.pdf",
        leaving=leaving,
    )


@pytest.fixture
def preview(qtbot: QtBot, office: OpenDesk, made: MadePaper) -> PreviewDialog:
    preview = make(office, made)
    show_dialog(qtbot, preview)
    qtbot.waitUntil(lambda: bool(preview.pages), timeout=10_000)
    choose_way(qtbot, preview)
    return preview


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_shown_and_named(preview: PreviewDialog, made: MadePaper) -> None:
    names = [page.accessibleName() for page in preview.pages]

    assert names == [f"Page {n} of {made.pages}" for n in range(1, made.pages + 1)]
    assert all(not page.pixmap().isNull() for page in preview.pages)
    assert not preview.waiting.isVisible()


def test_looking_writes_nothing_down(office: OpenDesk, preview: PreviewDialog) -> None:
    preview.close_button.click()

    assert not preview.isVisible()
    assert office.journal("note_paper") == []
    assert office.record().papers == ()


def test_a_saved_copy_is_the_paper_and_one_row(
    qtbot: QtBot, office: OpenDesk, preview: PreviewDialog, made: MadePaper, tmp_path: Path
) -> None:
    with qtbot.waitSignal(preview.left, timeout=10_000) as heard:
        preview.save_to(tmp_path / "form.pdf")

    row = heard.args[0]
    assert (tmp_path / "form.pdf").read_bytes() == made.content
    assert list(tmp_path.iterdir()) == [tmp_path / "form.pdf"]
    assert office.record().papers == (row,)
    assert (row.number, row.output, row.pages) == (NUMBER, Output.SAVED, made.pages)
    assert office.journal("note_paper") == [("note_paper", FAMILY_A)]
    assert not preview.isVisible()


def test_a_printed_copy_has_every_page_and_one_row(
    qtbot: QtBot, office: OpenDesk, preview: PreviewDialog, made: MadePaper, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "printed.pdf")

    with qtbot.waitSignal(preview.left, timeout=20_000):
        preview.print_on(printer)

    assert page_count((tmp_path / "printed.pdf").read_bytes()) == made.pages
    assert [paper.output for paper in office.record().papers] == [Output.PRINTED]
    assert printer.docName() == NUMBER


def test_a_second_press_while_it_leaves_is_not_taken(
    qtbot: QtBot, office: OpenDesk, preview: PreviewDialog, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "form.pdf")

    taken = preview.save_button.isEnabled() or preview.print_button.isEnabled()

    qtbot.waitUntil(lambda: not preview.isVisible(), timeout=10_000)
    assert not taken
    assert len(office.record().papers) == 1


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, preview: PreviewDialog, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "no such folder" / "form.pdf")

    qtbot.waitUntil(preview.trouble.isVisible, timeout=10_000)
    assert preview.trouble.accessibleName() == (
        "This cannot be written there. Choose another place or printer."
    )
    assert preview.isVisible()
    assert preview.save_button.isEnabled()


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_cannot_be_used_is_said(
    qtbot: QtBot, preview: PreviewDialog, tmp_path: Path
) -> None:
    preview.print_on(pdf_printer(tmp_path / "no such folder" / "printed.pdf"))

    qtbot.waitUntil(preview.trouble.isVisible, timeout=10_000)
    assert preview.isVisible()
    assert preview.print_button.isEnabled()


def test_escape_leaves_without_a_row(
    qtbot: QtBot, office: OpenDesk, preview: PreviewDialog
) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_Escape)

    assert not preview.isVisible()
    assert office.record().papers == ()


def test_the_window_behind_a_task_switcher_names_nobody(preview: PreviewDialog) -> None:
    assert preview.windowTitle() == "Look before it leaves"


def test_every_control_is_named_large_and_reached(qtbot: QtBot, preview: PreviewDialog) -> None:
    assert hard_to_use(qtbot, preview) == {}


def test_nothing_is_cut_off(qtbot: QtBot, office: OpenDesk, made: MadePaper) -> None:
    def whole() -> PreviewDialog:
        preview = make(office, made)
        show_dialog(qtbot, preview)
        qtbot.waitUntil(lambda: bool(preview.pages and preview.before.ways.cards), timeout=10_000)
        return preview

    assert cut_off(qtbot, whole) == {}
