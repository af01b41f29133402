"""Record + person + day -> the consent forms that person needs, one for each way of deciding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.agency import Involvement
from app.domain.consent import Standing
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import Decider, Deciders, deciders
from app.domain.ids import PersonId
from app.domain.law import LawPack
from app.domain.person import Person, Safety
from app.domain.protection import unsafe_for
from app.domain.record import Record
from app.errors import Refused
from app.view.known import Known
from app.view.papers import AgencyCard, FormView, Signer
from app.view.recipient import Recipient, meeting, one_of_family


@dataclass(frozen=True, slots=True)
class Form:
    """One form, and everybody who reads and signs it."""

    readers: tuple[PersonId, ...]
    view: FormView
    recipient: Recipient


def project_forms(record: Record, law: LawPack, person_id: PersonId, on: date) -> tuple[Form, ...]:
    """Return a person's consent forms: usually one.

    A child who decides about one agency themselves (Gillick) gets a form of their own for it,
    and the holders of parental responsibility one for the rest, neither showing the other's. What
    one of them may not know of is asked of the others on a sheet of their own, and the sheet they
    share is the same as if it were not there.
    Raises `Refused` with the rule's code when nobody can sign (traps 6, 32, 33).
    """
    usual = deciders(record, person_id, None, on)
    groups: dict[tuple[PersonId, ...], tuple[Deciders, list[Involvement]]] = {}
    if usual.signers:
        groups[_names(usual)] = (usual, [])
    for involvement in record.involvements_of(person_id):
        if involvement.current(on):
            who = deciders(record, person_id, involvement.agency, on)
            if who.signers:
                groups.setdefault(_names(who), (who, []))[1].append(involvement)
    person = record.person(person_id)
    forms = tuple(
        form
        for who, involvements in groups.values()
        for sheet in _sheets(record, who, on)
        for form in _forms(record, law, person, sheet, involvements, on)
        if form.view.cards or (who is usual and not _hides(involvements))
    )
    if not forms:
        raise Refused(usual.rule)
    return forms


def _forms(
    record: Record,
    law: LawPack,
    person: Person,
    sheet: Deciders,
    involvements: list[Involvement],
    on: date,
) -> Iterator[Form]:
    """Give the sheet its signers share, and those of some of them about what only they know."""
    yield _form(record, law, person, sheet, involvements, on)
    knows = {
        decider: Known(record, one_of_family(decider.person, person.id), on).involvements_of(
            person.id
        )
        for decider in sheet.signers
    }
    groups: dict[tuple[Decider, ...], list[Involvement]] = {}
    for involvement in involvements:
        some = tuple(decider for decider in sheet.signers if involvement in knows[decider])
        if 0 < len(some) < len(sheet.signers):
            groups.setdefault(some, []).append(involvement)
    for some, theirs in groups.items():
        apart = Deciders(rule=sheet.rule, who=some, asked_too=sheet.asked_too)
        yield _form(record, law, person, apart, theirs, on)


def _form(
    record: Record,
    law: LawPack,
    person: Person,
    who: Deciders,
    involvements: list[Involvement],
    on: date,
) -> Form:
    """Return one form, made for everybody who signs it: nothing that one of them may not know."""
    signers = who.signers
    first = record.person(signers[0].person)
    recipient = meeting(*(one_of_family(d.person, person.id) for d in signers))
    known = Known(record, recipient, on)
    seen = known.person(person.id)
    may_see = known.involvements_of(person.id)
    view = FormView(
        name=seen.name,
        known_as=seen.known_as,
        initials=seen.initials,
        born=seen.born_in_words,
        address=known.address(person.id),
        rule=who.rule,
        signers=tuple(
            Signer(name=known.person(d.person).name, standing=d.standing) for d in signers
        ),
        asked_too=who.asked_too,
        cards=tuple(
            AgencyCard(name=record.agency(i.agency).name, kind=record.agency(i.agency).kind)
            for i in involvements
            if i in may_see
        ),
        sender=known.sender(),
        needs=known.person(first.id).needs,
        months=law.months_young if first.under_age(on) else law.months,
        last_day=_last_day(person, signers[0].standing),
    )
    return Form(tuple(decider.person for decider in signers), view, recipient)


def _hides(involvements: list[Involvement]) -> bool:
    """Say whether an empty sheet would tell its readers that something is kept from them."""
    return any(i.safety is Safety.CONFIDENTIAL for i in involvements)


def _names(who: Deciders) -> tuple[PersonId, ...]:
    return tuple(decider.person for decider in who.signers)


def _last_day(person: Person, standing: Standing) -> date | None:
    """Return the 16th birthday, which ends what a parent signs (trap 7)."""
    if standing is Standing.PARENT and person.born is not None:
        return birthday(person.born.earliest, YOUNG_ADULT)
    return None


def _sheets(record: Record, who: Deciders, on: date) -> tuple[Deciders, ...]:
    """Return who signs one sheet together: nobody shares one with whom they must be protected."""
    apart = [
        decider
        for decider in who.signers
        if any(unsafe_for(record, decider.person, d.person, on) for d in who.signers)
    ]
    together = tuple(decider for decider in who.signers if decider not in apart)
    groups = [together] if together else []
    groups += [(decider,) for decider in apart]
    return tuple(Deciders(rule=who.rule, who=group, asked_too=who.asked_too) for group in groups)
