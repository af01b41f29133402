"""Which decisions about sharing count, what they cover, and until when."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from app.domain.consent import Answer, Category, Consent, Purpose, Standing
from app.domain.dates import YOUNG_ADULT, birthday
from app.domain.ids import AgencyId, PersonId
from app.domain.law import LawPack
from app.domain.record import Record

THEIRS_ALONE = frozenset({Category.SEXUAL_HEALTH})  # never a parent's to agree to (trap 9)


def counting(record: Record, person: PersonId, agency: AgencyId, purpose: Purpose) -> list[Consent]:
    """Return the newest record of each decider about a person, agency and purpose.

    A form that is prepared and not signed takes the place of nothing (practice, section 8).
    """
    fitting = [
        consent
        for consent in record.consents
        if (consent.person, consent.agency, consent.purpose) == (person, agency, purpose)
    ]
    replaced = {c.replaces for c in fitting if c.replaces and c.answer is not Answer.DRAFT}
    newest: dict[PersonId | None, Consent] = {}
    for consent in fitting:
        if consent.id in replaced:
            continue
        before = newest.get(consent.decider)
        if before is None or _rank(before) <= _rank(consent):
            newest[consent.decider] = consent
    return sorted(newest.values(), key=_when)


def gives(consent: Consent) -> bool:
    """Say whether a record agrees to something."""
    return consent.answer in (Answer.GIVEN, Answer.NARROWED)


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

    Its own end or the council's usual length, whichever is first; what a parent signed ends at
    the child's 16th birthday. None while it is not dated.
    """
    if consent.decided_on is None:
        return None
    person = record.person(consent.person)
    decider = record.person(consent.decider) if consent.decider else person
    months = law.months_young if decider.under_age(consent.decided_on) else law.months
    ends = [months_after(consent.decided_on, months)]
    if consent.ends is not None:
        ends.append(consent.ends)
    if consent.standing is Standing.PARENT and person.born is not None:
        ends.append(birthday(person.born.earliest, YOUNG_ADULT))
    return min(ends)


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _when(consent: Consent) -> tuple[date, str]:
    return consent.decided_on or date.min, consent.id


def _rank(consent: Consent) -> tuple[bool, date, str]:
    return (consent.answer is not Answer.DRAFT, *_when(consent))
