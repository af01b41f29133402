"""Free text that names a hidden place or person is stopped before it goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.ids import AgencyId, OrderId, PersonId
from app.domain.person import Safety
from app.domain.questions import usual_request
from app.domain.reach import FlagKind
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.view.leaks import reveals
from app.view.recipient import partner_about
from app.view.spelling import Spelling
from tests.builders import (
    ASH,
    CAMHS,
    TODAY,
    agency,
    ash,
    catalogue,
    family,
    flag,
    hidden_home,
    home,
    involved,
    law,
    person,
    stay,
)

DANIELS_PRACTICE = partner_about("P1", "B2")
AISHAS_THERAPY = partner_about("therapy", "B3")


def told(text: str, record: Record | None = None) -> bool:
    return reveals(record or family("b"), DANIELS_PRACTICE, text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "They moved to 7 Larkfield Close.",
        "They moved to 7, larkfield close",
        "They moved to Larkfield Close.",
        "They moved to 7 Lark-field\nClose.",
        "They moved to 7 Lárkfield Close.",
        "They moved to 7\u00a0Lark\u00adfield Close",
        "They moved to ７ Ｌａｒｋｆｉｅｌｄ Close",
        "L.a.r.k.f.i.e.l.d",
        "The house is in Westholme now.",
        "the family is in westholme",
        "Write to ZZ99 4HH.",
        "Write to zz994hh.",
        "Write to Z Z 9 9 4 H H.",
        "The postcode ends in 4HH.",
        "It ends in 4 hh, I think.",
        "Her practice is Linden Practice.",
        "Her practice is Linden now.",
        "Her practice is linden.",
        "The practice with the code A 99904.",
        "Their mailbox is office@linden.example.",
        "The school is Fernbank.",
        "The children go to Fernbank Primary.",
        "She waits for the Lighthouse.",
        "Ring the practice on 01632 960404.",
        "Ring the practice on +44 (0)1632 960404.",
        "Ring her on 07700 900411.",
        "Ring her on 07700-900-411.",
        "Ring her on +44 7700 900411.",
        "The word is tulip.",
        "The word is TULIP!",
        "Samira has left.",
        "samira’s children",
        "Ms Begum has left.",
        "Aisha and yusuf are well.",
        "Her sister Nadia Begum is in Year 11.",
        "Her number is 999 412 8051.",
        "Her number is 9994128051.",
        "Pupil number Y999200315044.",
        "MARAC heard the case.",
        "Ring our team on 01632 960400.",
    ],
)
def test_a_text_about_daniel_may_not_name_the_other_side(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Daniel Hale lives at 40 Quay Lane, Northmarsh.",
        "Mr Hale has been waiting for 9 days.",
        "He will close the account on the 4th of December.",
        "Northmarsh Health Centre knows him.",
        "Write to PO Box 900, Northmarsh, ZZ99 1PB.",
        "He goes to school in the evening and would like therapy.",
        "Mental health and primary care.",
    ],
)
def test_a_text_about_daniel_may_say_what_the_paper_shows_anyway(text: str) -> None:
    assert not told(text)


def test_the_words_of_the_usual_request_name_nobody() -> None:
    for letter in ("a", "b", "c"):
        record = family(letter)
        for involvement in record.involvements:
            if involvement.safety is Safety.OWN:
                continue
            draft = usual_request(
                record,
                law(),
                catalogue().bank,
                person=involvement.person,
                agency=involvement.agency,
                on=TODAY,
            )
            partner = partner_about(involvement.agency, involvement.person)
            for text in (draft.why, draft.benefit):
                assert not reveals(record, partner, text, TODAY), (involvement.id, text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Aisha and her mother Samira have settled.", False),  # they live together
        ("They live at 7 Larkfield Close.", True),  # a partner never learns a hidden address
        ("Linden Practice knows them.", True),
        ("Lighthouse has her on its list.", False),  # the recipient itself
    ],
)
def test_a_text_about_a_hidden_child_keeps_the_place_but_not_the_family(
    text: str, named: bool
) -> None:
    assert reveals(family("b"), AISHAS_THERAPY, text, TODAY) is named


def hiding(**parts: object) -> Record:
    """Return the Ash family in which Jo is hidden from Rowan."""
    usual: dict[str, object] = {
        "homes": (home("old", "1 Mill Lane", "Northmarsh"), hidden_home("new", "5 Fell Row")),
        "stays": (stay("rowan", "old"), stay("jo", "new"), stay("kit", "new")),
        "flags": (flag("jo"),),
    }
    return ash(**(usual | parts))


ROWANS_PRACTICE = partner_about("gp", "rowan")


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("Will", "You will know what helps.", False),
        ("Will", "Will has moved out.", True),
        ("Mae", "We may ask again in May.", False),
        ("Jo", "Jo has moved out.", True),
        ("Jo", "He has a new job.", False),
        ("Zoë", "Zoe has moved out.", True),
        ("Anne-Marie", "anne marie has moved out.", True),
        ("Anne-Marie", "Marie has moved out.", True),
    ],
)
def test_names_are_found_as_names_and_not_in_everyday_words(
    name: str, text: str, named: bool
) -> None:
    record = hiding(people=(person("rowan"), person("jo", name), person("kit", born="2017-03-03")))

    assert reveals(record, ROWANS_PRACTICE, text, TODAY) is named


def test_a_shared_family_name_is_no_secret_and_another_one_is() -> None:
    record = hiding(
        people=(person("rowan"), person("jo", family="Birch"), person("kit", born="2017-03-03"))
    )

    assert not reveals(record, ROWANS_PRACTICE, "Mr Ash is well.", TODAY)
    assert reveals(record, ROWANS_PRACTICE, "Ms Birch is well.", TODAY)


def test_an_agency_of_somebody_hidden_is_hidden_though_nobody_marked_it() -> None:
    record = hiding(
        involvements=(involved("rowan"), involved("kit", CAMHS)),
        agencies=(agency(), agency(CAMHS, "Oakbrook Young Minds")),
    )

    assert reveals(record, ROWANS_PRACTICE, "Kit’s worker at Oakbrook called.", TODAY)
    assert not reveals(record, ROWANS_PRACTICE, "Mill Lane Surgery called.", TODAY)


def test_a_word_of_a_hidden_place_that_is_an_everyday_word_needs_its_capital() -> None:
    record = hiding()

    assert reveals(record, ROWANS_PRACTICE, "It is in Fell Row.", TODAY)
    assert reveals(record, ROWANS_PRACTICE, "They are near the Fell.", TODAY)
    assert not reveals(record, ROWANS_PRACTICE, "He fell over in the row.", TODAY)


def test_a_short_code_word_is_not_found_inside_other_words() -> None:
    quiet = replace(person("jo"), contact=replace(person("jo").contact, code_word="red"))
    record = hiding(people=(person("rowan"), quiet, person("kit", born="2017-03-03")))

    assert not reveals(record, ROWANS_PRACTICE, "He was referred a hundred times.", TODAY)
    assert reveals(record, ROWANS_PRACTICE, "She says Red.", TODAY)


def test_nothing_is_hidden_in_a_family_that_hides_nobody() -> None:
    texts = ("Rowan and Jo live at 1 Mill Lane.", "Kit is at Hill School.", "Ring 01632 960400.")

    assert not any(reveals(ash(), ROWANS_PRACTICE, text, TODAY) for text in texts)


def test_the_young_persons_own_clinic_may_not_be_named_to_another_partner() -> None:
    record, partner = family("c"), partner_about("camhs", "C2")

    assert reveals(record, partner, "She sees the Sexual Health Clinic.", TODAY)
    assert not reveals(record, partner, "We ask about her mental health.", TODAY)


def test_a_flag_that_ended_no_longer_hides_anybody() -> None:
    ended = flag("jo", FlagKind.CONFIDENTIAL_ADDRESS, until=TODAY)
    record = ash(flags=(ended,))

    assert not reveals(record, ROWANS_PRACTICE, "Jo called.", TODAY)


@pytest.mark.parametrize(("secret", "text"), [("", "anything"), ("x", "x"), ("!!", "!!")])
def test_a_secret_of_no_letters_is_in_no_text(secret: str, text: str) -> None:
    assert not Spelling(text).holds(secret)


def test_a_person_who_is_not_of_this_family_gives_nothing_away() -> None:
    assert not reveals(ash(), partner_about(AgencyId("gp"), PersonId("nobody")), "Jo", TODAY)


def apart(**parts: Any) -> Record:
    """Return the family after Jo and Kit moved, an order the only thing that says why."""
    usual: dict[str, Any] = {
        "people": (person("rowan"), person("jo", "Łucja"), person("kit", born="2017-03-03")),
        "homes": (
            home("old", "1 Quay Lane", postcode="ZZ99 1QL"),
            home("new", "5 Elm Court", postcode="ZZ99 5EC"),
        ),
        "stays": (stay("rowan", "old"), stay("jo", "new"), stay("kit", "new")),
        "orders": (
            Order(
                id=OrderId("o"),
                household=ASH,
                kind=OrderKind.NON_MOLESTATION,
                restrains=PersonId("rowan"),
                protects=(PersonId("jo"),),
            ),
        ),
    }
    return ash(**(usual | parts))


@pytest.mark.parametrize(
    "text",
    [
        "His ex has moved to Elm Court.",
        "Write to ZZ99 5EC.",
        "Lucja has left.",
        "ŁUCJA has left.",
    ],
)
def test_the_home_of_whom_an_order_protects_is_found_though_nobody_marked_it(text: str) -> None:
    assert reveals(apart(), partner_about("gp", "rowan"), text, TODAY)


@pytest.mark.parametrize("text", ["Her 1st visit.", "She spoke at the police station."])
def test_an_ordinal_and_an_everyday_word_give_no_place_away(text: str) -> None:
    record = apart(
        homes=(
            home("old", "1 Quay Lane"),
            hidden_home("new", "12 Station Road", postcode="ZZ99 1ST"),
        )
    )

    assert not reveals(record, partner_about("gp", "rowan"), text, TODAY)
