"""The share request and its reply form: what the partner needs, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.documents.request_paper import nhs_shown
from app.view.papers import Evidence, PrintNeeds
from tests.app.paper_builders import (
    adas_letter,
    boxes_of,
    letter_pdf,
    pages_text,
    request_wording,
    text_of,
)

WORDS = request_wording()
EIGHT = WORDS.questions_for("gp-practice")[:8]
STRANGE = "Ọláyínká Wołoszyńska <b>&amp; Fẹ́mi"


def parts(pdf: bytes) -> tuple[str, str]:
    """Return the text of the letter and of the reply form."""
    text = text_of(pdf)
    letter, form = text.split(" Reply form ", 1)
    return letter, form


def test_what_the_partner_needs_first_stands_on_the_first_page() -> None:
    first = pages_text(letter_pdf())[0]

    for words in (
        "OFFICIAL-SENSITIVE",
        "Please reply by 4 December 2026",
        "Early help, 10 working days",
        "SR-4HNP-2C8W",
        "20 November 2026",
        "ODS code A99901",
        "01632 960101",
        "999 410 9022",
    ):
        assert words in first


def test_every_page_is_marked() -> None:
    assert all("OFFICIAL-SENSITIVE" in text for text in pages_text(letter_pdf()))


def test_only_the_address_shows_in_the_window_of_an_envelope() -> None:
    page = pypdfium2.PdfDocument(letter_pdf())[0]
    top = 841.89

    seen = page.get_textpage().get_text_bounded(
        left=10 * mm, bottom=top - 92 * mm, right=110 * mm, top=top - 46 * mm
    )
    always = page.get_textpage().get_text_bounded(
        left=20 * mm, bottom=top - 81.5 * mm, right=100 * mm, top=top - 57 * mm
    )

    address = "Safeguarding lead Northmarsh Health Centre 1 Mill Street Northmarsh ZZ99 1CC"
    assert " ".join(seen.split()) == address
    assert " ".join(always.split()) == address


def test_a_long_address_still_fits_the_window() -> None:
    to = replace(
        adas_letter().to,
        name="The Northmarsh and District Community Partnership for Children and Their Families",
        lines=("Floor 3, The Old Corn Exchange", "12 Long Street", "Northmarsh", "ZZ99 1CC"),
    )
    page = pypdfium2.PdfDocument(letter_pdf(replace(adas_letter(), to=to)))[0]

    always = page.get_textpage().get_text_bounded(
        left=20 * mm, bottom=841.89 - 81.5 * mm, right=100 * mm, top=841.89 - 57 * mm
    )

    assert " ".join(always.split()).startswith("Safeguarding lead The Northmarsh and")
    assert " ".join(always.split()).endswith("Northmarsh ZZ99 1CC")


def test_the_letter_says_why_and_what_it_rests_on() -> None:
    letter, _ = parts(letter_pdf())

    for words in (
        "Ada is slow to talk",
        "Ada gets one plan",
        WORDS.confidentialities["consent"],
        "Children Act 2004, section 10",
        "What the law says Partners must work together",
        "Public task, Article 6(1)(e)",
        "Northmarsh sharing agreement 4",
        "Agreed by Dana Whitfield, holds parental responsibility",
        "Agreed on 2 November 2026",
        "Lasts until 2 November 2027",
        "Signed on paper",
        "Form FC-7K3Q-D9XM",
        "Contact details and household; Physical health",
        "We checked on 20 November 2026 that this agreement still stands.",
        WORDS.ask.not_everything,
        "Please answer for the time since 1 January 2025.",
        *WORDS.safety.points,
    ):
        assert words in letter


def test_wording_the_council_has_not_approved_says_so() -> None:
    approved = text_of(letter_pdf())
    waiting = text_of(letter_pdf(replace(adas_letter(), law_approved=False)))

    unapproved = "Not yet approved by the council's information governance lead."
    assert "Version 2026.1" in approved
    assert unapproved not in approved
    assert unapproved in waiting


def test_only_partners_outside_the_public_sector_read_the_public_task_sentence() -> None:
    private = text_of(letter_pdf(replace(adas_letter(), ask_is_public_task=True)))

    assert "Data (Use and Access) Act 2025" in private
    assert "Data (Use and Access) Act 2025" not in text_of(letter_pdf())


def test_without_agreement_none_is_claimed() -> None:
    view = replace(adas_letter(), evidence=(), confidentiality="public-interest")

    text = text_of(letter_pdf(view))

    assert WORDS.evidence.none in text
    assert "still stands" not in text
    assert "Kinds of information Contact details and household; Physical health" in text


def test_every_piece_of_evidence_is_shown() -> None:
    second = Evidence(
        decider="Tunde Okafor",
        standing="parental-responsibility",
        decided_on=date(2026, 11, 3),
        ends=None,
        way="spoken",
    )
    view = replace(adas_letter(), evidence=(*adas_letter().evidence, second))

    text = text_of(letter_pdf(view))

    assert "Agreed by Dana Whitfield" in text
    assert "Agreed by Tunde Okafor" in text
    assert "Spoken, with a witness" in text


def test_the_reply_form_asks_each_question_with_four_answers() -> None:
    letter, form = parts(letter_pdf(replace(adas_letter(), questions=EIGHT)))

    for number, code in enumerate(EIGHT, start=1):
        words = f"{number}. {WORDS.questions[code].words.replace('{name}', 'Ada Okafor')}"
        assert words in letter
        assert f"{words} Yes No Don't know Not appropriate Comment" in form


def test_the_reasons_for_not_sharing_are_printed_with_boxes() -> None:
    _, form = parts(letter_pdf())

    assert all(reason in form for reason in WORDS.form.reason_list)
    assert "Another reason" in form


def test_three_kinds_of_nothing_are_told_apart() -> None:
    _, form = parts(letter_pdf())

    assert "We looked and hold nothing" in form
    assert "We have not looked" in form
    assert "An empty row tells us only that there is no answer yet." in form


def test_the_reply_form_asks_how_it_may_be_used_and_who_signs() -> None:
    _, form = parts(letter_pdf())

    for words in (
        "May we show your reply to Ada Okafor?",
        "May it go to the team around the family?",
        "Professional opinion",
        "misread this?",
        "Please phone me",
        "Number Good times",
        "Name Role",
        "Signature Date",
        "Please send back by 4 December 2026",
        "NHS number 999 410 9022",
        "robin.ashby@northmarsh.example",
    ):
        assert words in form


def test_a_reply_form_has_a_box_for_every_answer() -> None:
    two, eight = (
        sum(len(page) for page in boxes_of(letter_pdf(replace(adas_letter(), questions=codes))))
        for codes in (EIGHT[:2], EIGHT)
    )

    assert eight - two == 6 * 4


def test_the_reply_form_begins_on_a_page_of_its_own() -> None:
    pages = pages_text(letter_pdf())

    starts = [text for text in pages if "Reply form Please send back by" in text]

    assert len(starts) == 1
    assert "How to reply" not in starts[0]


def test_a_letter_with_no_reply_date_says_so() -> None:
    text = text_of(letter_pdf(replace(adas_letter(), due_on=None, urgency="notice-only")))

    assert "No reply is needed." in text
    assert "reply by" not in text
    assert "Please send back by" not in text


def test_what_is_empty_leaves_no_trace() -> None:
    view = replace(
        adas_letter(),
        legal_name="",
        nhs_number="",
        address=(),
        match="",
        gateway="",
        gateway_does="",
        benefit="",
        window_from=None,
        sender=replace(adas_letter().sender, team="", manager="", agreement=""),
    )

    text = text_of(letter_pdf(view))

    for words in (
        "Name on records",
        "NHS number",
        "Saltmarsh",
        "Match grade",
        "The law we rely on",
        "What the law says",
        "What comes of your answer",
        "for the time since",
        "Manager",
        "Sharing agreement",
        "Family Help",
    ):
        assert words not in text


def test_a_persons_needs_are_passed_on() -> None:
    needs = PrintNeeds(points=18, easy_read=True, language="Sylheti", interpreter=True)

    text = text_of(letter_pdf(replace(adas_letter(), needs=needs)))

    assert "Needs print of at least 18 points. Needs easy read. Language: Sylheti." in text
    assert "Please note" not in text_of(letter_pdf())


@pytest.mark.parametrize(
    ("field", "value", "trouble"),
    [
        ("urgency", "soon", "urgency 'soon'"),
        ("purpose", "curiosity", "purpose 'curiosity'"),
        ("confidentiality", "habit", "confidentiality 'habit'"),
        ("match", ".5", r"match grade '\.5'"),
        ("questions", ("everything",), "question 'everything'"),
        ("categories", ("gossip",), "category 'gossip'"),
    ],
)
def test_an_unknown_code_is_named(field: str, value: object, trouble: str) -> None:
    view = adas_letter()
    object.__setattr__(view, field, value)

    with pytest.raises(ValueError, match=trouble):
        letter_pdf(view)


def test_strange_letters_and_signs_in_names_are_printed_as_they_are() -> None:
    text = text_of(letter_pdf(replace(adas_letter(), name=STRANGE)))

    assert f"Name {STRANGE}" in text
    assert f"May we show your reply to {STRANGE}?" in text


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("9994109022", "999 410 9022"),
        ("999 410 9022", "999 410 9022"),
        ("", ""),
        ("12345", "12345"),
    ],
)
def test_an_nhs_number_is_written_in_three_groups(number: str, shown: str) -> None:
    assert nhs_shown(number) == shown


@pytest.mark.parametrize(("count", "most"), [(1, 4), (3, 4), (5, 4), (8, 5)])
def test_letter_and_reply_form_have_two_pages_each_for_up_to_five_questions(
    count: int, most: int
) -> None:
    pages = pages_text(letter_pdf(replace(adas_letter(), questions=EIGHT[:count])))

    start = next(nth for nth, text in enumerate(pages) if "Reply form Please send" in text)
    assert start == 2
    assert len(pages) <= most


def test_ask_deadline_and_patient_stand_on_the_first_half_of_the_first_page() -> None:
    page = pypdfium2.PdfDocument(letter_pdf())[0]

    half = " ".join(page.get_textpage().get_text_bounded(bottom=841.89 / 2).split())

    for words in (
        "Please reply by 4 December 2026",
        "Please tick answers to 2 questions",
        "Ada Okafor",
        "3 September 2023",
        "999 410 9022",
        "12 Saltmarsh Row",
    ):
        assert words in half
