"""Which consent forms a person needs, who signs which sheet, and what stands on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.calendar_words import long_date
from app.domain.consent import Limit, Standing
from app.domain.dates import PartialDate
from app.domain.ids import OrderId, PersonId, ProfessionalId, RequestId
from app.domain.person import Communication, Safety
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.domain.sharing import ShareRequest
from app.errors import Refused
from app.view.form import Form, project_forms
from app.view.letter import project_letter
from app.view.sender import print_needs
from app.view.words import long_partial
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    OFFICE,
    SCHOOL,
    TODAY,
    agency,
    ash,
    competent,
    family,
    flag,
    hidden_home,
    holds,
    home,
    involved,
    law,
    person,
    stay,
    yes,
)

KIT, ROWAN, JO = PersonId("kit"), PersonId("rowan"), PersonId("jo")
ADDRESS = ("1 Mill Lane", "Northmarsh", "ZZ99 1ML")


def forms(record: Record, who: PersonId = KIT) -> list[Form]:
    return list(project_forms(record, law(), who, TODAY))


def signers(record: Record, who: PersonId = KIT) -> list[list[str]]:
    return [[signer.name for signer in form.view.signers] for form in forms(record, who)]


def at_home(*who: str, **parts: Any) -> Record:
    place = home("home", *ADDRESS[:2], postcode=ADDRESS[2])
    return ash(homes=(place,), stays=tuple(stay(w, "home") for w in who), **parts)


def restraining(who: PersonId, protects: PersonId) -> Order:
    return Order(
        id=OrderId(f"o-{who}"),
        household=ASH,
        kind=OrderKind.NON_MOLESTATION,
        restrains=who,
        protects=(protects,),
    )


TEEN = (person("rowan"), person("jo"), person("kit", born="2012-05-05"))


def test_a_childs_form_is_one_sheet_that_either_parent_may_sign() -> None:
    (form,) = forms(ash())

    assert [s.name for s in form.view.signers] == ["Rowan Ash", "Jo Ash"]
    assert {s.standing for s in form.view.signers} == {Standing.PARENT}
    assert form.readers == ("rowan", "jo")
    assert form.view.months == 12
    assert form.view.last_day == date(2033, 3, 3)


def test_an_adult_signs_alone_and_nobody_signs_for_two() -> None:
    assert signers(ash(), ROWAN) == [["Rowan Ash"]]
    assert signers(ash(), JO) == [["Jo Ash"]]


def test_a_young_person_gets_their_own_form_for_six_months() -> None:
    record = ash(people=(person("rowan"), person("jo"), person("kit", born="2010-01-01")))

    (form,) = forms(record)

    assert [s.name for s in form.view.signers] == ["Kit Ash"]
    assert (form.view.months, form.view.last_day) == (6, None)


def test_a_competent_child_gets_a_form_of_their_own_and_neither_shows_the_others() -> None:
    record = ash(
        people=TEEN,
        agencies=(agency(), agency(CAMHS, "Young Minds Team")),
        involvements=(involved("kit"), involved("kit", CAMHS)),
        competences=(competent("kit", CAMHS),),
    )

    parents, own = forms(record)

    assert [card.name for card in parents.view.cards] == ["Mill Lane Surgery"]
    assert [card.name for card in own.view.cards] == ["Young Minds Team"]
    assert [s.name for s in own.view.signers] == ["Kit Ash"]
    assert own.readers == ("kit",)


def test_a_competent_child_gets_it_even_when_no_parent_is_recorded() -> None:
    record = ash(
        people=TEEN,
        agencies=(agency(CAMHS, "Young Minds Team"),),
        involvements=(involved("kit", CAMHS),),
        competences=(competent("kit", CAMHS),),
        responsibilities=(),
    )

    assert signers(record) == [["Kit Ash"]]


@pytest.mark.parametrize("safety", [Safety.OWN, Safety.INTERNAL])
def test_no_empty_sheet_tells_of_an_agency_that_may_not_be_named(safety: Safety) -> None:
    record = ash(
        people=TEEN,
        agencies=(agency(), agency(CAMHS, "Quiet Clinic")),
        involvements=(involved("kit"), involved("kit", CAMHS, safety=safety)),
        competences=(competent("kit", CAMHS),),
    )

    assert signers(record) == [["Rowan Ash", "Jo Ash"]]
    assert forms(record) == forms(replace(record, involvements=(involved("kit"),)))


@pytest.mark.parametrize(
    ("sentence", "record", "rule"),
    [
        (
            "died",
            ash(people=(person("kit", died=PartialDate.read("2019-07")),)),
            "deceased",
        ),
        ("not born", ash(people=(person("kit", born=None, due=date(2027, 2, 19)),)), "unborn"),
        ("no date of birth", ash(people=(person("kit", born=None),)), "age-unknown"),
        ("nobody recorded", ash(responsibilities=()), "nobody-recorded"),
        (
            "only a restricted holder",
            ash(responsibilities=(holds("kit", "jo", restricted_by="sgo"),)),
            "nobody-recorded",
        ),
    ],
)
def test_a_form_nobody_can_sign_is_refused_with_the_rule(
    sentence: str, record: Record, rule: str
) -> None:
    with pytest.raises(Refused) as refused:
        forms(record)

    assert refused.value.reasons == (rule,), sentence


def test_a_parent_from_whom_the_other_must_be_protected_gets_a_sheet_of_their_own() -> None:
    record = at_home("rowan", "jo", "kit", orders=(restraining(JO, ROWAN),))

    assert signers(record) == [["Rowan Ash"], ["Jo Ash"]]


def test_a_parent_gets_no_sheet_about_a_child_who_lives_with_whom_an_order_protects() -> None:
    record = at_home("rowan", "kit", orders=(restraining(JO, ROWAN),))

    assert signers(record) == [["Rowan Ash"]]
    assert [form.view.address for form in forms(record)] == [ADDRESS]


def test_two_parents_who_must_be_kept_apart_each_get_a_sheet() -> None:
    record = ash(orders=(restraining(JO, ROWAN), restraining(ROWAN, JO)))

    assert signers(record) == [["Rowan Ash"], ["Jo Ash"]]


def test_an_address_is_on_a_form_only_if_everybody_who_signs_it_lives_there() -> None:
    both, one = at_home("rowan", "jo", "kit"), at_home("rowan", "kit")

    assert forms(both)[0].view.address == ADDRESS
    assert forms(one)[0].view.address == ()


def test_an_address_that_is_not_known_leaves_no_empty_line() -> None:
    place = home("home", postcode="ZZ99 3VZ")
    record = ash(homes=(place,), stays=(stay("rowan", "home"),))

    assert forms(record, ROWAN)[0].view.address == ()


def test_the_address_is_that_of_the_main_home_on_the_day() -> None:
    record = ash(
        homes=(home("old", "Old Street", postcode="ZZ99 1OL"), home("new", "New Street")),
        stays=(
            stay("rowan", "old", until=TODAY),
            stay("rowan", "new", since=TODAY),
        ),
    )

    assert forms(record, ROWAN)[0].view.address == ("New Street",)


@pytest.mark.parametrize(
    ("sentence", "record", "low"),
    [
        ("nobody hides", ash(), False),
        ("somebody else hides from those who sign", ash(
            people=(person("rowan"), person("jo"), person("kit", born="2017-03-03"), person("sam")),
            flags=(flag("sam"),),
        ), True),
        ("the second signer is not safe for a third", ash(
            people=(person("rowan"), person("jo"), person("kit", born="2017-03-03"), person("sam")),
            orders=(restraining(JO, PersonId("sam")),),
        ), True),
        ("the person hides and lives with all who sign", ash(
            homes=(hidden_home("h"),),
            stays=(stay("rowan", "h"), stay("jo", "h"), stay("kit", "h")),
        ), True),
    ],
)  # fmt: skip
def test_the_safe_sender_stands_on_whatever_could_give_a_place_away(
    sentence: str, record: Record, low: bool
) -> None:
    (form,) = forms(record)

    sender = form.view.sender

    assert sender.lines == (OFFICE.safe_sender if low else OFFICE.sender), sentence
    assert sender.team == ("" if low else OFFICE.team)
    assert sender.phone == OFFICE.desk_phone
    assert OFFICE.team_phone not in repr(sender)


@pytest.mark.parametrize(
    ("wanted", "printed"), [(0, 14), (12, 14), (14, 14), (16, 18), (18, 18), (20, 24), (900, 24)]
)
def test_a_copy_is_printed_in_a_size_there_is(wanted: int, printed: int) -> None:
    who = replace(person("kit"), needs=Communication(print_points=wanted))

    assert print_needs(who).points == printed


# --- Letters.


def request(**rest: Any) -> ShareRequest:
    usual: dict[str, Any] = {"person": KIT, "agency": GP, "made_on": date(2026, 11, 1)}
    return ShareRequest(id=RequestId("r"), household=ASH, number="SR-AAAA-BBBB", **(usual | rest))


def letter(record: Record, today: date | None = None, **rest: Any) -> Any:
    return project_letter(record, law(), request(**rest), today=today)


def test_a_letter_names_one_patient_and_nobody_else_of_the_family() -> None:
    record = at_home("rowan", "jo", "kit", consents=(yes("kit", "rowan"),))

    view = letter(record, consents=(record.consents[0].id,))

    assert view.name == "Kit Ash"
    assert view.address == ADDRESS
    assert [proof.decider for proof in view.evidence] == ["Rowan Ash"]
    assert "Jo Ash" not in repr(view)


def test_a_letter_printed_again_hides_what_has_had_to_be_hidden_since() -> None:
    moved = date(2026, 11, 10)
    record = at_home("rowan", "jo", "kit", flags=(flag("kit", since=moved),))

    at_first, again = letter(record), letter(record, TODAY)

    assert at_first.sender.lines == OFFICE.sender
    assert again.sender.lines == OFFICE.safe_sender
    assert again.sender.team == ""


def test_a_letter_is_addressed_to_a_professional_of_its_own_agency_only() -> None:
    record = family("a")
    ours = next(r for r in record.requests if r.id == "A-request-3")
    other = replace(ours, professional=ProfessionalId("fielding"))

    assert project_letter(record, law(), ours).to.contact == "Priya Nair"
    assert project_letter(record, law(), other).to.contact == ""


@pytest.mark.parametrize(
    ("sentence", "record", "grade"),
    [
        ("born and address", at_home("kit"), ".8"),
        ("born only", ash(), ".6"),
        ("a hidden address does not count", ash(
            homes=(hidden_home("h", "5 Fell Row"),), stays=(stay("kit", "h"),)
        ), ".6"),
        ("nothing", ash(people=(person("kit", born=None),)), ""),
    ],
)  # fmt: skip
def test_the_match_grade_counts_only_what_the_partner_gets(
    sentence: str, record: Record, grade: str
) -> None:
    assert letter(record).match == grade, sentence


@pytest.mark.parametrize("public", [True, False])
def test_a_partner_outside_the_public_sector_is_told_why_it_may_answer(public: bool) -> None:
    record = ash(agencies=(agency(public=public), agency(SCHOOL, "Hill School")))

    assert letter(record).ask_is_public_task is not public


def test_a_law_that_nobody_approved_is_printed_as_not_approved() -> None:
    pack = replace(
        law(),
        gateways=tuple(
            replace(g, approved_by="IG lead", approved_on=TODAY) if g.key == "CA04-10" else g
            for g in law().gateways
        ),
    )

    assert not letter(ash(), gateway="CA04-10").law_approved
    assert project_letter(ash(), pack, request(gateway="CA04-10")).law_approved


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-03-03", "3 March 2027"),
        ("2019-07", "July 2019"),
        ("2019", "2019"),
        (None, ""),
    ],
)
def test_dates_are_written_as_far_as_they_are_known(text: str | None, words: str) -> None:
    assert long_partial(PartialDate.read(text) if text else None) == words


def test_a_date_is_written_in_full() -> None:
    assert long_date(date(2026, 12, 1)) == "1 December 2026"


def test_what_one_parent_may_not_know_of_is_asked_of_the_other_on_a_sheet_of_their_own() -> None:
    limit = Limit(id="l", household=ASH, person=KIT, decided_by=KIT, not_person=ROWAN)
    everything = ash(homes=(home("h"),), stays=tuple(stay(w, "h") for w in ("rowan", "jo", "kit")))

    told = forms(everything, KIT)
    kept = forms(replace(everything, limits=(limit,)), KIT)
    nothing = forms(replace(everything, involvements=()), KIT)

    assert [(form.readers, len(form.view.cards)) for form in told] == [((ROWAN, JO), 1)]
    assert [(form.readers, len(form.view.cards)) for form in kept] == [((ROWAN, JO), 0), ((JO,), 1)]
    assert kept[0].view == nothing[0].view  # nothing tells Rowan that there is anything
