"""What to think of before somebody is asked to a meeting: told, never barred, never sent out."""

from __future__ import annotations

from dataclasses import replace

from app.domain.agency import Professional
from app.domain.ids import AgencyId, PersonId, ProfessionalId
from app.domain.inviting import cautions_for_person, cautions_for_professional
from app.domain.record import Record
from tests.builders import TODAY, family

SAMIRA, DANIEL, AISHA, NADIA = (PersonId(f"B{number}") for number in (1, 2, 3, 5))


def told(person: PersonId, *invited: PersonId, record: Record | None = None) -> set[str]:
    found = cautions_for_person(record or family("b"), person, invited, TODAY)
    return {f"{one.why} {one.because_of}" for one in found}


def test_an_order_is_told_whoever_else_is_asked() -> None:
    assert "restrained B1" in told(DANIEL)
    assert "restrained B1" in told(DANIEL, DANIEL)


def test_whoever_must_be_protected_is_told_once_the_other_is_asked_too() -> None:
    assert told(SAMIRA) == set()
    assert told(SAMIRA, SAMIRA, AISHA) == set()
    assert told(SAMIRA, SAMIRA, DANIEL) == {"protected B2"}
    assert told(NADIA, DANIEL) == {"protected B2"}


def test_a_family_with_nobody_to_protect_is_told_nothing() -> None:
    record = family("a")
    everybody = [person.id for person in record.people]

    assert {person: told(person, *everybody, record=record) for person in everybody} == {
        person: set() for person in everybody
    }


def test_a_professional_who_gives_away_where_somebody_is_is_told() -> None:
    teacher = Professional(
        id=ProfessionalId("teacher"), agency=AgencyId("school-b"), name="Kay Moss"
    )
    record = replace(family("b"), professionals=(teacher,))

    asked = cautions_for_professional(record, teacher.id, [DANIEL, SAMIRA], TODAY)
    without = cautions_for_professional(record, teacher.id, [SAMIRA, AISHA], TODAY)

    assert [(one.why, one.because_of) for one in asked] == [
        ("gives-away", "B3"),
        ("gives-away", "B4"),
    ]
    assert without == ()


def test_a_professional_nobody_knows_gives_nothing_away() -> None:
    assert (
        cautions_for_professional(family("b"), ProfessionalId("none"), [DANIEL, SAMIRA], TODAY)
        == ()
    )
