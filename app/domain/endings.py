"""What runs out, or must be looked at again: the overview of every decision with a day to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.consent import Consent
from app.domain.counting import ends_on, gives
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.deciding import Rule
from app.domain.ids import AgencyId, ConsentId, GroundId, PersonId
from app.domain.reliance import when
from app.domain.rulebook import Rulebook


class Ending(StrEnum):
    """What happens on the day."""

    RUNS_OUT = "agreement-runs-out"
    RAN_OUT = "agreement-ran-out"
    TURNS_16 = "turns-16"
    PAPER_DUE = "paper-to-follow"
    LOOK_AGAIN = "decision-to-review"
    ORDER_ENDS = "order-ends"
    PARTNER_REVIEW = "agreement-with-partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingLine:
    """One thing that ends or falls due, about whom and with whom."""

    what: Ending
    day: date
    person: PersonId | None = None
    agency: AgencyId | None = None
    consent: ConsentId | None = None
    ground: GroundId | None = None


def endings(book: Rulebook, on: date, within: int) -> tuple[EndingLine, ...]:
    """Return what ends up to `within` days after a day, and what ran out before, soonest first."""
    last = on + timedelta(days=within)
    found = [
        *_agreements(book, on),
        *_birthdays(book, on),
        *_papers(book),
        *_grounds(book, on),
        *_orders(book, on),
        *_partners(book),
    ]
    return tuple(
        sorted(
            (line for line in found if line.day <= last),
            key=lambda line: (line.day, line.what, line.person or "", line.agency or ""),
        )
    )


def _agreements(book: Rulebook, on: date) -> list[EndingLine]:
    """Return each yes that counts or did until it ran out; one that was overtaken has no line."""
    lines = []
    for person, agency, purpose in book.cells():
        who = book.deciders(person, agency, on)
        for consent in book.relied(person, agency, purpose, on).heads:
            end = ends_on(book.record, book.law, consent)
            counts = consent.decider is not None and who.can_decide(consent.decider)
            if not gives(consent) or end is None or not (counts or _now_theirs(book, consent, on)):
                continue
            lines.append(
                EndingLine(
                    what=Ending.RAN_OUT if end <= on else Ending.RUNS_OUT,
                    day=end,
                    person=person,
                    agency=agency,
                    consent=consent.id,
                )
            )
    return lines


def _now_theirs(book: Rulebook, consent: Consent, on: date) -> bool:
    """Say whether what was agreed for a child ended at 16, and they were not asked (trap 7)."""
    who = book.deciders(consent.person, consent.agency, on)
    if who.rule is not Rule.YOUNG_PERSON or consent.decider == consent.person:
        return False
    heads = book.relied(consent.person, consent.agency, consent.purpose, on).heads
    return not any(head.decider == consent.person for head in heads)


def _birthdays(book: Rulebook, on: date) -> list[EndingLine]:
    lines = []
    for person in book.record.people:
        if person.born is None or person.died is not None:
            continue
        day = birthday(person.born.earliest, YOUNG_ADULT)
        if day >= on:
            lines.append(EndingLine(what=Ending.TURNS_16, day=day, person=person.id))
    return lines


def _papers(book: Rulebook) -> list[EndingLine]:
    came = {confirmation.consent for confirmation in book.record.confirmations}
    newest = sorted(book.record.consents, key=when)
    replaced = {consent.replaces for consent in newest}
    return [
        EndingLine(
            what=Ending.PAPER_DUE,
            day=consent.proof.paper_by,
            person=consent.person,
            agency=consent.agency,
            consent=consent.id,
        )
        for consent in newest
        if consent.proof.paper_by is not None
        and consent.id not in came
        and consent.id not in replaced
    ]


def _grounds(book: Rulebook, on: date) -> list[EndingLine]:
    return [
        EndingLine(
            what=Ending.LOOK_AGAIN,
            day=ground.review_on,
            person=ground.person,
            agency=ground.agency,
            ground=ground.id,
        )
        for ground in book.record.grounds
        if ground.review_on is not None
    ]


def _orders(book: Rulebook, on: date) -> list[EndingLine]:
    return [
        EndingLine(
            what=Ending.ORDER_ENDS,
            day=order.until,
            person=next(iter(order.about or order.protects), order.holder),
        )
        for order in book.record.orders
        if order.until is not None and order.until >= on
    ]


def _partners(book: Rulebook) -> list[EndingLine]:
    with_them = {involvement.agency for involvement in book.record.involvements}
    return [
        EndingLine(what=Ending.PARTNER_REVIEW, day=agency.profile.review_on, agency=agency.id)
        for agency in book.record.agencies
        if agency.profile.review_on is not None and agency.id in with_them
    ]
