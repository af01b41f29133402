"""What each reader of a paper may see on it, as values: forms, letters, notices, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.agency import Involvement
from app.domain.consent import Standing
from app.domain.counting import ends_on
from app.domain.dates import PartialDate, birthday
from app.domain.deciding import Decider, Deciders, deciders
from app.domain.identifiers import System
from app.domain.ids import AgencyId, GroundId, PersonId
from app.domain.person import Safety
from app.domain.sharing import Ground, ShareRequest
from app.domain.withdrawal import consequences, holders
from app.view.recipient import Recipient, parent_about, the_person
from tests.builders import law
from tests.noninterference.facts import Values, printed_needs
from tests.noninterference.oracle import Sight

BANDS = ((18, "adult"), (16, "16-17"), (12, "12-15"), (5, "5-11"), (0, "under-5"))


def form_facts(sight: Sight, about: PersonId, reader: PersonId) -> Values | None:
    """Return what one signer sees of the sheets about somebody; None where they get none."""
    usual = deciders(sight.record, about, None, sight.on)
    groups: dict[Values, tuple[Deciders, list[Involvement]]] = {}
    if usual.signers:
        groups[_names(usual.signers)] = (usual, [])
    for fact in sight.record.involvements:
        if fact.person == about and fact.current(sight.on):
            who = deciders(sight.record, about, fact.agency, sight.on)
            if who.signers:
                groups.setdefault(_names(who.signers), (who, []))[1].append(fact)
    sheets = tuple(
        _sheet(sight, about, who, some, asked, first=who is usual and asked is facts)
        for who, facts in groups.values()
        for signers in _apart(sight, who.signers)
        for some, asked in _by_who_knows(sight, about, signers, facts)
        if reader in _names(some)
    )
    return tuple(sheet for sheet in sheets if sheet is not None) or None


def _names(signers: Iterable[Decider]) -> Values:
    return tuple(decider.person for decider in signers)


def _apart(sight: Sight, signers: tuple[Decider, ...]) -> list[tuple[Decider, ...]]:
    """Put nobody on one sheet with somebody who must be protected from them."""
    alone = [d for d in signers if any(sight.unsafe(d.person, o.person) for o in signers)]
    rest = tuple(d for d in signers if d not in alone)
    return [*([rest] if rest else []), *((d,) for d in alone)]


def _by_who_knows(
    sight: Sight, about: PersonId, signers: tuple[Decider, ...], facts: list[Involvement]
) -> Iterator[tuple[tuple[Decider, ...], list[Involvement]]]:
    """Ask some alone about what only they may know of, beside the sheet all of them sign."""
    yield signers, facts
    theirs: dict[tuple[Decider, ...], list[Involvement]] = {}
    for fact in facts:
        some = tuple(d for d in signers if sight.involvement(reads(d.person, about), fact))
        if some and some != signers:
            theirs.setdefault(some, []).append(fact)
    yield from theirs.items()


def _sheet(
    sight: Sight,
    about: PersonId,
    who: Deciders,
    signers: tuple[Decider, ...],
    involvements: list[Involvement],
    *,
    first: bool,
) -> Values | None:
    record, person = sight.record, sight.record.person(about)
    readers = [reads(d.person, about) for d in signers]
    cards = tuple(
        (record.agency(fact.agency).name, record.agency(fact.agency).kind)
        for fact in involvements
        if all(sight.involvement(reader, fact) for reader in readers)
    )
    if not cards and (not first or any(i.safety is Safety.CONFIDENTIAL for i in involvements)):
        return None  # an empty sheet would tell of what is kept back
    main = [record.home(id_) for id_ in sight.lives.get(about, ())[:1]]
    address = tuple(
        (*home.lines, *filter(None, (home.postcode,)))
        for home in main
        if home.id not in sight.secret_homes
        and home.lines
        and all(sight.home(reader, home) for reader in readers)
    )
    parent = signers[0].standing is Standing.PARENT and person.born is not None
    return (
        *_called(sight, about),
        person.known_as,
        address,
        who.rule,
        tuple((_name(sight, d.person), d.standing) for d in signers),
        who.asked_too,
        cards,
        sender(sight, (about, *(d.person for d in signers))),
        printed_needs(record.person(signers[0].person)),
        record.person(signers[0].person).under_age(sight.on),
        birthday(person.born.earliest, 16) if parent and person.born else None,
    )


def reads(reader: PersonId, about: PersonId) -> Recipient:
    """Return in what standing somebody reads about somebody."""
    return the_person(about) if reader == about else parent_about(reader, about)


def _name(sight: Sight, who: PersonId) -> Values:
    person = sight.record.person(who)
    return (person.known_as or person.given, person.family)


def _called(sight: Sight, who: PersonId) -> Values:
    return (*_name(sight, who), _known_of(sight.record.person(who).born))


def _known_of(day: PartialDate | None) -> Values:
    return (day.year, day.month, day.day) if day else ()


def sender(sight: Sight, concerned: Iterable[str]) -> Values:
    """Return who we are, with the safe address where the place must not show."""
    office, low = sight.record.office, sight.lies_low(concerned)
    return (
        *(office.council, office.key_worker, office.role, office.desk_phone, office.email),
        *(office.manager, office.data_protection_officer, office.complaints, office.agreement),
        *((office.safe_sender,) if low else (office.team, office.sender)),
    )


def letter_facts(sight: Sight, request: ShareRequest) -> Values:
    """Return what an agency sees of a request: its own patient, and what was asked of it."""
    record = sight.record
    person, office = record.person(request.person), record.office
    gateway = law().gateway(request.gateway)
    homes = [record.home(id_) for id_ in sight.lives_on(person.id, request.made_on)[:1]]
    contact = next(
        (
            p.name
            for p in record.professionals
            if (p.id, p.agency) == (request.professional, request.agency)
        ),
        "",
    )
    return (
        *(request.number, request.made_on, request.due_on, request.urgency, contact),
        _addressee(sight, request.agency),
        record.agency(request.agency).public,
        sender(sight, (person.id,)),
        *_called(sight, person.id),
        person.given,
        _nhs(sight, person.id),
        tuple(
            (*home.lines, *filter(None, (home.postcode,)))
            for home in homes
            if home.lines and home.id not in sight.secret_homes | sight.secret_on(request.made_on)
        ),
        *(request.purpose, request.why, request.benefit, request.questions, request.categories),
        *(request.window_from, request.confidentiality, request.law_pack, request.dp_basis),
        request.gateway,
        gateway is not None and law().approved(gateway, office),
        tuple(
            (
                _name(sight, consent.decider),
                *(consent.standing, consent.decided_on, consent.way, consent.form),
                ends_on(record, law(), consent),
            )
            for consent in record.consents
            if consent.id in request.consents
            and consent.decider is not None
            and (consent.person, consent.agency) == (request.person, request.agency)
        ),
        printed_needs(person),
    )


def _addressee(sight: Sight, agency: AgencyId) -> Values:
    to = sight.record.agency(agency)
    return (to.name, to.ods, to.lines, to.postcode, to.mailbox)


def _nhs(sight: Sight, who: PersonId) -> Values:
    numbers = sight.record.identifiers
    return tuple(n.value for n in numbers if (n.person, n.system) == (who, System.NHS))


def notice_facts(
    sight: Sight, about: PersonId, decider: PersonId, agency: AgencyId
) -> Values | None:
    """Return what a partner sees of a change of mind: what it may no longer do, and no more."""
    follows = consequences(sight.said.book, about, decider, (agency,), sight.on)
    if not follows.ends:
        return None
    return (
        max((c.decided_on for c in follows.ends if c.decided_on), default=None),
        _addressee(sight, agency),
        sender(sight, (about,)),
        *_called(sight, about),
        _nhs(sight, about),
        tuple((r.number, r.made_on) for r in follows.recalled if r.agency == agency),
        any(h.replied for h in follows.holders if h.agency == agency),
        _laws(
            sight,
            (
                g
                for g in sight.record.grounds
                if g.id in follows.other_law and g.agency in (None, agency)
            ),
        ),
    )


def family_notice_facts(sight: Sight, about: PersonId, reader: PersonId) -> Values | None:
    """Return what somebody sees of their own change of mind.

    Partners all of whose work with the person they may know of; requests made on their own word,
    or on a law they were told of; decisions without agreement they were told of.
    """
    every = [agency.id for agency in sight.record.agencies]
    follows = consequences(sight.said.book, about, reader, every, sight.on)
    if not follows.ends:
        return None
    record, person = sight.record, sight.record.person(about)
    known = {
        agency
        for agency in every
        if all(
            sight.involvement(reads(reader, about), fact)
            for fact in record.involvements
            if (fact.person, fact.agency) == (about, agency)
        )
    }
    told = {
        g.id
        for g in record.grounds
        if (g.agency is None or g.agency in known) and reader in g.told and reader not in g.not_told
    }
    ended = {consent.agency for consent in follows.ends} & known
    theirs = [
        r
        for r in record.requests
        if r.person == about and r.agency in ended and _own(sight, r, reader, told)
    ]
    ours = {request.id for request in theirs}
    called = {agency: record.agency(agency).name for agency in ended}
    return (
        *_name(sight, reader),
        () if reader == about else (person.known_as or person.given,),
        tuple(sorted(called.values())),
        tuple(dict.fromkeys(called[r.agency] for r in follows.recalled if r.id in ours)),
        tuple(dict.fromkeys(called[r.agency] for r in follows.stopped if r.id in ours)),
        tuple(
            (called[h.agency], h.categories, h.since, h.replied)
            for h in holders(sight.said.book, theirs)
        ),
        _laws(sight, (g for g in record.grounds if g.id in follows.other_law and g.id in told)),
        sender(sight, (about, reader)),
        printed_needs(record.person(reader)),
    )


def _own(sight: Sight, request: ShareRequest, reader: PersonId, told: set[GroundId]) -> bool:
    if request.ground is not None:
        return request.ground in told
    if request.consents:
        return any(c.decider == reader for c in sight.record.consents if c.id in request.consents)
    return sight.said.book.deciders(request.person, request.agency, sight.on).can_decide(reader)


def _laws(sight: Sight, grounds: Iterable[Ground]) -> Values:
    return tuple(
        (
            *(g.gateway, g.confidentiality, g.decided_on),
            sight.record.agency(g.agency).name if g.agency else "",
        )
        for g in grounds
        if law().gateway(g.gateway) is not None
    )


def question_facts(sight: Sight, about: PersonId, agency: AgencyId) -> Values:
    """Return what our own governance sees: initials, an age band, a kind of partner."""
    person = sight.record.person(about)
    return (
        person.initials,
        _band(sight, about),
        sight.record.agency(agency).kind,
        sender(sight, (about,)),
    )


def _band(sight: Sight, about: PersonId) -> str:
    person = sight.record.person(about)
    if person.unborn:
        return "unborn"
    age = person.age(sight.on)
    return "" if age is None else next(code for least, code in BANDS if age >= least)
