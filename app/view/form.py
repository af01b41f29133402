"""Record + person + day -> what that person's consent form may say, and for whom it is made."""

from __future__ import annotations

from datetime import date

from app.domain.deciding import Deciders, deciders
from app.domain.ids import PersonId
from app.domain.law import LawPack
from app.domain.protection import unsafe_for
from app.domain.record import Record
from app.errors import Refused
from app.view.papers import AgencyCard, FormView, Signer
from app.view.permission import Permission
from app.view.recipient import Recipient, parent_about, the_person
from app.view.sender import print_needs, sender_for
from app.view.words import long_partial


def form_reader(record: Record, person: PersonId, on: date) -> Recipient:
    """Return who gets a person's form: themselves, or the first parent who can decide.

    Raises `Refused` with the rule's code when nobody can sign one.
    """
    who = deciders(record, person, None, on)
    if not who.signers:
        raise Refused(who.rule)
    first = next((d.person for d in who.signers if d.person == person), who.signers[0].person)
    return _recipient(first, person)


def project_form(record: Record, law: LawPack, person_id: PersonId, on: date) -> FormView:
    """Return one person's consent form. Raises `Refused` when there can be none (traps 6, 32, 33).

    It is made for everybody who signs it: what one of them may not know is not on it.
    """
    reader = form_reader(record, person_id, on)
    person = record.person(person_id)
    who = _signing_together(record, deciders(record, person_id, None, on), on)
    readers = [Permission(record, _recipient(d.person, person_id), on) for d in who.signers]
    young = not person.adult(on) and reader.reader == person_id
    return FormView(
        name=person.name,
        known_as=person.known_as,
        initials=person.initials,
        born=long_partial(person.born),
        address=_address(record, person_id, readers, on),
        rule=who.rule,
        signers=tuple(
            Signer(name=record.person(d.person).name, standing=d.standing) for d in who.signers
        ),
        asked_too=who.asked_too,
        cards=tuple(
            AgencyCard(name=record.agency(i.agency).name, kind=record.agency(i.agency).kind)
            for i in record.involvements_of(person_id)
            if i.current(on) and all(reader.sees_involvement(i) for reader in readers)
        ),
        sender=sender_for(record, person_id, PersonId(reader.reader), on),
        needs=print_needs(record.person(PersonId(reader.reader))),
        months=law.months_young if young else law.months,
    )


def _recipient(reader: PersonId, about: PersonId) -> Recipient:
    return the_person(about) if reader == about else parent_about(reader, about)


def _signing_together(record: Record, who: Deciders, on: date) -> Deciders:
    """Leave out a holder from whom another signer must be protected: they get no shared sheet."""
    safe = tuple(
        decider
        for decider in who.signers
        if not any(unsafe_for(record, decider.person, d.person, on) for d in who.signers)
    )
    return Deciders(rule=who.rule, who=safe, asked_too=who.asked_too)


def _address(
    record: Record, person: PersonId, readers: list[Permission], on: date
) -> tuple[str, ...]:
    """Return the main address where every reader may know it and it is not confidential.

    A confidential address is never put on a form, even for those who live there: the paper
    lies about in a home, and the form works without it.
    """
    for home in record.homes_of(person, on)[:1]:
        if not home.confidential and all(reader.sees_home(home) for reader in readers):
            return (*home.lines, home.postcode) if home.lines else ()
    return ()
