"""Homes as places, and who stays in each from when to when; a child may have two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.folding import joined
from app.domain.household import NAME_LENGTH, text_problems
from app.domain.ids import HomeId, HouseholdId, PersonId
from app.domain.person import Safety
from app.domain.problems import Problem, Why

WEEK = 7
POSTCODE_LENGTH = 12
UPRN_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A place where somebody of the family lives. `label` is what the picture calls it."""

    id: HomeId
    household: HouseholdId
    label: str
    lines: tuple[str, ...] = ()
    postcode: str = ""
    safety: Safety = Safety.ORDINARY
    confidential_since: date | None = None
    uprn: str = ""  # unique property reference number

    @property
    def confidential(self) -> bool:
        """Whether nobody outside may learn of this place."""
        return self.safety is not Safety.ORDINARY

    @property
    def address(self) -> str:
        """The address by which two rows are known for one home; empty where too little is known."""
        return joined(" ".join((*self.lines, self.postcode))) if any(self.lines) else ""


class AddressUse(StrEnum):
    """What an address is to a person (Person Standard). Nothing is ever sent to an old one."""

    HOME = "home"
    WORK = "work"
    TEMPORARY = "temp"
    OLD = "old"
    BILLING = "billing"


LIVED_AT = frozenset({AddressUse.HOME, AddressUse.TEMPORARY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One person living in one home. `main` is where they mostly are; `nights` is per week."""

    id: str
    household: HouseholdId
    person: PersonId
    home: HomeId
    main: bool = True
    nights: int | None = None
    since: date | None = None
    until: date | None = None
    use: AddressUse = AddressUse.HOME

    def current(self, on: date) -> bool:
        """Say whether the person lives there on a day."""
        return self.use in LIVED_AT and covers(self.since, self.until, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDraft:
    """What the form about a stay holds so far."""

    home: HomeId | None = None
    main: bool = True
    nights: int | None = None
    since: date | None = None
    until: date | None = None
    use: AddressUse = AddressUse.HOME

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order.

        What it cannot be beside the person's other stays is said by `stay_problems`.
        """
        found = [] if self.home is not None else [Problem("home", Why.MISSING)]
        if self.nights is not None and not 0 <= self.nights <= WEEK:
            found.append(Problem("nights", Why.NEEDS_NIGHTS))
        return (*found, *span_problems(self.since, self.until, today))


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeDraft:
    """What the form about a home holds so far."""

    label: str = ""
    lines: tuple[str, ...] = ()
    postcode: str = ""
    safety: Safety = Safety.ORDINARY
    members: tuple[PersonId, ...] = ()
    confidential_since: date | None = None
    uprn: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("label", self.label, NAME_LENGTH, required=True)]
        found += lines_problems(self.lines)
        found += text_problems("postcode", self.postcode, POSTCODE_LENGTH)
        if self.uprn.strip() and not uprn_fits(self.uprn):
            found.append(Problem("uprn", Why.UPRN_SHAPE))
        if self.confidential_since is not None and self.confidential_since > today:
            found.append(Problem("confidential_since", Why.IN_FUTURE))
        return tuple(found)


def lines_problems(lines: tuple[str, ...]) -> tuple[Problem, ...]:
    """Return the first thing wrong with the lines of an address."""
    found = [p for line in lines for p in text_problems("lines", line, NAME_LENGTH)]
    return tuple(found[:1])


def covers(since: date | None, until: date | None, on: date) -> bool:
    """Say whether a day lies in a span that may be open at either end; the last day is outside."""
    return (since is None or since <= on) and (until is None or on < until)


def overlap(one: Stay, other: Stay) -> bool:
    """Say whether two stays share a day."""
    starts_in_time = one.since is None or other.until is None or one.since < other.until
    ends_late_enough = other.since is None or one.until is None or other.since < one.until
    return starts_in_time and ends_late_enough


def stay_problems(stay: Stay, others: Iterable[Stay]) -> tuple[Problem, ...]:
    """Return why a stay cannot stand beside other stays of the same person.

    Only where somebody lives counts: an old address or a workplace is in nobody's way.
    """
    same_days = [other for other in others if overlap(stay, other)]
    found = []
    if any(other.home == stay.home and compete(stay, other) for other in same_days):
        found.append(Problem("home", Why.SAME_HOME))
    lived_at = [other for other in same_days if other.use in LIVED_AT]
    if stay.use in LIVED_AT:
        if stay.main and any(other.main for other in lived_at):
            found.append(Problem("main", Why.TWO_MAIN_HOMES))
        if stay.nights and most_nights((stay, *lived_at)) > WEEK:
            found.append(Problem("nights", Why.TOO_MANY_NIGHTS))
    return tuple(found)


def most_nights(stays: tuple[Stay, ...]) -> int:
    """Return the most nights a week that these stays add up to on any day of the first one."""
    first = stays[0]
    days = {other.since or date.min for other in stays}
    sums = [
        sum(other.nights or 0 for other in stays if covers(other.since, other.until, day))
        for day in days
        if covers(first.since, first.until, day)
    ]
    return max(sums, default=0)


def uprn_fits(typed: str) -> bool:
    """Say whether something has the shape of a property number: one to twelve figures."""
    bare = "".join(typed.split())
    return 0 < len(bare) <= UPRN_LENGTH and bare.isascii() and bare.isdigit()


def compete(stay: Stay, other: Stay) -> bool:
    """Say whether two stays in one home at once would say the same."""
    return stay.use is other.use or (stay.use in LIVED_AT and other.use in LIVED_AT)


def span_problems(since: date | None, until: date | None, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with a from and a to."""
    if since is not None and since > today:
        return (Problem("since", Why.IN_FUTURE),)
    if since is not None and until is not None and until < since:
        return (Problem("until", Why.ENDS_BEFORE_START),)
    return ()
