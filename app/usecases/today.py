"""What is to be done today and soon in all families: a question that leaves no trace.

It never reads every family: only what has a day in the span asked about, and then no more of a
family than it takes to be sure. What somebody has for themself alone is not among it (trap 9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.agency import Agency, Involvement
from app.domain.consent import Answer, Consent
from app.domain.counting import ends_on, gives, months_after
from app.domain.household import Household
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.domain.law import LawPack
from app.domain.person import Person, Safety
from app.domain.plan import Action, Meeting, Review
from app.domain.record import Record
from app.domain.sharing import RequestState, ShareRequest
from app.domain.standing import State, stands
from app.domain.today import NOTICE, SOON, Task, TodayLine, in_order
from app.domain.visit import Visit
from app.ports import Work
from app.usecases.birthdays import birthdays
from app.usecases.still_to_come import MOST, still_to_come

LONG_AGO = date.min
MISSED = timedelta(days=60)  # a visit not made for longer is asked about inside the family
UNREVIEWED = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The day's work, how many families there are, and when the records were last copied."""

    on: date
    lines: tuple[TodayLine, ...]
    families: bool
    copied: datetime | None = None


def todays_work(work: Work, law: LawPack) -> Today:
    """Return what is late, due today and due soon."""
    today = work.now.date()
    names = _Names(work)
    lines = [
        *_visits(work, names, today),
        *_reviews(work, names, today),
        *_meetings(work, names, today),
        *_actions(work, names, today),
        *_requests(work, names, today),
        *_consents(work, law, names, today),
        *birthdays(work, law, names.family, today),
        *_drafts(work, names),
    ]
    return Today(on=today, lines=in_order(lines), families=work.kept(Household).count() > 0)


