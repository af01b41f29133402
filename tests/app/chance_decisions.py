"""Families made by chance whose files are full of decisions, good and doubtful."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from app.domain.agency import Involvement
from app.domain.consent import Answer, Category, Competence, CompetenceKind, Consent, Purpose
from app.domain.consent import Standing as As
from app.domain.decision import Decision
from app.domain.gateway import Share, decide
from app.domain.household import ConsentModel, Household
from app.domain.ids import AgencyId, CompetenceId, ConsentId, GroundId, OrderId, PersonId, RulingId
from app.domain.person import Person, Safety
from app.domain.record import Record
from app.domain.responsibility import Holds, Order, OrderKind, Responsibility
from app.domain.rulebook import Rulebook
from app.domain.sharing import Choice, Confidentiality, Ground, Ruling
from tests.app.decision_rows.made import limit
from tests.app.sharing_cases import ground
from tests.builders import ASH, GP, OFFICE, SCHOOL, TODAY, agency, ash, holds, involved, law, person

ROWAN, JO, LEE, KIT = (PersonId(name) for name in ("rowan", "jo", "lee", "kit"))
EVERYBODY = (ROWAN, JO, LEE, KIT)
KINDS = (Category.CONTACT, Category.SCHOOL, Category.MENTAL_HEALTH)
SETS = (frozenset({KINDS[0]}), frozenset({KINDS[1]}), frozenset({KINDS[0], KINDS[2]}))
PURPOSES = (Purpose.EARLY_HELP, Purpose.CHILD_IN_NEED)
DAYS = [date(2026, 8, 1) + timedelta(days=15 * n) for n in range(8)]  # to 14 November: they meet
BIRTHS = (
    "2017-03-03",
    "2011-01-10",
    "2010-12-05",
    "2010-11-23",
    "2010-11",
    "2010",
    "2009-02-02",
    "1996-05-05",
)
LAWS = ("CWS16LA", "CA04-10", "MCA", "HSC251B", "CA89-47", "NO-SUCH")

GIVING = (Answer.GIVEN, Answer.NARROWED)
days = st.sampled_from(DAYS)
some_kinds = st.frozensets(st.sampled_from(KINDS), min_size=1)
mostly = st.sampled_from([GP, GP, GP, SCHOOL])


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return any member of an enumeration."""
    return st.sampled_from(list(kind))


@st.composite
def files(draw: st.DrawFn, *, ends: bool = True) -> Record:
    """Return a family; without `ends` no order, power or responsibility ends after today."""
    orders = tuple(draw(orders_of(ends=ends)))
    consents = tuple(draw(decisions()))
    record = ash(
        household=Household(id=ASH, name="Ash", closed_on=draw(st.sampled_from([None, *NEXT]))),
        office=replace(
            OFFICE,
            consent_model=draw(any_of(ConsentModel)),
            months_young=draw(st.sampled_from([None, None, 24])),
        ),
        people=(person("rowan"), person("jo"), person("lee"), draw(kits())),
        agencies=(agency(), agency(SCHOOL, "Hill School")),
        involvements=tuple(draw(involvements())),
        orders=orders,
        responsibilities=tuple(draw(rows(tuple(o.id for o in orders), ends=ends))),
        competences=tuple(draw(st.lists(notes(), max_size=3, unique_by=lambda note: note.id))),
        consents=consents,
        grounds=tuple(draw(st.lists(grounds(), max_size=2, unique_by=lambda one: one.id))),
        limits=draw(st.sampled_from([(), (), (), (), (limit(ROWAN),), (limit(KIT, SCHOOL),)])),
    )
    asked = (*consents, *draw(sound(record)))
    made = draw(st.lists(rulings(asked), max_size=2, unique_by=lambda r: r.id))
    return replace(record, consents=asked, rulings=tuple(made))


NEXT = (None, None, date(2026, 10, 20), TODAY + timedelta(days=40))


