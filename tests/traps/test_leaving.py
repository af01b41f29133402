"""The tests of the traps can see: each place where a word can hide is really opened."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.traps.accessible import everything_told
from tests.traps.leaving import PNG, leaks, text_of

WORD = {"word": "Larkfield"}


def a_pdf(draw: str = "nothing") -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, draw)
    canvas.save()
    return out.getvalue()


def changed(place: str) -> bytes:
    """Return a PDF with the word in one place where a reader does not look."""
    with pikepdf.open(BytesIO(a_pdf())) as pdf:
        root = pdf.Root
        if place == "attachment":
            pdf.attachments["a.txt"] = b"Larkfield"
        elif place == "attachment, wide letters":
            pdf.attachments["a.txt"] = "Larkfield".encode("utf-16-le")
        elif place == "name of an attachment":
            pdf.attachments["Larkfield.txt"] = b""
        elif place == "xmp":
            with pdf.open_metadata() as data:
                data["dc:subject"] = {"Larkfield"}
        elif place == "keywords":
            pdf.docinfo["/Keywords"] = "Larkfield"
        elif place == "annotation":
            note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Contents=pikepdf.String("Larkfield"))
            pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([note]))
        elif place == "form field":
            field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, V=pikepdf.String("Larkfield"))
            root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))
        elif place == "alternative text":
            root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Dictionary(Alt="Larkfield"))
        elif place == "bookmark":
            root.Outlines = pikepdf.Dictionary(First=pikepdf.Dictionary(Title="Larkfield"))
        elif place == "layer":
            group = pikepdf.Dictionary(Name=pikepdf.String("Larkfield"))
            root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([pdf.make_indirect(group)]))
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "place",
    [
        *("attachment", "attachment, wide letters", "name of an attachment", "xmp", "keywords"),
        *("annotation", "form field", "alternative text", "bookmark", "layer"),
    ],
)
def test_every_corner_of_a_pdf_is_opened(place: str) -> None:
    assert leaks({"a.pdf": a_pdf()}, WORD) == {}
    assert leaks({"a.pdf": changed(place)}, WORD) == {"a.pdf": ["word"]}


def test_words_that_are_drawn_and_names_of_files_are_looked_at() -> None:
    assert leaks({"a.pdf": a_pdf("7 L a r k field Close")}, WORD) == {"a.pdf": ["word"]}
    assert leaks({"out/Larkfield-form.pdf": a_pdf()}, WORD) == {"out/Larkfield-form.pdf": ["word"]}


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt"])
def test_what_a_picture_says_beside_its_pixels_is_read(kind: bytes) -> None:
    said = b"Title\0" + (b"\0" + zlib.compress(b"Larkfield") if kind == b"zTXt" else b"Larkfield")
    chunk = struct.pack(">I4s", len(said), kind) + said + b"\0\0\0\0"

    assert "Larkfield" in text_of(PNG + chunk)


def test_every_text_of_a_window_is_heard(qtbot: QtBot, qapp: QApplication) -> None:
    window, column = QWidget(), QVBoxLayout()
    window.setLayout(column)
    qtbot.addWidget(window)
    window.setWindowTitle("one")
    column.addWidget(QLabel("two"))
    button = QPushButton("three")
    button.setToolTip("four")
    button.setAccessibleDescription("five")
    column.addWidget(button)

    told = everything_told(window).split("\n")

    assert {"one", "two", "three", "four", "five"} <= set(told)
