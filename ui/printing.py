"""PDF bytes to pages: counted, drawn for a preview, printed. The only place that uses PDFium.

Nothing touches the disk: bytes go to PDFium, its bitmap becomes a QImage, and that is painted.
PDFium is not thread-safe, so everything here runs on one thread at a time (the desk's document
thread, or the command line).
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

POINTS = 72  # to an inch
PRINT_DPI = 300


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_images(
    pdf: bytes, *, dpi: float, first: int = 0, count: int | None = None
) -> list[QImage]:
    """Return pages as pictures at a resolution, from page `first` on (0 is the first page)."""
    with pypdfium2.PdfDocument(pdf) as document:
        last = len(document) if count is None else min(len(document), first + count)
        return [_image(document, number, dpi) for number in range(first, last)]


def print_pages(images: Sequence[QImage], printer: QPrinter, *, job: str) -> None:
    """Paint pages on a printer. `job` shows in queues, so it is neutral: a form number."""
    printer.setDocName(job)
    printer.setFullPage(True)
    printer.setResolution(PRINT_DPI)
    painter = QPainter()
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
    painter.end()


def _image(document: pypdfium2.PdfDocument, number: int, dpi: float) -> QImage:
    page = document[number]
    bitmap = page.render(scale=dpi / POINTS, may_draw_forms=True)
    buffer = bytes(bitmap.buffer)
    image = QImage(
        buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888
    ).copy()
    bitmap.close()
    page.close()
    return image