@st.composite
def kits(draw: st.DrawFn) -> Person:
    """Return Kit, somewhere between a child and an adult."""
    return person("kit", born=draw(st.sampled_from(BIRTHS)))


@st.composite
def involvements(draw: st.DrawFn) -> list[Involvement]:
    """Return two partners with everybody; one may be somebody's own affair."""
    own = draw(st.sampled_from([None, None, None, ROWAN, KIT]))
    return [
        involved(who, which, safety=Safety.OWN if (who, which) == (own, GP) else Safety.ORDINARY)
        for who in EVERYBODY
        for which in (GP, SCHOOL)
    ]


@st.composite
def orders_of(draw: st.DrawFn, *, ends: bool) -> list[Order]:
    """Return court orders and powers."""
    kinds = (OrderKind.SPECIAL_GUARDIANSHIP, OrderKind.NON_MOLESTATION, OrderKind.DEPUTY)
    found = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=2, unique=True)):
        last = draw(st.sampled_from([None, *DAYS, TODAY + timedelta(days=30)]))
        restrains = draw(st.sampled_from([JO, LEE])) if kind is kinds[1] else None
        found.append(
            Order(
                id=OrderId(kind.value),
                household=ASH,
                kind=kind,
                made_on=draw(st.none() | days),
                until=last if ends or (last and last < TODAY) else None,
                holder=None if restrains else draw(st.sampled_from([ROWAN, JO])),
                restrains=restrains,
                protects=(KIT,) if restrains else (),
                about=() if restrains else (KIT,),
            )
        )
    return found


@st.composite
def rows(draw: st.DrawFn, orders: tuple[OrderId, ...], *, ends: bool) -> list[Responsibility]:
    """Return who holds responsibility for Kit: nobody, some, or all of three."""
    found = []
    for adult in (ROWAN, JO, LEE):
        last = draw(st.sampled_from([None, None, *DAYS[-2:], TODAY + timedelta(days=20)]))
        found.append(
            holds(
                "kit",
                adult,
                holds=draw(st.sampled_from([Holds.YES, Holds.YES, Holds.NO, Holds.UNKNOWN])),
                restricted_by=draw(st.sampled_from([None, None, *orders])),
                since=draw(st.sampled_from([None, None, *DAYS[:3]])),
                until=last if ends or (last and last < TODAY) else None,
            )
        )
    return found


@st.composite
def notes(draw: st.DrawFn) -> Competence:
    """Return a note that somebody can, or cannot, decide."""
    who, kind = draw(
        st.sampled_from(
            [
                (KIT, CompetenceKind.GILLICK),
                (KIT, CompetenceKind.GILLICK),
                (KIT, CompetenceKind.CAPACITY),
                (JO, CompetenceKind.CAPACITY),
            ]
        )
    )
    on, which, able = draw(days), draw(mostly), draw(st.booleans())
    return Competence(
        id=CompetenceId(f"{kind}-{who}-{on}-{which}"),
        household=ASH,
        person=who,
        kind=kind,
        agency=which,
        on=on,
        able=able,
    )


@st.composite
def decisions(draw: st.DrawFn) -> list[Consent]:
    """Return what is on file about sharing, with chains that hold and chains that do not."""
    found: list[Consent] = []
    for number in range(draw(st.integers(0, 7))):
        one = draw(decision(ConsentId(f"c{number}"), found))
        found.append(one)
    return found


@st.composite
def decision(
    draw: st.DrawFn, id_: ConsentId, before: list[Consent], answers: Any = Answer
) -> Consent:
    """Return one decision that may take the place of one before it, rightly or not."""
    who = draw(st.sampled_from([KIT, KIT, ROWAN]))
    by = draw(st.sampled_from([*EVERYBODY, who]))
    own = As.SELF if by == who else As.PARENT
    links = [None, None, ConsentId("nowhere"), *(c.id for c in before[-3:])]
    return Consent(
        id=id_,
        household=ASH,
        person=who,
        agency=draw(mostly),
        answer=draw(any_of(answers)),
        decider=by,
        standing=draw(st.sampled_from([own, own, own, As.COMPETENT_CHILD, As.DEPUTY])),
        purpose=draw(st.sampled_from([PURPOSES[0], *PURPOSES])),
        categories=draw(some_kinds),
        decided_on=draw(st.sampled_from([*DAYS, *DAYS, None])),
        ends=draw(st.sampled_from([None, None, None, TODAY + timedelta(days=10)])),
        replaces=draw(st.sampled_from(links)),
    )


