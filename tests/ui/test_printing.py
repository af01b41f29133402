"""Pages from memory, for the screen and for a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from ui.pdf_pages import page_count, page_pixels
from ui.printing import page_images, print_pages

pytestmark = pytest.mark.timeout(60)
A4 = (595, 842)  # points


def a_page(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_BGR888)
    image.fill(0xFFFFFF)
    for place in range(min(width, height)):
        image.setPixel(place, place, 0)
    return image


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_upright_and_wide_pages_are_printed_as_they_are(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "two.pdf")

    print_pages([a_page(595, 842), a_page(842, 595)], printer, job="CF-7K3Q-D9XM")

    pdf = (tmp_path / "two.pdf").read_bytes()
    sizes = [(page.width, page.height) for page in page_pixels(pdf, dpi=72)]
    assert sizes == [A4, A4[::-1]]
    assert printer.docName() == "CF-7K3Q-D9XM"


def test_a_printed_page_has_what_was_on_it(qapp: QApplication, tmp_path: Path) -> None:
    print_pages([a_page(595, 842)], printer_to(tmp_path / "one.pdf"), job="CF-1")

    image = page_images((tmp_path / "one.pdf").read_bytes(), dpi=72)[0]
    assert image.pixelColor(300, 300).lightness() < 250
    assert image.pixelColor(300, 100).lightness() == 255


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_cannot_begin_is_an_error(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "no such folder" / "one.pdf")

    with pytest.raises(OSError, match="cannot be used"):
        print_pages([a_page(10, 10)], printer, job="CF-1")

    assert printer.printerState() is not QPrinter.PrinterState.Active


def test_resolution_is_in_dots_to_an_inch(qapp: QApplication, tmp_path: Path) -> None:
    print_pages([a_page(595, 842)], printer_to(tmp_path / "one.pdf"), job="CF-1")
    pdf = (tmp_path / "one.pdf").read_bytes()

    images = page_images(pdf, dpi=144)

    assert page_count(pdf) == len(images) == 1
    assert abs(images[0].width() - 2 * A4[0]) <= 2
