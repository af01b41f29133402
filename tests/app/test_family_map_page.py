"""The household picture on paper."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from app.documents.family_map_page import build_family_map_page
from app.documents.map_style import paper_sizes, read_theme
from app.family_map.family import Family
from app.family_map.lay_out import lay_out
from tests.app.family_map.families import blended, kinship, random_family
from tests.app.map_words import map_words

A4 = (841.9, 595.3)
A3 = (1190.6, 841.9)


def paper(family: Family) -> bytes:
    """Return the printed picture of a family."""
    words = map_words({"leo": "Son of Dana and Callum"})
    return build_family_map_page(lay_out(family, paper_sizes()), family, words)


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return found


def size(pdf: bytes) -> tuple[float, float]:
    """Return the width and height of the first page."""
    with pikepdf.open(BytesIO(pdf)) as document:
        box = document.pages[0].mediabox
        return round(float(box[2]), 1), round(float(box[3]), 1)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert paper(blended()) == paper(blended())


def test_the_title_and_properties_name_nobody() -> None:
    pdf = paper(blended())

    with pikepdf.open(BytesIO(pdf)) as document:
        properties = " ".join(str(value) for value in document.docinfo.values())
    assert "Household picture" in properties
    assert not [p.name for p in blended().people if p.name.split()[0] in properties]


def test_every_font_is_embedded() -> None:
    with pikepdf.open(BytesIO(paper(random_family(1, 12)))) as document:
        embedded = {
            str(font.BaseFont): "/FontDescriptor" in font
            for page in document.pages
            for font in page.resources.Font.values()
        }

    assert len(embedded) >= 2
    assert all(embedded.values())


def test_the_picture_and_the_table_say_the_same() -> None:
    picture, table = pages(paper(blended()))

    for person in blended().people:
        assert person.name in picture
        assert person.name in table
    assert "Son of Dana and Callum" in table
    assert "Adult mental health trust: Said no" in table
    assert "Page 2 of 2" in table


def test_a_small_family_fits_a4_and_a_wide_one_takes_a3() -> None:
    assert size(paper(kinship())) == A4
    assert size(paper(blended())) == A3


def test_a_very_wide_family_is_spread_over_sheets_that_say_so() -> None:
    found = pages(paper(random_family(3, 30, 12)))

    assert "Sheet 1 of 2" in found[0]
    assert "Sheet 2 of 2" in found[1]
    assert "What the lines mean" in found[2]


@pytest.mark.parametrize("family", [blended(), kinship(), random_family(3, 30, 12)])
def test_no_word_is_printed_smaller_than_eight_points(family: Family) -> None:
    document = pypdfium2.PdfDocument(paper(family))
    heights = []
    for page in document:
        for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            matrix = thing.get_matrix()
            heights.append(_font_size(thing) * abs(matrix.d))
        page.close()
    document.close()

    assert heights
    assert min(heights) >= 7.99


def _font_size(thing: pypdfium2.PdfObject) -> float:
    found = pypdfium2.raw.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(thing, found)
    return float(found.value)


def test_paper_uses_ink_for_whatever_carries_meaning() -> None:
    printed = read_theme().printed()

    assert {printed.colour(token) for token in ("ok", "warn", "stop", "muted", "control")} == {
        printed.colour("text")
    }


def test_an_empty_picture_is_still_a_page() -> None:
    found = pages(paper(Family(people=())))

    assert len(found) == 1
    assert "Household picture" in found[0]