@st.composite
def sound(draw: st.DrawFn, record: Record) -> list[Consent]:
    """Return what some of those who can decide said on a day, so that something is open."""
    found = []
    for who in (KIT, ROWAN):
        on = draw(days)
        for signer in Rulebook(record, law()).deciders(who, GP, on).signers:
            answer = draw(st.sampled_from([None, *GIVING, *GIVING, Answer.REFUSED]))
            if answer is not None:
                found.append(
                    Consent(
                        id=ConsentId(f"sound-{who}-{signer.person}"),
                        household=ASH,
                        person=who,
                        agency=GP,
                        answer=answer,
                        decider=signer.person,
                        standing=signer.standing,
                        categories=draw(st.sampled_from([frozenset(KINDS), SETS[2]])),
                        decided_on=on,
                        ends=draw(st.sampled_from([None, None, TODAY + timedelta(days=10)])),
                    )
                )
    return found


@st.composite
def grounds(draw: st.DrawFn) -> Ground:
    """Return a decision without agreement, to share or not to."""
    number = draw(st.integers(0, 9))
    return ground(
        id=GroundId(f"g{number}"),
        person=draw(st.sampled_from([KIT, ROWAN])),
        agency=draw(st.sampled_from([None, GP, SCHOOL])),
        gateway=draw(st.sampled_from(LAWS)),
        choice=draw(any_of(Choice)),
        confidentiality=draw(any_of(Confidentiality)),
        categories=draw(some_kinds),
        decided_on=draw(st.sampled_from([*DAYS, None])),
        review_on=draw(st.sampled_from([None, None, TODAY + timedelta(days=25)])),
        told=draw(st.sampled_from([(), (ROWAN,)])),
    )


@st.composite
def rulings(draw: st.DrawFn, consents: tuple[Consent, ...]) -> Ruling:
    """Return what a manager decided about some of the answers."""
    number = draw(st.integers(0, 9))
    ids = [c.id for c in consents] or [ConsentId("nowhere")]
    return Ruling(
        id=RulingId(f"r{number}"),
        household=ASH,
        person=KIT,
        agency=GP,
        share=draw(st.booleans()),
        settles=draw(st.sampled_from([tuple(ids), tuple(ids[-2:]), tuple(ids[::2])])),
        manager=draw(st.sampled_from(["Helen Marsh", "Helen Marsh", ""])),
        decided_on=draw(days),
    )


Question = tuple[PersonId, AgencyId, frozenset[Category], Purpose]
QUESTIONS: tuple[Question, ...] = tuple(
    (who, GP, kinds, purpose) for who in (KIT, ROWAN) for kinds in SETS for purpose in PURPOSES
)


def answers(record: Record, on: date = TODAY) -> dict[Question, Decision]:
    """Return what may be done about Kit and Rowan, in every way the tests ask."""
    book = Rulebook(record, law())
    return {
        (who, which, kinds, purpose): decide(
            book, Share(person=who, agency=which, categories=kinds, on=on, purpose=purpose)
        )
        for who, which, kinds, purpose in QUESTIONS
    }


def opened(record: Record, on: date = TODAY) -> set[Question]:
    """Return each question that is answered with a yes."""
    return {question for question, found in answers(record, on).items() if found.allowed}


def mixed(record: Record, chance: Random) -> Record:
    """Return a record whose parts were entered in another order."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    lists: dict[str, Any] = {
        name: tuple(chance.sample(value, len(value)))
        for name, value in values.items()
        if isinstance(value, tuple)
    }
    return replace(record, **lists)
