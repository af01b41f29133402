"""PDF bytes to pages, from memory: counted, and drawn as plain pixels. The only use of PDFium.

PDFium is not thread-safe, so everything here runs on one thread at a time: the desk's document
thread, or the command line. Nothing here needs Qt, so the command line works without a display.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pypdfium2

POINTS = 72  # to an inch


@dataclass(frozen=True, slots=True)
class Pixels:
    """One page as pixels, three bytes each in the order blue, green, red."""

    width: int
    height: int
    stride: int
    data: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_pixels(pdf: bytes, *, dpi: float) -> list[Pixels]:
    """Return every page at a resolution."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_pixels(document, number, dpi) for number in range(len(document))]


def first_page_png(pdf: bytes, *, dpi: float) -> bytes:
    """Return the first page as a PNG file."""
    file = BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        page.render(scale=dpi / POINTS).to_pil().save(file, "PNG")
        page.close()
    return file.getvalue()


def _pixels(document: pypdfium2.PdfDocument, number: int, dpi: float) -> Pixels:
    page = document[number]
    bitmap = page.render(scale=dpi / POINTS, may_draw_forms=True)
    pixels = Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    page.close()
    return pixels
