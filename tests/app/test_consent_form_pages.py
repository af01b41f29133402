"""The pages of the consent form: no letter lost, nothing cut, what belongs together together."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.domain.agency import AgencyKind
from app.view.papers import AgencyCard, FormView, PrintNeeds, Sender, Signer
from tests.app.paper_builders import (
    DANA,
    TUNDE,
    adas_form,
    form_pdf,
    form_wording,
    own_form,
    pages_text,
    text_of,
)

STRANGE = "Ọláyínká Wołoszyńska <b>&amp; Fẹ́mi"
MANY = tuple(
    AgencyCard(name=f"Service number {nth}", kind=kind.value)
    for nth, kind in enumerate(AgencyKind, start=1)
)


WORDS = form_wording()


def test_strange_letters_and_signs_in_names_are_printed_as_they_are() -> None:
    view = replace(own_form(), name=STRANGE, signers=(Signer(name=STRANGE, standing="self"),))

    text = text_of(form_pdf(view))

    assert text.count("Wołoszyńska <b>&amp; Fẹ́mi") == 2
    assert text.count("Ọláyínká") == 2


def test_a_very_long_name_is_wrapped_not_cut() -> None:
    long = "Maximiliana-Wilhelmina " * 12 + "Featherstonehaugh"

    text = text_of(form_pdf(replace(own_form(), name=long, known_as=long)))

    assert text.count("Featherstonehaugh") >= 2


def test_what_the_sender_keeps_back_leaves_no_trace() -> None:
    quiet = replace(adas_form(), sender=replace(adas_form().sender, team="", email="", lines=()))

    text = text_of(form_pdf(quiet))

    for words in ("Team", "Email", "Write to", "post it to", "Family Help"):
        assert words not in text


def test_a_form_with_nothing_filled_in_can_be_filled_in_by_pen() -> None:
    blank = replace(
        adas_form(),
        name="",
        known_as="",
        initials="",
        born="",
        address=(),
        signers=(Signer(name="", standing="self"),),
        cards=(),
        sender=Sender(),
    )

    text = text_of(form_pdf(blank))

    assert "This form is about ________." in text
    assert text.count("Name ") >= 3  # the person, who signs, and the worker
    assert "Born" in text
    assert "Your worker" in text


@pytest.mark.parametrize("points", [14, 18, 24])
def test_no_heading_stands_alone_at_the_foot_of_a_page(points: int) -> None:
    view = replace(adas_form(), cards=MANY[:5], asked_too=True, needs=PrintNeeds(points=points))
    headings = (
        WORDS.who.heading,
        WORDS.why.heading,
        WORDS.without.heading,
        WORDS.rights.heading,
        WORDS.change.heading,
        WORDS.person.heading,
        WORDS.cards.intro,
        WORDS.kinds.intro,
        WORDS.contact.heading,
        WORDS.explained.intro,
        WORDS.worker.heading,
        DANA.name,
        TUNDE.name,
    )

    pages = pages_text(form_pdf(view))

    bodies = [text.rsplit("Form FC-7K3Q-D9XM Page", 1)[0].rstrip() for text in pages]
    assert [body for body in bodies if body.endswith(headings)] == []


@pytest.mark.parametrize("asked", [False, True], ids=["parents", "asked"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_form_for_up_to_four_agencies_has_at_most_five_pages(count: int, asked: bool) -> None:
    parents = replace(adas_form(), cards=MANY[:count], asked_too=asked)

    forms = [form_pdf(view) for view in (parents, replace(own_form(), cards=MANY[:count]))]

    assert all(len(pages_text(pdf)) <= 5 for pdf in forms)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("view", [adas_form(), own_form()], ids=["parents", "own"])
def test_what_is_signed_and_checked_lies_on_facing_pages(view: FormView, count: int) -> None:
    pages = pages_text(form_pdf(replace(view, cards=MANY[:count])))

    headings = (WORDS.explained.heading, WORDS.sign.heading, WORDS.worker.heading)
    found = [
        next(number for number, text in enumerate(pages, start=1) if heading in text)
        for heading in headings
    ]
    assert len({number // 2 for number in found}) == 1


@pytest.mark.parametrize("points", [14, 18, 24])
def test_the_slip_is_whole_at_the_foot_of_the_last_page(points: int) -> None:
    view = replace(adas_form(), cards=MANY[:4], needs=PrintNeeds(points=points))
    document = pypdfium2.PdfDocument(form_pdf(view))
    last = document[len(document) - 1]

    low = last.get_textpage().get_text_bounded(bottom=20 * mm, top=45 * mm)

    assert "Cut here" in last.get_textpage().get_text_range()
    assert "ZZ99 1PB" in low
