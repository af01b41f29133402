"""The consent form: who may sign, what is asked, and that nothing is decided beforehand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from reportlab.lib.units import mm

from app.domain.agency import AgencyKind
from app.view.papers import AgencyCard, FormView, PrintNeeds, Signer
from tests.app.paper_builders import (
    DANA,
    adas_form,
    boxes_of,
    form_pdf,
    form_wording,
    own_form,
    pages_text,
    text_of,
)

WORDS = form_wording()
MANY = tuple(
    AgencyCard(name=f"Service number {nth}", kind=kind.value)
    for nth, kind in enumerate(AgencyKind, start=1)
)


def signature_lines(text: str) -> list[str]:
    """Return what each signature line says about whoever signs on it."""
    standings = (text.replace("{known_as}", "Ada") for text in WORDS.standings.values())
    return re.findall("|".join(re.escape(words) for words in standings), text)


def test_a_form_nobody_can_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="somebody who can sign"):
        form_pdf(replace(adas_form(), signers=()))


def test_a_parents_form_has_a_line_for_each_parent_and_says_one_is_enough() -> None:
    text = text_of(form_pdf())

    assert signature_lines(text) == ["You hold parental responsibility for Ada."] * 2
    assert "Dana Whitfield You hold parental responsibility for Ada." in text
    assert "Tunde Okafor You hold parental responsibility for Ada." in text
    assert WORDS.sign.one_enough in text


def test_one_parent_alone_is_not_told_that_one_is_enough() -> None:
    text = text_of(form_pdf(replace(adas_form(), signers=(DANA,))))

    assert len(signature_lines(text)) == 1
    assert WORDS.sign.one_enough not in text
    assert "Tunde" not in text


def test_a_child_who_is_asked_too_has_a_line_of_their_own() -> None:
    asked = text_of(form_pdf(replace(adas_form(), asked_too=True)))
    not_asked = text_of(form_pdf())

    assert "Ada, what do you think?" in asked
    assert "I asked Ada too" in asked
    assert "what do you think?" not in not_asked
    assert "I asked Ada too" not in not_asked


def test_an_adult_signs_for_themself_alone() -> None:
    text = text_of(form_pdf(own_form()))

    assert signature_lines(text) == ["You sign for yourself."]
    assert "Nobody else can sign for you." in text
    assert "parental responsibility" not in text


def test_from_sixteen_a_parent_cannot_sign() -> None:
    text = text_of(form_pdf(own_form(rule="young-person")))

    assert "You are 16 or over, so you decide for yourself. A parent cannot sign for you." in text
    assert signature_lines(text) == ["You sign for yourself."]
    assert "parental responsibility" not in text


def test_a_child_who_understands_the_decision_signs_for_themself() -> None:
    text = text_of(form_pdf(own_form(rule="gillick", standing="gillick-competent")))

    assert "You understand this decision, so you make it yourself." in text
    assert WORDS.standings["gillick-competent"] in text
    assert "parental responsibility" not in text


@pytest.mark.parametrize("rule", sorted(WORDS.rules))
def test_every_rule_is_printed_in_its_own_words(rule: str) -> None:
    text = text_of(form_pdf(replace(adas_form(), rule=rule)))

    assert WORDS.rules[rule].replace("{known_as}", "Ada") in text


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(ValueError, match="no wording for rule 'majority'"):
        form_pdf(replace(adas_form(), rule="majority"))


def test_an_unknown_standing_is_named() -> None:
    strange = Signer(name="Callum Reid", standing="step-parent")

    with pytest.raises(ValueError, match="no wording for standing 'step-parent'"):
        form_pdf(replace(adas_form(), signers=(strange,)))


def test_an_unknown_kind_of_agency_is_named() -> None:
    strange = AgencyCard(name="Bank", kind="bank")

    with pytest.raises(ValueError, match="no wording for agency kind 'bank'"):
        form_pdf(replace(adas_form(), cards=(strange,)))


def test_every_agency_has_its_card_whole_on_one_page() -> None:
    pages = pages_text(form_pdf(replace(own_form(), cards=MANY[:12])))

    for card in MANY[:12]:
        agency = WORDS.agencies[card.kind]
        holding = [text for text in pages if f"{card.name} – {agency.what}" in text]
        assert len(holding) == 1
        after = holding[0].split(f"{card.name} – ")[1]
        for words in (agency.ask, agency.tell, agency.why, "May we talk to them about Margaret?"):
            assert words in after
        assert "Please leave out" in after


@pytest.mark.parametrize("card", MANY, ids=lambda card: card.kind)
def test_a_card_can_be_printed_for_every_kind_of_agency(card: AgencyCard) -> None:
    text = text_of(form_pdf(replace(own_form(), cards=(card,))))

    assert WORDS.agencies[card.kind].why in text


def test_a_sexual_health_service_is_never_on_a_parents_form() -> None:
    card = AgencyCard(name="Harbour Clinic", kind="sexual-health")

    with_it = form_pdf(replace(adas_form(), cards=(*adas_form().cards, card)))

    assert with_it == form_pdf()


def test_a_form_without_agencies_still_has_room_to_write_one() -> None:
    text = text_of(form_pdf(replace(adas_form(), cards=())))

    assert WORDS.cards.none in text
    assert "Name of the service" in text
    assert WORDS.cards.intro not in text


def test_every_question_offers_yes_no_and_not_sure_yet() -> None:
    text = text_of(form_pdf())

    assert text.count("Yes No Not sure yet") == 2 + 1  # two agencies and a blank card


@pytest.mark.parametrize("view", [adas_form(), own_form()], ids=["parents", "own"])
def test_nothing_is_ticked_beforehand(view: FormView) -> None:
    pdf = form_pdf(view)
    document = pypdfium2.PdfDocument(pdf)

    ticks = [
        (page, box)
        for page, boxes in zip(document, boxes_of(pdf), strict=True)
        for box in boxes
        if box[2] == pytest.approx(8 * mm, abs=0.1)
    ]

    assert len(ticks) > 30
    for page, (left, lower, wide, tall) in ticks:
        picture = page.render(
            scale=2, crop=(left + 2, lower + 2, 595.28 - left - wide + 2, 841.89 - lower - tall + 2)
        )
        assert set(picture.to_pil().tobytes()) == {255}


def test_every_tick_box_is_eight_millimetres_square() -> None:
    small = [box for page in boxes_of(form_pdf()) for box in page if box[2] < 15 * mm]

    assert {(round(wide, 1), round(tall, 1)) for _, _, wide, tall in small} == {(22.7, 22.7)}


def test_sexual_health_is_asked_apart_and_of_the_person_alone() -> None:
    own = text_of(form_pdf(own_form()))
    parents = text_of(form_pdf())

    assert "You may share about my sexual health" in own
    assert own.index("Social care before now") < own.index("You may share about my sexual health")
    assert "You may share about my sexual health" not in parents
    assert "This form does not cover sexual health." in parents
    assert WORDS.categories["sexual-health"] == WORDS.kinds.apart_heading


def test_safe_contact_is_asked_of_a_lone_signer_only() -> None:
    alone = text_of(form_pdf(own_form()))
    two = text_of(form_pdf())

    assert "May we leave a voicemail?" in alone
    assert "May we leave a voicemail?" not in two
    assert WORDS.contact.elsewhere in two


def test_a_yes_lasts_until_a_day_that_is_printed() -> None:
    text = text_of(form_pdf(replace(adas_form(), months=6)))

    assert "A yes lasts 6 months, until 24 May 2027, or until we stop working together." in text
    assert "We look at this form with you again by 24 May 2027." in text


def test_what_a_parent_signs_ends_on_the_sixteenth_birthday() -> None:
    soon = text_of(form_pdf(replace(adas_form(), last_day=date(2026, 12, 5))))
    later = text_of(form_pdf(replace(adas_form(), last_day=date(2039, 9, 3))))

    assert "A yes lasts until 5 December 2026, or until we stop working together." in soon
    assert "Ada turns 16 on that day" in soon
    assert "again by 5 December 2026." in soon
    assert "24 November 2027" not in soon
    assert "A yes lasts 12 months, until 24 November 2027" in later
    assert "turns 16" not in later


def test_the_slip_to_change_your_mind_names_the_form_but_nobody() -> None:
    last = pages_text(form_pdf())[-1]
    slip = last[last.index("Cut here") :].split("Form FC-7K3Q-D9XM Page")[0]

    assert "I want to change my mind" in slip
    assert "Form FC-7K3Q-D9XM" in slip
    assert "PO Box 900, Northmarsh, ZZ99 1PB" in slip
    assert "Ada" not in slip


def test_what_is_known_about_a_persons_needs_is_said() -> None:
    needs = PrintNeeds(
        language="Sylheti", interpreter=True, interpreter_wish="female only", hearing="hearing aid"
    )
    text = text_of(form_pdf(replace(own_form(), needs=needs)))

    for words in ("Sylheti", "Please book one", "female only", "hearing aid"):
        assert words in text
    assert WORDS.explained.needs not in text_of(form_pdf(own_form()))


def test_one_signers_needs_are_not_shown_to_another() -> None:
    needs = PrintNeeds(points=18, language="Sylheti", hearing="hearing aid")

    text = text_of(form_pdf(replace(adas_form(), needs=needs)))

    assert "Sylheti" not in text
    assert "hearing aid" not in text
