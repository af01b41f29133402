"""Who we are, as one recipient may know it: the safe address wherever location must not show."""

from __future__ import annotations

from datetime import date

from app.domain.ids import PersonId
from app.domain.person import Person
from app.domain.protection import hidden_people, unsafe_for_anybody
from app.domain.record import Record
from app.view.papers import PrintNeeds, Sender

SIZES = (14, 18, 24)  # points a family's paper can be printed in


def sender_for(record: Record, concerned: tuple[PersonId, ...], on: date) -> Sender:
    """Return the sender's block for a paper about or to the people concerned.

    The safe address and the desk number are used whenever one of them is somebody another must be
    protected from, or is hidden themselves: their paper may be seen by the other.
    """
    office = record.office
    safe = lies_low(record, concerned, on)
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


def lies_low(record: Record, concerned: tuple[PersonId, ...], on: date) -> bool:
    """Say whether a paper about or to these people must not show where the team works."""
    hidden = hidden_people(record, on)
    return any(who in hidden or unsafe_for_anybody(record, who, on) for who in concerned)


def print_needs(person: Person) -> PrintNeeds:
    """Return how a person's copy is printed and explained."""
    needs = person.needs
    return PrintNeeds(
        points=next((size for size in SIZES if size >= needs.print_points), SIZES[-1]),
        easy_read=needs.easy_read,
        paper=needs.paper,
        language=needs.language,
        interpreter=needs.interpreter,
        interpreter_wish=needs.interpreter_wish,
        hearing=needs.hearing,
    )
