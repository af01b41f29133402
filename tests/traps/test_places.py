"""Where somebody is: addresses, and everything that gives a place away (traps 1 and 2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.agency import AgencyKind
from app.domain.ids import AgencyId, HomeId, ProfessionalId
from app.domain.inviting import Think, cautions_for_professional
from app.domain.person import Safety
from app.domain.problems import Problem, Why
from app.domain.questions import usual_request
from app.domain.record import Record
from app.errors import Invalid
from app.usecases.request_share import request_share
from app.view.recipient import OFFICE, the_person
from db.store import Store
from tests.app.wall_cases import (
    DANIEL,
    LOCATION,
    SAMIRA,
    forms,
    printed_form,
)
from tests.app.whole_paper import found_in_text
from tests.builders import TODAY, catalogue, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import all_forms, hits, leaks, pictures
from tests.ui.desk_builders import (
    FAMILY_B,
    OpenDesk,
    open_window,
    settle,
)

pytestmark = pytest.mark.timeout(60)
ADDRESS = {name: LOCATION[name] for name in ("street", "street without number", "postcode")} | {
    "mobile": "07700 900411",
    "home phone": "01632 960411",
    "code word": "tulip",
}
P1 = AgencyId("P1")
TABS = ("household", "plan", "missing", "sharing", "timeline", "papers")


def moved(record: Record, where: Safety) -> Record:
    """Return the family with the home of the others kept as another class."""
    homes = tuple(
        replace(home, safety=where) if home.id == HomeId("H4") else home for home in record.homes
    )
    return replace(record, homes=homes)


def test_trap_01_nothing_daniel_gets_tells_the_others_new_address(
    daniels: dict[str, bytes],
) -> None:
    found = leaks(daniels, ADDRESS)

    assert found == {}
    alive = leaks(daniels, {"name": "Daniel", "practice": "Northmarsh Health Centre"})
    assert {name for name in daniels if not name.endswith(".png")} == set(alive)


def test_trap_01_daniels_papers_are_the_same_bytes_wherever_the_others_live() -> None:
    before = family("b")
    homes = tuple(
        replace(h, lines=("1 Quite Other Street", "Elsewhere"), postcode="ZZ99 7QQ", label="X")
        if h.id == "H4"
        else h
        for h in before.homes
    )
    after = replace(before, homes=homes)

    first, second = (
        [printed_form(form.view) for form in forms(record, DANIEL)]
        + list(pictures(record, the_person(DANIEL)).values())
        for record in (before, after)
    )

    assert first == second


def test_trap_01_a_hidden_address_is_on_no_form_and_no_picture_not_even_the_offices() -> None:
    record = family("b")
    made = all_forms(record) | pictures(record, OFFICE)

    assert leaks(made, ADDRESS) == {}
    opened = moved(record, Safety.ORDINARY)
    (form, *_) = forms(replace(opened, flags=(), orders=()), SAMIRA)
    assert leaks({"a.pdf": printed_form(form.view)}, {"street": ADDRESS["street"]}) != {}


def test_trap_01_what_is_found_never_shows_a_hidden_address(caseload_store: Store) -> None:
    shown = [hit for typed in ("begum", "nadia", "zz99", "larkfield") for hit in hits(
        caseload_store, typed)]  # fmt: skip

    assert shown
    assert found_in_text(repr(shown), ADDRESS) == []


def test_trap_01_the_desk_keeps_a_hidden_address_off_every_page(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_B)
    page = window.household
    told = []
    for tab in TABS:
        page.header.tabs.choose(tab)
        settle(qtbot, office.desk)
        told.append(everything_told(window))
    for person in office.record(FAMILY_B).people:
        page.choose(person.id)
        settle(qtbot, office.desk)
        told.append(everything_told(window))

    found = found_in_text("\n".join(told), ADDRESS)

    assert found == []
    assert all(name in told[0] for name in ("Samira Begum", "Daniel Hale"))
    assert window.windowTitle() == "Think Family"


def test_trap_02_everything_that_tells_a_place_is_hidden_from_daniel(
    daniels: dict[str, bytes],
) -> None:
    base = {"team phone": "01632 960400", "team": "Family Help Team", "street": "Customs House"}

    assert leaks(daniels, LOCATION | base) == {}
    assert leaks(daniels, {"desk": "01632 960101"}) != {}


@pytest.mark.parametrize(
    "kind",
    [
        *(AgencyKind.GP_PRACTICE, AgencyKind.PRIMARY_SCHOOL, AgencyKind.HOSPITAL),
        *(AgencyKind.DOMESTIC_ABUSE, AgencyKind.OTHER),
    ],
)
def test_trap_02_no_kind_of_service_near_them_is_drawn_for_him(kind: AgencyKind) -> None:
    record = family("b")
    place = replace(record.agencies[0], id=AgencyId("new"), name="Zebrafell House", kind=kind)
    tie = next(i for i in record.involvements if i.person == SAMIRA)
    near = replace(tie, id="new-tie", agency=place.id, safety=Safety.ORDINARY)
    record = replace(
        record, agencies=(*record.agencies, place), involvements=(*record.involvements, near)
    )
    place_name = {"place": "Zebrafell"}

    drawn = pictures(record, the_person(DANIEL))

    assert leaks(drawn, place_name) == {}
    assert leaks(pictures(record, the_person(SAMIRA)), place_name) != {}


@pytest.mark.parametrize(
    "typed",
    [
        "The children go to Fernbank now.",
        "She sees the doctor at LINDEN.",
        "They are near Westholme.",
        "Ring the base on 01632-960-400.",
        "The new number is 07700900411.",
    ],
)
def test_trap_02_a_request_about_daniel_that_names_a_place_is_not_made(
    typed: str, caseload_store: Store
) -> None:
    draft = replace(
        usual_request(
            family("b"), law(), catalogue().bank, person=DANIEL, agency=P1, on=TODAY
        ),
        why=f"We plan help with him. {typed}",
    )  # fmt: skip

    with pytest.raises(Invalid) as refused:
        caseload_store.run(request_share(draft, law()))

    assert refused.value.problems == (Problem("why", Why.REVEALS_HIDDEN),)


def test_trap_02_who_comes_to_a_meeting_can_give_the_place_away() -> None:
    record = family("b")
    near = replace(record.professionals[0], id=ProfessionalId("near"), agency=AgencyId("P4"))
    record = replace(record, professionals=(*record.professionals, near))

    told = cautions_for_professional(record, near.id, [DANIEL], TODAY)

    assert told
    assert {caution.why for caution in told} == {Think.GIVES_AWAY}
