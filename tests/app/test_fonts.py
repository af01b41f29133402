"""The bundled fonts print the names of the people we write about."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics

from app.documents.fonts import (
    BOLD,
    OTHER_BOLD,
    OTHER_PLAIN,
    PLAIN,
    Run,
    face_for,
    markup_of,
    missing_from,
    register_fonts,
    runs_of,
    width_of,
)

NAMES = (
    "Siân Llŷr Gwŷdd ŵyres Ŵ Ŷ",
    "Łukasz Wiśniewski Żaneta Grześ Świątek Ćwik Ńemo",
    "Adéọlá Ọláníyì Ẹ̀bùn Ṣadé Olúwaṣeun",
    "Nguyễn Thị Hường Đặng Trần Ơn Ưng Ỷ",
    "Gülşen Çağlar İpek Işık Ömer",
    "Željko Šimić Đorđe Ștefan Țîru Ăna",
    "Žofie Dvořák Ľubica Ťažký Ősz Űri",
    "Björn Åsa Sørensen Æther Straße Zoë",
    "Chidiọgọ Ụzọma Ịfẹ Nnamdị",
    "Māra Ķēniņš Ģirts Jānis Šarūnė Ąžuolas",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_of_a_name_is_in_the_face_chosen_for_it(name: str, bold: bool) -> None:
    runs = runs_of(name, bold=bold)

    assert "".join(run.text for run in runs) == name
    for run in runs:
        glyphs = pdfmetrics.getFont(run.face).face.charToGlyph
        assert [letter for letter in run.text if ord(letter) not in glyphs] == []


@pytest.mark.parametrize("punctuation", ["‘’“”–—…•·½£€", "0123456789/&()+@%", "«»§©"])
def test_every_mark_our_own_words_use_can_be_printed(punctuation: str) -> None:
    assert missing_from(punctuation) == ""


def test_welsh_and_polish_stay_in_the_easy_to_read_face() -> None:
    assert face_for("Llŷr Łukasz") == PLAIN
    assert face_for("Llŷr Łukasz", bold=True) == BOLD


def test_a_word_with_a_letter_that_is_lacking_changes_face_as_a_whole() -> None:
    runs = runs_of("Tunde Adéọlá Reid")

    assert runs == (Run("Tunde", PLAIN), Run(" Adéọlá", OTHER_PLAIN), Run(" Reid", PLAIN))


def test_a_letter_nobody_has_is_reported() -> None:
    assert missing_from("王 Ash") == "王"


def test_width_is_the_sum_of_the_faces() -> None:
    register_fonts()

    width = width_of("Ash Ọlá", 10, bold=True)

    assert width == pytest.approx(
        pdfmetrics.stringWidth("Ash", BOLD, 10) + pdfmetrics.stringWidth(" Ọlá", OTHER_BOLD, 10)
    )


def test_markup_is_escaped_and_sets_the_other_face_only_where_needed() -> None:
    found = markup_of("A & B <Ọlá>")

    assert found == f'A &amp; B<font name="{OTHER_PLAIN}"> &lt;Ọlá&gt;</font>'


def test_registering_twice_keeps_the_fonts_that_are_there() -> None:
    register_fonts()
    first = pdfmetrics.getFont(PLAIN)

    register_fonts()

    assert pdfmetrics.getFont(PLAIN) is first
