"""One made-up family with a store and a clock of its own, whose decisions come as they may."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.domain.agency import AgencyKind
from app.domain.consent import (
    Answer,
    Category,
    Consent,
    ConsentDraft,
    Purpose,
)
from app.domain.counting import gives
from app.domain.decision import Decision
from app.domain.gateway import Share, decide
from app.domain.household import ConsentModel
from app.domain.ids import AgencyId, PersonId
from app.domain.record import Record
from app.domain.responsibility import Basis
from app.domain.rulebook import Rulebook
from app.interchange.reading import Contents
from app.operation import Command
from app.usecases.exchange import import_file
from db.store import Store, open_in_memory
from tests.builders import (
    ASH,
    CAMHS,
    GP,
    OFFICE,
    SCHOOL,
    agency,
    ash,
    captured,
    holds,
    involved,
    law,
    person,
)

ROWAN, JO, LEE, KIT = (PersonId(name) for name in ("rowan", "jo", "lee", "kit"))
EVERYBODY, ADULTS = (ROWAN, JO, LEE, KIT), (ROWAN, JO, LEE)
KINDS = (Category.CONTACT, Category.SCHOOL, Category.MENTAL_HEALTH)
SETS = (frozenset(KINDS[:1]), frozenset(KINDS[1:2]), frozenset(KINDS))
PURPOSES = (Purpose.EARLY_HELP, Purpose.CHILD_IN_NEED)
MOST_PURPOSES = (PURPOSES[0], *PURPOSES)
RIGHTLY = 0.8  # how often somebody is asked who can decide
PARTNERS = (GP, SCHOOL, CAMHS)
BEGINS = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BIRTHS = (
    *("2019-06-01", "2017-03-03", "2014-05-05", "2013-01-31", "2012-02-29"),
    *("2011-02-01", "2010-12", "2009-02-02", "1998-05-05"),
)
NONE: frozenset[Category] = frozenset()
Question = tuple[PersonId, AgencyId, frozenset[Category], Purpose]
Answers = dict[Question, Decision]
Cell = tuple[PersonId, AgencyId, Purpose, PersonId]
Chance = random.Random
QUESTIONS: tuple[Question, ...] = tuple(
    (who, partner, kinds, purpose)
    for who in (ROWAN, JO, KIT)
    for partner in PARTNERS
    for kinds in SETS
    for purpose in PURPOSES
)


class Family:
    """One family in a store of its own, with a clock, and the last word of everybody."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.now = BEGINS
        self.store: Store = open_in_memory(by="kw-test", clock=lambda: self.now)
        self.said: dict[Cell, tuple[Answer, frozenset[Category]]] = {}
        self.store.run(import_file(beginning(chance), sha256="0" * 64))
        self.before = self.answers()

    def close(self) -> None:
        """End this family’s life."""
        self.store.close()

    @property
    def today(self) -> date:
        """The day it is in this family."""
        return self.now.date()

    def record(self) -> Record:
        """Return the family as it is kept."""
        return self.store.ask(lambda work: work.record(ASH))

    def answers(self, record: Record | None = None) -> Answers:
        """Return what may be done, in every way that is asked."""
        book = Rulebook(record or self.record(), law())
        return {
            q: decide(
                book,
                Share(person=q[0], agency=q[1], categories=q[2], on=self.today, purpose=q[3]),
            )
            for q in QUESTIONS
        }

    def do(self, command: Command[object]) -> None:
        """Run a command."""
        self.store.run(command)

    def says(self, answer: Answer) -> PersonId:
        """Let somebody say something about somebody; return about whom."""
        chance = self.chance
        who = chance.choice([KIT, KIT, KIT, ROWAN, JO])
        purpose, partner = chance.choice(MOST_PURPOSES), chance.choice([GP, GP, *PARTNERS])
        able = self.deciders(who, partner)
        by = chance.choice(able) if able and chance.random() < RIGHTLY else chance.choice(EVERYBODY)
        self.captured(answer, (who, partner, purpose, by))
        return who

    def deciders(self, who: PersonId, partner: AgencyId) -> list[PersonId]:
        """Return who can decide today."""
        found = Rulebook(self.record(), law()).deciders(who, partner, self.today)
        return [decider.person for decider in found.signers]

    def captured(self, answer: Answer, cell: Cell) -> None:
        """Capture what somebody says today."""
        who, partner, purpose, by = cell
        kinds = frozenset(self.chance.sample(KINDS, self.chance.randint(1, 3)))
        days = self.chance.choice([None, None, 30])
        draft = ConsentDraft(
            household=ASH,
            person=who,
            agency=partner,
            answer=answer,
            decider=by,
            purpose=purpose,
            categories=kinds if answer in (Answer.GIVEN, Answer.DRAFT) else NONE,
            decided_on=self.today,
            ends=self.today + timedelta(days=days) if days else None,
        )
        self.do(captured(draft))
        if answer is not Answer.DRAFT:
            self.said[cell] = (answer, kinds)

    def heads(self) -> list[Consent]:
        """Return each newest yes on file."""
        record = self.record()
        book = Rulebook(record, law())
        cells = [book.relied(p, a, u, self.today).heads for p, a, u in book.cells()]
        return [c for heads in cells for c in heads if gives(c)]


def beginning(chance: Chance) -> Contents:
    """Return the family as it begins: three adults, Kit, three partners, one of them not yet."""
    model = chance.choice(list(ConsentModel))
    record = ash(
        office=replace(OFFICE, consent_model=model),
        people=(*(person(one) for one in ADULTS), person("kit", born=chance.choice(BIRTHS))),
        agencies=(
            agency(),
            agency(SCHOOL, "Hill School", kind=AgencyKind.PRIMARY_SCHOOL),
            agency(CAMHS, "Young Minds Team", kind=AgencyKind.CAMHS),
        ),
        responsibilities=(holds("kit", "rowan"), holds("kit", "jo", basis=Basis.AGREEMENT)),
        involvements=tuple(involved(who, one) for who in EVERYBODY for one in (GP, SCHOOL)),
    )
    return Contents(
        office=record.office,
        agencies=record.agencies,
        teams=(),
        professionals=(),
        records=(record,),
    )