class _Names:
    """The names that lines need, each read once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._families: dict[HouseholdId, str] = {}
        self._people: dict[PersonId, Person | None] = {}
        self._agencies: dict[AgencyId, str] = {}
        self._own: dict[HouseholdId, frozenset[tuple[PersonId, AgencyId]]] = {}

    def family(self, id_: HouseholdId) -> str:
        if id_ not in self._families:
            found = self._work.kept(Household).find(id_)
            self._families[id_] = found.name if found is not None else ""
        return self._families[id_]

    def person(self, id_: PersonId) -> Person | None:
        if id_ not in self._people:
            self._people[id_] = self._work.kept(Person).find(id_)
        return self._people[id_]

    def agency(self, id_: AgencyId) -> str:
        if id_ not in self._agencies:
            found = self._work.kept(Agency).find(id_)
            self._agencies[id_] = found.name if found is not None else ""
        return self._agencies[id_]

    def theirs_alone(self, household: HouseholdId, person: PersonId, agency: AgencyId) -> bool:
        """Say whether an agency is with somebody for themself alone."""
        if household not in self._own:
            self._own[household] = frozenset(
                (one.person, one.agency)
                for one in self._work.kept(Involvement).of(household)
                if one.safety is Safety.OWN
            )
        return (person, agency) in self._own[household]

    def named(self, person: PersonId | None) -> str:
        found = self.person(person) if person is not None else None
        return found.name if found is not None else ""


def _drafts(work: Work, names: _Names) -> list[TodayLine]:
    """Return what was begun and neither kept nor thrown away."""
    return [
        TodayLine(
            what=Task.DRAFT,
            household=draft.household,
            family=names.family(draft.household),
            on=draft.at.date(),
            id=draft.id,
        )
        for draft in work.drafts()[:MOST]
    ]


def _visits(work: Work, names: _Names, today: date) -> list[TodayLine]:
    planned = work.kept(Visit).within("next_on", f"{today - MISSED}", f"{today + SOON}")
    return [
        TodayLine(
            what=Task.VISIT,
            household=visit.household,
            family=names.family(visit.household),
            on=on,
            id=visit.id,
        )
        for visit, on in still_to_come(work.kept(Visit), planned, today)
    ]


def _reviews(work: Work, names: _Names, today: date) -> list[TodayLine]:
    planned = work.kept(Review).within("next_on", f"{today - UNREVIEWED}", f"{today + SOON}")
    return [
        TodayLine(
            what=Task.REVIEW,
            household=review.household,
            family=names.family(review.household),
            on=on,
            id=review.id,
        )
        for review, on in still_to_come(work.kept(Review), planned, today)
    ]


def _meetings(work: Work, names: _Names, today: date) -> list[TodayLine]:
    """Return meetings that are to be held, and next ones that nobody has called yet."""
    held = work.kept(Meeting)
    coming = held.within("on", f"{today}", f"{today + SOON}")
    days = [(meeting, meeting.on) for meeting in coming]
    following = held.within("next_on", f"{today - UNREVIEWED}", f"{today + SOON}")
    days += still_to_come(held, following, today)
    return [
        TodayLine(
            what=Task.MEETING,
            household=meeting.household,
            family=names.family(meeting.household),
            on=on,
            id=meeting.id,
            text=meeting.place if on == meeting.on else "",
        )
        for meeting, on in days[:MOST]
    ]


def _actions(work: Work, names: _Names, today: date) -> list[TodayLine]:
    open_ones = work.kept(Action).within(
        "due_on", f"{LONG_AGO}", f"{today + SOON}", still={"done_on": None}
    )
    return [
        TodayLine(
            what=Task.ACTION,
            household=action.household,
            family=names.family(action.household),
            on=action.due_on,
            id=action.id,
            person=action.owner,
            name=names.named(action.owner) or action.owner_name,
            text=action.text,
        )
        for action in open_ones[:MOST]
        if action.due_on is not None
    ]


def _requests(work: Work, names: _Names, today: date) -> list[TodayLine]:
    waiting = work.kept(ShareRequest).within(
        "due_on", f"{LONG_AGO}", f"{today + SOON}", still={"state": RequestState.OPEN}
    )
    return [
        TodayLine(
            what=Task.REQUEST,
            household=request.household,
            family=names.family(request.household),
            on=request.due_on,
            id=request.id,
            person=request.person,
            name=names.named(request.person),
            agency=request.agency,
            agency_name=names.agency(request.agency),
        )
        for request in waiting[:MOST]
        if request.due_on is not None
        and not names.theirs_alone(request.household, request.person, request.agency)
    ]


def _consents(work: Work, law: LawPack, names: _Names, today: date) -> list[TodayLine]:
    """Return agreements that count now and end within the notice."""
    found: list[TodayLine] = []
    records: dict[HouseholdId, Record] = {}
    for end, consent in sorted(_ending(work, law, names, today), key=lambda one: one[0]):
        if len(found) >= MOST:
            break
        if names.theirs_alone(consent.household, consent.person, consent.agency):
            continue
        if consent.household not in records:
            records[consent.household] = work.record(consent.household)
        record = records[consent.household]
        where = stands(record, law, consent.person, consent.agency, today, purpose=consent.purpose)
        counts = where.consent is not None and where.consent.id == consent.id
        if where.state not in (State.GIVEN, State.NARROWED) or not counts:
            continue
        found.append(
            TodayLine(
                what=Task.CONSENT,
                household=consent.household,
                family=names.family(consent.household),
                on=end,
                id=consent.id,
                person=consent.person,
                name=names.named(consent.person),
                agency=consent.agency,
                agency_name=names.agency(consent.agency),
            )
        )
    return found


def _ending(work: Work, law: LawPack, names: _Names, today: date) -> Iterable[tuple[date, Consent]]:
    """Yield the agreements whose own end, or whose usual length, is over within the notice."""
    kept = work.kept(Consent)
    last = today + NOTICE
    spans = [("ends", today, last)]
    for months in (law.months, law.months_young):
        begun = months_after(today, -months) - timedelta(days=3)  # a shorter month ends earlier
        spans.append(("decided_on", begun, months_after(last, -months) + timedelta(days=3)))
    seen = set()
    for field, first, end in spans:
        for consent in kept.within(field, f"{first}", f"{end}"):
            if consent.id in seen or not gives(consent) or consent.answer is Answer.DRAFT:
                continue
            seen.add(consent.id)
            day = _end(consent, law, names)
            if day is not None and today < day <= last:
                yield day, consent


def _end(consent: Consent, law: LawPack, names: _Names) -> date | None:
    """Return when a decision ends, read off the two people it names and nobody else."""
    ids = {consent.person, *([consent.decider] if consent.decider else [])}
    people = tuple(person for person in map(names.person, ids) if person is not None)
    if len(people) < len(ids):
        return None
    small = Record(household=Household(id=consent.household, name=""), people=people)
    return ends_on(small, law, consent)
