"""Who we are, as one recipient may know it: the safe address wherever location must not show."""

from __future__ import annotations

from datetime import date

from app.domain.ids import PersonId
from app.domain.person import Person
from app.domain.protection import hidden_people, unsafe_for_anybody
from app.domain.record import Record
from app.view.papers import PrintNeeds, Sender

ORDINARY_POINTS = 14


def sender_for(record: Record, about: PersonId, reader: PersonId | None, on: date) -> Sender:
    """Return the sender's block for a paper about somebody.

    The safe address and the desk number are used whenever the reader or the person is somebody
    another must be protected from, or is hidden themselves: their paper may be seen by the other.
    """
    office = record.office
    concerned = {about, reader} - {None}
    safe = any(
        person is not None and unsafe_for_anybody(record, person, on) for person in concerned
    ) or bool(concerned & hidden_people(record, on))
    return Sender(
        council=office.council,
        team="" if safe else office.team,
        key_worker=office.key_worker,
        role=office.role,
        phone=office.desk_phone,
        email=office.email,
        manager=office.manager,
        lines=office.safe_sender if safe else office.sender,
        data_protection_officer=office.data_protection_officer,
        complaints=office.complaints,
        agreement=office.agreement,
    )


def print_needs(person: Person) -> PrintNeeds:
    """Return how a person's copy is printed and explained."""
    needs = person.needs
    return PrintNeeds(
        points=max(ORDINARY_POINTS, needs.print_points),
        easy_read=needs.easy_read,
        paper=needs.paper,
        language=needs.language,
        interpreter=needs.interpreter,
        interpreter_wish=needs.interpreter_wish,
        hearing=needs.hearing,
    )
