"""Record + what a worker wants to know -> the question to information governance, without names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.domain.consent import Category, Purpose
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.person import Person
from app.domain.record import Record
from app.errors import Refused
from app.view.everyday_words import EVERYDAY
from app.view.leaks import name_words
from app.view.question import GovernanceView
from app.view.sender import sender_for
from app.view.spelling import Spelling

SHORT = 3  # letters up to which a name is found only as a whole word with a capital
BANDS = ((18, "adult"), (16, "16-17"), (12, "12-15"), (5, "5-11"), (0, "under-5"))


def project_governance(
    record: Record,
    law: LawPack,
    *,
    person: PersonId,
    agency: AgencyId | None,
    categories: frozenset[Category],
    purpose: Purpose,
    facts: tuple[str, ...],
    question: str,
    number: str,
    on: date,
) -> GovernanceView:
    """Return the question, in which nobody of the family and no partner is named.

    Raises `Refused("names-somebody")` where a fact or the question does name one of them.
    """
    told = tuple(" ".join(fact.split()) for fact in facts if fact.strip())
    if any(names_somebody(record, text) for text in (*told, question)):
        raise Refused("names-somebody")
    about = record.person(person)
    return GovernanceView(
        number=number,
        made_on=on,
        sender=sender_for(record, (person,), on),
        initials=about.initials,
        age_band=age_band(about, on),
        partner_kind=record.agency(agency).kind if agency is not None else "",
        categories=tuple(sorted(categories)),
        purpose=purpose,
        facts=told,
        question=question.strip(),
        law_version=law.version,
    )


def names_somebody(record: Record, text: str) -> bool:
    """Say whether a text names one of the family, or a partner of theirs, however it is spelt.

    By any name they have or had, by a number, an address or a phone, or by who works with them.
    """
    spelt = Spelling(text)
    if any(spelt.holds(secret) for secret in _whole(record) if len(secret) > SHORT):
        return True
    return any(
        spelt.names(name)
        if len(name) <= SHORT or name.casefold() in EVERYDAY
        else spelt.holds(name)
        for person in record.people
        for name in name_words(person)
    )


def _whole(record: Record) -> Iterator[str]:
    """Give what names somebody by itself, as a whole."""
    yield from (agency.name for agency in record.agencies)
    yield from (worker.name for worker in record.professionals)
    yield from (number.value for number in record.identifiers)
    yield from (point.value for point in record.contact_points)
    yield from (person.contact.code_word for person in record.people)
    for home in record.homes:
        yield from (*home.lines, home.postcode)


def age_band(person: Person, on: date) -> str:
    """Return a person’s age as a band, in a code: never the age itself."""
    if person.unborn:
        return "unborn"
    age = person.age(on)
    if age is None:
        return "not-known"
    return next(code for least, code in BANDS if age >= least)
