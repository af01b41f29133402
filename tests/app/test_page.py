"""The sheet of every paper: what stands on each page, and what never does."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.documents.consent_form import build_consent_form
from app.documents.page import qr_text
from app.documents.share_request import build_share_request
from app.view.papers import FormView, PrintNeeds
from tests.app.paper_builders import (
    MADE,
    NUMBER,
    adas_form,
    adas_letter,
    boxes_of,
    form_pdf,
    form_wording,
    letter_pdf,
    pages_text,
    request_wording,
)

LARGE = replace(adas_form(), needs=PrintNeeds(points=24))
ACROSS = """
import hashlib
from tests.app.paper_builders import form_pdf, letter_pdf
print(hashlib.sha256(form_pdf() + letter_pdf()).hexdigest())
"""


def test_every_page_says_which_form_it_is_and_how_many_pages_there_are() -> None:
    pages = pages_text(form_pdf())

    for number, text in enumerate(pages, start=1):
        assert f"Form {NUMBER}" in text
        assert f"Page {number} of {len(pages)}" in text
        assert "Wording 2026.2, 24 November 2026" in text


def test_every_page_of_a_large_print_form_says_so_too() -> None:
    pages = pages_text(form_pdf(LARGE))

    assert len(pages) > 9
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Wording 2026.2, 24 November 2026" in text


@pytest.mark.parametrize("view", [adas_form(), LARGE], ids=["usual", "large"])
def test_a_made_up_form_says_so_on_every_page(view: FormView) -> None:
    wording = form_wording()

    pdf = build_consent_form(view, wording, number=NUMBER, made_on=MADE, made_up=True)

    assert all(wording.furniture.made_up in text for text in pages_text(pdf))
    assert not any(wording.furniture.made_up in text for text in pages_text(form_pdf(view)))


def test_a_made_up_letter_says_so_on_every_page() -> None:
    wording = request_wording()

    pdf = build_share_request(adas_letter(), wording, made_up=True)

    assert all(wording.furniture.made_up in text for text in pages_text(pdf))
    assert not any(wording.furniture.made_up in text for text in pages_text(letter_pdf()))


def test_every_page_bears_the_initials() -> None:
    pages = pages_text(form_pdf())

    assert all("AO" in text.split() for text in pages)


def test_a_qr_code_names_the_form_and_the_page_and_nothing_else() -> None:
    assert qr_text(NUMBER, 2) == "TF1:FC-7K3Q-D9XM:2"


def test_every_page_has_a_different_code() -> None:
    document = pypdfium2.PdfDocument(form_pdf())

    corners = {
        page.render(scale=2, crop=(485, 765, 55, 28)).to_pil().tobytes() for page in document
    }

    assert len(corners) == len(document)


@pytest.mark.parametrize("pdf", [form_pdf(), letter_pdf()], ids=["form", "letter"])
def test_the_metadata_holds_no_name(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        words = " ".join(f"{key} {value}" for key, value in document.docinfo.items())
        title = str(document.docinfo["/Title"])

    assert title in (form_wording().decide.title, "Request for information")
    for name in ("Ada", "Okafor", "Whitfield", "Northmarsh", "AO", NUMBER, "SR-4HNP"):
        assert name not in words


@pytest.mark.parametrize("pdf", [form_pdf(), letter_pdf()], ids=["form", "letter"])
def test_every_font_is_in_the_file(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = [item for item in document.objects if _type(item) == "/Font"]
        held = [item["/FontDescriptor"] for item in fonts if "/FontDescriptor" in item]

    assert len(held) == len(fonts) >= 2


def test_the_file_says_its_language_and_asks_for_paper_at_its_own_size() -> None:
    with pikepdf.open(BytesIO(form_pdf())) as document:
        root = document.Root
        wishes = root["/ViewerPreferences"]

        assert str(root["/Lang"]) == "en-GB"
        assert str(wishes["/PrintScaling"]) == "/None"
        assert str(wishes["/Duplex"]) == "/DuplexFlipLongEdge"


def test_the_same_paper_is_the_same_bytes() -> None:
    assert form_pdf() == form_pdf()
    assert letter_pdf() == letter_pdf()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_paper_is_the_same_bytes_in_another_process(seed: str) -> None:
    here = hashlib.sha256(form_pdf() + letter_pdf()).hexdigest()

    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ACROSS],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert run.stdout.strip() == here


def test_another_name_changes_the_bytes() -> None:
    assert form_pdf(replace(adas_form(), name="Ada Okafor-Reid")) != form_pdf()


@pytest.mark.parametrize("points", [14, 18, 24])
def test_large_print_is_set_anew_and_keeps_every_box(points: int) -> None:
    view = replace(adas_form(), needs=PrintNeeds(points=points))

    pdf = form_pdf(view)

    counts = [sum(len(page) for page in boxes_of(paper)) for paper in (pdf, form_pdf())]
    assert counts[0] == counts[1]
    assert _body_size(pdf) == pytest.approx(points, abs=0.1)


@pytest.mark.parametrize("view", [adas_form(), LARGE], ids=["usual", "large"])
def test_nothing_is_printed_over_the_edge_of_the_paper(view: FormView) -> None:
    document = pypdfium2.PdfDocument(form_pdf(view))

    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, lower, right, upper = text.get_charbox(index)
            assert 50 <= left <= right <= 595 - 50
            assert 25 <= lower <= upper <= 842 - 25


def _type(item: object) -> str:
    return str(item.get("/Type", "")) if isinstance(item, pikepdf.Dictionary) else ""


def _body_size(pdf: bytes) -> float:
    """Return the size that most text objects have."""
    sizes: list[float] = []
    for page in pypdfium2.PdfDocument(pdf):
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            sizes.append(item.get_font_size())
    return max(set(sizes), key=sizes.count)
