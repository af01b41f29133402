"""Which decisions about sharing count, what they cover, and until when."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from app.domain.consent import Category, Consent, Standing
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.law import LawPack
from app.domain.person import Person
from app.domain.record import Record
from app.domain.reliance import GIVES

BEFORE_16 = frozenset({Standing.PARENT, Standing.COMPETENT_CHILD})
THEIRS_ALONE = frozenset({Category.SEXUAL_HEALTH})  # never a parent's to agree to (trap 9)


def gives(consent: Consent) -> bool:
    """Say whether a record agrees to something."""
    return consent.answer in GIVES


def live(record: Record, law: LawPack, consent: Consent, on: date) -> bool:
    """Say whether a yes counts on a day."""
    ends = ends_on(record, law, consent)
    begun = consent.decided_on is not None and consent.decided_on <= on
    return gives(consent) and begun and ends is not None and on < ends


def covers(consent: Consent) -> frozenset[Category]:
    """Return the kinds of information a yes covers."""
    if consent.standing is Standing.PARENT:
        return consent.categories - THEIRS_ALONE
    return consent.categories


def ends_on(record: Record, law: LawPack, consent: Consent) -> date | None:
    """Return the first day a decision no longer counts.

    Its own end, the council's usual length or the day help ended, whichever is first; what was
    signed for or by a child ends at the 16th birthday, when they are asked anew (practice,
    sections 7.2 and 8). None while it is not dated.
    """
    if consent.decided_on is None:
        return None
    person = record.person(consent.person)
    decider = record.person(consent.decider) if consent.decider else person
    ends = [months_after(consent.decided_on, months_of(record, law, decider, consent.decided_on))]
    if record.household.closed_on is not None:
        ends.append(max(record.household.closed_on, consent.decided_on))
    if consent.ends is not None:
        ends.append(consent.ends)
    young = consent.standing in BEFORE_16 or not person.decides_alone(consent.decided_on)
    if young and person.born is not None:
        ends.append(birthday(person.born.earliest, YOUNG_ADULT))
    return min(ends)


def months_of(record: Record, law: LawPack, decider: Person, on: date) -> int:
    """Return how many months a decision lasts that somebody makes on a day."""
    if decider.under_age(on):
        return record.office.months_young or law.months_young
    return record.office.months or law.months


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
