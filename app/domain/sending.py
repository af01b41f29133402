"""The ways a paper can leave: by hand, by post, by secure e-mail, each with what stops it.

The program sends nothing itself. It says where a paper would go and what speaks against it, from
the record as it is on that day; `app.domain.sending_rules` is the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.domain.agency import Agency, Professional
from app.domain.home import LIVED_AT, AddressUse, Home
from app.domain.ids import AgencyId, PersonId, ProfessionalId
from app.domain.person import Person
from app.domain.reach import Way
from app.domain.record import Record
from app.domain.sending_rules import CARES, STOPS, Care, Case, Stop, found
from app.domain.sharing import LeavesBy, PaperKind

WAS_HOME = LIVED_AT | {AddressUse.OLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForWhom:
    """Whom a paper is about and who gets it: some of the family, a partner, or nobody outside."""

    kind: PaperKind
    about: PersonId | None = None
    readers: tuple[PersonId, ...] = ()
    agency: AgencyId | None = None
    professional: ProfessionalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """One way out: to whom, exactly where, and what speaks against it.

    `key` names it within the paper's ways, e.g. "post:A1:H1"; `lines` is the whole block of an
    envelope, the name on top.
    """

    key: str
    by: LeavesBy
    to: str
    lines: tuple[str, ...] = ()
    mailbox: str = ""
    stops: tuple[Stop, ...] = ()
    cares: tuple[Care, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing stops a paper from leaving this way."""
        return not self.stops

    def goes_where(self) -> tuple[str, tuple[str, ...], str]:
        """Return what a worker confirms when they choose it."""
        return (self.to, self.lines, self.mailbox)


IN_THE_OFFICE = WayOut(key="in-the-office", by=LeavesBy.OFFICE, to="")


def ways_out(record: Record, whom: ForWhom, on: date) -> tuple[WayOut, ...]:
    """Return every way a paper can leave, the usual one first; what is stopped is among them."""
    if whom.agency is not None:
        return tuple(_partner_ways(record, whom, record.agency(whom.agency), on))
    if whom.readers:
        return tuple(_family_ways(record, whom, on))
    return (IN_THE_OFFICE,)


def _family_ways(record: Record, whom: ForWhom, on: date) -> Iterator[WayOut]:
    readers = [record.person(reader) for reader in whom.readers]
    cases = [_at_home(record, whom, reader, on) for reader in readers]
    by_hand = [_way(LeavesBy.HAND, case, "by-hand", case.reader) for case in cases]
    yield replace(
        by_hand[0],
        to=", ".join(way.to for way in by_hand),
        stops=tuple(dict.fromkeys(stop for way in by_hand for stop in way.stops)),
        cares=tuple(dict.fromkeys(care for way in by_hand for care in way.cares)),
    )
    for case in cases:
        assert case.reader is not None
        where = case.home.id if case.home is not None else ""
        posted = replace(case, lines=_lines_of(case.home))
        yield _way(LeavesBy.POST, posted, f"post:{case.reader.id}:{where}", case.reader)
    for case in cases:
        for point in record.contact_points:
            if case.reader and point.person == case.reader.id and point.way is Way.EMAIL:
                mailed = replace(case, point=point, mailbox=point.value.strip())
                yield _way(LeavesBy.EMAIL, mailed, f"email:{point.id}", case.reader)


def _at_home(record: Record, whom: ForWhom, reader: Person, on: date) -> Case:
    home = next(iter(record.homes_of(reader.id, on)), None)
    return Case(
        record=record,
        on=on,
        by=LeavesBy.HAND,
        kind=whom.kind,
        about=whom.about,
        reader=reader,
        home=home or _last_home(record, reader, on),
        lived_at=home is not None,
    )


def _last_home(record: Record, reader: Person, on: date) -> Home | None:
    """Return where somebody last lived, so that the worker sees which address is the old one."""
    before = [
        stay
        for stay in record.stays
        if stay.person == reader.id
        and stay.use in WAS_HOME
        and (stay.since is None or stay.since <= on)
    ]
    if not before:
        return None
    return record.home(max(before, key=lambda stay: stay.until or date.max).home)


def _partner_ways(record: Record, whom: ForWhom, agency: Agency, on: date) -> Iterator[WayOut]:
    lines = _with_postcode(agency.lines, agency.postcode)
    professional = _professional(record, whom, agency)
    case = Case(
        record=record,
        on=on,
        by=LeavesBy.HAND,
        kind=whom.kind,
        about=whom.about,
        agency=agency,
        lines=lines,
    )
    yield _way(LeavesBy.HAND, case, "by-hand", agency)
    contact = professional if whom.professional is not None else None
    posted = replace(case, professional=contact)
    yield _way(LeavesBy.POST, posted, f"post:{agency.id}", agency)
    yield from _mailboxes(record, case, agency, professional)


def _mailboxes(
    record: Record, case: Case, agency: Agency, professional: Professional | None
) -> Iterator[WayOut]:
    """Yield a way for each mailbox of a partner; where there is none, a stopped one says so."""
    boxes: list[tuple[str, str, str, Professional | None]] = [
        (agency.id, agency.name, agency.mailbox, None)
    ]
    for team in record.teams:
        if team.agency == agency.id:
            boxes.insert(0, (team.id, f"{agency.name}, {team.name}", team.mailbox, None))
    if professional is not None:
        named = f"{professional.name}, {agency.name}"
        boxes.insert(0, (professional.id, named, professional.email, professional))
    known = [box for box in boxes if box[2].strip()] or boxes[-1:]
    for id_, to, mailbox, whose in known:
        mailed = replace(case, professional=whose, mailbox=mailbox.strip())
        yield replace(_way(LeavesBy.EMAIL, mailed, f"email:{id_}", agency), to=to)


def _professional(record: Record, whom: ForWhom, agency: Agency) -> Professional | None:
    """Return whom a letter is for: the one it names, or the one who works with the person."""
    named = {whom.professional} if whom.professional is not None else set()
    if not named and whom.about is not None:
        theirs = record.involvements_of(whom.about)
        named = {i.professional for i in theirs if i.agency == agency.id and i.professional}
    there = (one for one in record.professionals if one.agency == agency.id)
    return next((one for one in there if one.id in named), None)


def _way(by: LeavesBy, case: Case, key: str, to: Person | Agency | None) -> WayOut:
    """Return a way with everything the table says about it."""
    case = replace(case, by=by)
    return WayOut(
        key=key,
        by=by,
        to=to.name if to is not None else "",
        lines=_block(case, to) if by is LeavesBy.POST else (),
        mailbox=case.mailbox if by is LeavesBy.EMAIL else "",
        stops=tuple(code for code in found(STOPS, case) if isinstance(code, Stop)),
        cares=tuple(code for code in found(CARES, case) if isinstance(code, Care)),
    )


def _block(case: Case, to: Person | Agency | None) -> tuple[str, ...]:
    """Return what stands on the envelope; nothing where there is no address."""
    if not case.lines or to is None:
        return ()
    contact = (case.professional.name,) if case.professional is not None else ()
    return (*contact, to.name, *case.lines)


def _lines_of(home: Home | None) -> tuple[str, ...]:
    """Return an address a letter would find; a postcode alone is none (no fixed abode)."""
    return _with_postcode(home.lines, home.postcode) if home is not None else ()


def _with_postcode(lines: tuple[str, ...], postcode: str) -> tuple[str, ...]:
    if not lines:
        return ()
    return (*lines, postcode) if postcode else lines
