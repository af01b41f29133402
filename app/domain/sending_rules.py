"""What stops a paper on its way out, and what to bear in mind: one row a rule.

Nothing here is printed or sent: the reasons are for whoever holds the paper (traps 1-4, 33, 38).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.agency import Agency, Professional
from app.domain.home import Home
from app.domain.ids import PersonId
from app.domain.person import Allowed, Person
from app.domain.protection import hidden_people, unsafe_for
from app.domain.reach import ContactPoint, FlagKind, email_fits
from app.domain.record import Record
from app.domain.sharing import LeavesBy, PaperKind

CAN_OPEN_MAIL = 5  # years; younger children open no letters
OTHER_END = frozenset({LeavesBy.POST, LeavesBy.EMAIL})  # nobody of ours is there when it is opened
POST, EMAIL = frozenset({LeavesBy.POST}), frozenset({LeavesBy.EMAIL})
HAND = frozenset({LeavesBy.HAND})
ANY = HAND | OTHER_END


class Stop(StrEnum):
    """Why a paper may not leave this way."""

    RECIPIENT_DIED = "recipient-died"
    SUBJECT_DIED = "subject-died"
    WITNESS_PROTECTION = "witness-protection"
    OLD_ADDRESS = "old-address"
    NO_ADDRESS = "no-address"
    POST_NOT_SAFE = "post-not-safe"
    UNSAFE_THERE = "unsafe-there"
    PROTECTED_THERE = "protected-there"
    READER_UNSAFE = "reader-unsafe"
    READER_PROTECTED = "reader-protected"
    NO_MAILBOX = "no-mailbox"
    BAD_MAILBOX = "bad-mailbox"
    EMAIL_NOT_SAFE = "email-not-safe"
    NO_MESSAGES = "no-messages"
    AGENCY_CLOSED = "agency-closed"
    NOT_INVOLVED = "not-involved"
    PROFESSIONAL_LEFT = "professional-left"


class Care(StrEnum):
    """What to bear in mind when a paper leaves this way."""

    POST_NOT_ASKED = "post-not-asked"
    EMAIL_NOT_ASKED = "email-not-asked"
    CONFIDENTIAL_HOME = "confidential-home"
    OTHERS_THERE = "others-there"
    ASKED_FOR_NO_MESSAGES = "asked-for-no-messages"
    GIVE_ELSEWHERE = "give-elsewhere"
    ASK_YOUR_MANAGER = "ask-your-manager"
    POLICE_WAY_ONLY = "police-way-only"
    STAFF_SAFETY = "staff-safety"
    NOT_WITH_THEM_NOW = "not-with-them-now"
    SERVES_UNSAFE = "serves-unsafe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One way out as the record has it: to one of the family, or to a partner.

    `home` is where the reader lives or, if that is not known any more, where they last did.
    """

    record: Record
    on: date
    by: LeavesBy
    kind: PaperKind
    about: PersonId | None
    reader: Person | None = None
    home: Home | None = None
    lived_at: bool = True
    point: ContactPoint | None = None
    agency: Agency | None = None
    professional: Professional | None = None
    lines: tuple[str, ...] = ()
    mailbox: str = ""

    def others_there(self) -> Iterator[Person]:
        """Yield whoever lives at the reader's home beside the reader, and can be met there."""
        for other in self.record.people:
            if self.reader is None or self.home is None or other.id == self.reader.id:
                continue
            if other.died is None and not other.unborn:
                homes = self.record.homes_of(other.id, self.on)
                if any(_same(home, self.home) for home in homes):
                    yield other

    def who_reads_it_too(self) -> tuple[Person, ...]:
        """Return who else has the mailbox this goes to."""
        if self.by is not LeavesBy.EMAIL or self.reader is None or self.point is None:
            return ()
        value = self.point.value.strip().casefold()
        theirs = {
            point.person
            for point in self.record.contact_points
            if point.value.strip().casefold() == value and point.person != self.reader.id
        }
        return tuple(person for person in self.record.people if person.id in theirs)

    def concerned(self) -> tuple[PersonId, ...]:
        """Return whom the paper is about and who reads it."""
        whom = (self.about, self.reader.id if self.reader is not None else None)
        return tuple(dict.fromkeys(who for who in whom if who is not None))

    def flagged(self, *kinds: FlagKind) -> bool:
        """Say whether the reader has a flag of a kind today."""
        return self.reader is not None and self._has_flag((self.reader.id,), kinds)

    def any_flagged(self, *kinds: FlagKind) -> bool:
        """Say whether the reader or whom it is about has a flag of a kind today."""
        return self.reader is not None and self._has_flag(self.concerned(), kinds)

    def _has_flag(self, whom: tuple[PersonId, ...], kinds: tuple[FlagKind, ...]) -> bool:
        return any(
            flag.person in whom and flag.kind in kinds and flag.current(self.on)
            for flag in self.record.flags
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the code, by which ways it counts, when it is so, and where it comes from."""

    code: Stop | Care
    ways: frozenset[LeavesBy]
    so: Callable[[Case], bool]
    source: str


def found(rules: tuple[Rule, ...], case: Case) -> tuple[Stop | Care, ...]:
    """Return the codes of the rules that are so, in the order of the table."""
    return tuple(rule.code for rule in rules if case.by in rule.ways and rule.so(case))


def _same(one: Home, other: Home) -> bool:
    """Say whether two rows are one home, by their address where it is written down twice."""
    return one.id == other.id or (one.address != "" and one.address == other.address)


def _recipient_died(case: Case) -> bool:
    return case.reader is not None and case.reader.died is not None


def _subject_died(case: Case) -> bool:
    if case.about is None or (case.reader is not None and case.reader.id == case.about):
        return False
    return case.record.person(case.about).died is not None


def _unsafe_there(case: Case) -> bool:
    return any(
        unsafe_for(case.record, other.id, who, case.on)
        for other in (*case.others_there(), *case.who_reads_it_too())
        for who in case.concerned()
    )


def _protected_there(case: Case) -> bool:
    return any(
        unsafe_for(case.record, who, other.id, case.on)
        for other in case.others_there()
        for who in case.concerned()
    )


def _reader_unsafe(case: Case) -> bool:
    if case.reader is None or case.about is None:
        return False
    return unsafe_for(case.record, case.reader.id, case.about, case.on)


def _reader_protected(case: Case) -> bool:
    if case.reader is None or case.about is None:
        return False
    return unsafe_for(case.record, case.about, case.reader.id, case.on)


def _post(case: Case) -> Allowed:
    return Allowed.YES if case.reader is None else case.reader.contact.post


def _email(case: Case) -> Allowed:
    """Return what was said of mail to this address, and of mail at all: a no goes before a yes."""
    if case.reader is None or case.point is None:
        return Allowed.YES
    said = {case.reader.contact.email, case.point.message}
    for answer in (Allowed.NO, Allowed.YES):
        if answer in said:
            return answer
    return Allowed.NOT_ASKED


def _confidential(case: Case) -> bool:
    if case.reader is None:
        return False
    at_hidden = case.home is not None and case.home.confidential
    return at_hidden or case.reader.id in hidden_people(case.record, case.on)


def _can_be_opened(case: Case) -> bool:
    ages = (other.age(case.on) for other in case.others_there())
    return any(age is None or age >= CAN_OPEN_MAIL for age in ages)


def _staff_safety(case: Case) -> bool:
    who = {other.id for other in case.others_there()} | {case.reader.id if case.reader else None}
    return any(
        flag.kind is FlagKind.STAFF_SAFETY and flag.person in who and flag.current(case.on)
        for flag in case.record.flags
    )


def _agency_closed(case: Case) -> bool:
    closed = case.agency.closed_on if case.agency is not None else None
    return closed is not None and closed <= case.on


def _left(case: Case) -> bool:
    left = case.professional.left_on if case.professional is not None else None
    return left is not None and left <= case.on


def _not_with_them(case: Case) -> bool:
    if case.agency is None or case.about is None:
        return False
    theirs = case.record.involvements_of(case.about)
    return not any(i.agency == case.agency.id and i.current(case.on) for i in theirs)


def _serves_unsafe(case: Case) -> bool:
    """Say whether the partner also works with somebody the subject is protected from (trap 25)."""
    if case.agency is None or case.about is None:
        return False
    theirs = {
        i.person
        for i in case.record.involvements
        if i.agency == case.agency.id and i.current(case.on) and i.person != case.about
    }
    return any(
        unsafe_for(case.record, person, case.about, case.on)
        or unsafe_for(case.record, case.about, person, case.on)
        for person in theirs
    )


def _asks(case: Case) -> bool:
    return case.kind is PaperKind.SHARE_REQUEST


# What stops a paper. By hand our own worker is there and can choose the moment, so what is a stop
# for a letter is a caution for them.
STOPS = (
    Rule(Stop.RECIPIENT_DIED, ANY, _recipient_died, "trap 33"),
    Rule(Stop.SUBJECT_DIED, ANY, _subject_died, "trap 33"),
    Rule(
        Stop.WITNESS_PROTECTION,
        OTHER_END,
        lambda c: c.any_flagged(FlagKind.WITNESS_PROTECTION),
        "only the protection unit passes things on",
    ),
    Rule(Stop.OLD_ADDRESS, POST, lambda c: bool(c.lines) and not c.lived_at, "trap 4"),
    Rule(Stop.NO_ADDRESS, POST, lambda c: not c.lines, "trap 4"),
    Rule(Stop.POST_NOT_SAFE, POST, lambda c: _post(c) is Allowed.NO, "feature 11: no post"),
    Rule(Stop.UNSAFE_THERE, OTHER_END, _unsafe_there, "trap 1"),
    Rule(Stop.PROTECTED_THERE, OTHER_END, _protected_there, "trap 1"),
    Rule(Stop.READER_UNSAFE, OTHER_END, _reader_unsafe, "feature 11: DA perpetrator"),
    Rule(Stop.READER_PROTECTED, OTHER_END, _reader_protected, "trap 1"),
    Rule(Stop.NO_MAILBOX, EMAIL, lambda c: not c.mailbox, "practice 9.4"),
    Rule(
        Stop.BAD_MAILBOX,
        EMAIL,
        lambda c: bool(c.mailbox) and not email_fits(c.mailbox),
        "trap 38",
    ),
    Rule(Stop.EMAIL_NOT_SAFE, EMAIL, lambda c: _email(c) is Allowed.NO, "feature 11"),
    Rule(Stop.NO_MESSAGES, EMAIL, lambda c: c.flagged(FlagKind.NO_MESSAGES), "feature 11"),
    Rule(Stop.AGENCY_CLOSED, ANY, _agency_closed, "trap 4"),
    Rule(Stop.NOT_INVOLVED, ANY, lambda c: _asks(c) and _not_with_them(c), "need to know"),
    Rule(Stop.PROFESSIONAL_LEFT, OTHER_END, _left, "trap 4"),
)

CARES = (
    Rule(
        Care.POST_NOT_ASKED, POST, lambda c: _post(c) is Allowed.NOT_ASKED, "not asked is not a yes"
    ),
    Rule(
        Care.EMAIL_NOT_ASKED,
        EMAIL,
        lambda c: _email(c) is Allowed.NOT_ASKED,
        "not asked is not a yes",
    ),
    Rule(Care.CONFIDENTIAL_HOME, POST, _confidential, "trap 1: what the envelope shows"),
    Rule(Care.OTHERS_THERE, POST, _can_be_opened, "post is opened by whoever picks it up"),
    Rule(Care.ASKED_FOR_NO_MESSAGES, POST, lambda c: c.flagged(FlagKind.NO_MESSAGES), "feature 11"),
    Rule(Care.GIVE_ELSEWHERE, HAND, lambda c: _unsafe_there(c) or _protected_there(c), "trap 1"),
    Rule(
        Care.ASK_YOUR_MANAGER, HAND, lambda c: _reader_unsafe(c) or _reader_protected(c), "trap 1"
    ),
    Rule(
        Care.POLICE_WAY_ONLY,
        HAND,
        lambda c: c.any_flagged(FlagKind.WITNESS_PROTECTION),
        "only the protection unit passes things on",
    ),
    Rule(Care.STAFF_SAFETY, HAND, _staff_safety, "trap 22: for whoever goes there"),
    Rule(
        Care.NOT_WITH_THEM_NOW,
        ANY,
        lambda c: not _asks(c) and _not_with_them(c),
        "trap 11: who knows something is told when it ends",
    ),
    Rule(Care.SERVES_UNSAFE, ANY, _serves_unsafe, "trap 25"),
)
