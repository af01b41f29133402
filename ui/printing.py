"""Pages for the screen and for a printer, from memory: nothing touches the disk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.pdf_pages import Pixels, page_pixels

PRINT_DPI = 300


def page_images(pdf: bytes, *, dpi: float) -> list[QImage]:
    """Return the pages of a PDF as pictures at a resolution."""
    return [_image(pixels) for pixels in page_pixels(pdf, dpi=dpi)]


def print_pages(images: Sequence[QImage], printer: QPrinter, *, job: str) -> None:
    """Paint pages on a printer; raises OSError when it cannot be used or stops.

    `job` shows in queues, so it is neutral: a form number.
    """
    printer.setDocName(job)
    printer.setFullPage(True)
    printer.setResolution(PRINT_DPI)
    painter = QPainter()
    try:
        _paint(images, printer, painter)
    finally:
        if painter.isActive():
            painter.end()


def _paint(images: Sequence[QImage], printer: QPrinter, painter: QPainter) -> None:
    for number, image in enumerate(images):
        wide = image.width() > image.height()
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
        printer.setPageLayout(layout)
        if number == 0:
            if not painter.begin(printer):
                raise OSError("the printer cannot be used")
        elif not printer.newPage():
            raise OSError("the printer stopped")
        target = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
        painter.drawImage(target, image)


def _image(pixels: Pixels) -> QImage:
    return QImage(
        pixels.data,
        pixels.width,
        pixels.height,
        pixels.stride,
        QImage.Format.Format_BGR888,
    ).copy()
