"""What was said so far in one conversation, and who and what may be asked about in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.catalogue import Catalogue
from app.domain.agency import Agency
from app.domain.competence import LimitDraft
from app.domain.consent import Answer, Category, Consent, ConsentDraft, Purpose, Standing
from app.domain.counting import covers, ends_on, gives, live
from app.domain.deciding import ASK_FROM, Decider, Rule
from app.domain.ids import AgencyId, ConsentId, PersonId
from app.domain.person import Person, Safety
from app.domain.proof import Proof, Way
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.view.known import Known
from app.view.recipient import one_of_family
from ui.dialogs.capture_flow.said import Left, Proven, Said

Key = tuple[str, str]  # which screen, and about which agency


@dataclass(slots=True)
class Conversation:
    """One person’s answers. Another person or another decider begins with nothing answered."""

    record: Record
    catalogue: Catalogue
    today: date
    unsure_reason: str  # how "not sure yet" is kept
    suggested: AgencyId | None = None  # the partner the conversation was opened about
    person: PersonId | None = None
    decider: PersonId | None = None
    alone: bool = False
    partners: tuple[AgencyId, ...] = ()
    said: dict[AgencyId, Said] = field(default_factory=dict)
    apart: frozenset[AgencyId] = frozenset()
    left: Left = field(default_factory=Left)
    way: Way | None = None
    proven: Proven = field(default_factory=Proven)
    book: Rulebook = field(init=False)

    def __post_init__(self) -> None:
        self.proven.decided_on = self.today
        self.know(self.record)

    # --- Who and what may be asked about.

    def know(self, record: Record) -> None:
        """Go by the family as it is kept now."""
        self.record = record
        self.book = Rulebook(record, self.catalogue.law)

    def people(self) -> tuple[Person, ...]:
        """Return whom it can be about: the living who are born."""
        return tuple(p for p in self.record.people if not p.unborn and p.died is None)

    def subject(self) -> Person:
        """Return whom it is about; they were chosen before anything else."""
        assert self.person is not None
        return self.record.person(self.person)

    def deciders(self) -> tuple[Decider, ...]:
        """Return everybody who can decide about a partner of theirs, in the family’s order.

        A holder whom an order restricts is none of them. What a child has for themself alone adds
        nobody: the list would give away that there is something (trap 9).
        """
        found: dict[PersonId, Decider] = {}
        for agency in self._in_question(own=self.subject().decides_alone(self.today)):
            for decider in self.book.deciders(self.subject().id, agency, self.today).signers:
                found.setdefault(decider.person, decider)
        order = [person.id for person in self.record.people]
        return tuple(sorted(found.values(), key=lambda decider: order.index(decider.person)))

    def works_with_anybody(self) -> bool:
        """Say whether any partner is recorded as working with the person."""
        return bool(self._agencies())

    def rule(self) -> Rule:
        """Return which rule settles who decides about most partners."""
        rules = [
            self.book.deciders(self.subject().id, agency, self.today).rule
            for agency in self._in_question()
        ]
        return max(rules, key=rules.count, default=Rule.NOBODY_RECORDED)

    def to_ask(self) -> tuple[Agency, ...]:
        """Return the partners about which a child of 12 to 15 has no note that counts."""
        person = self.subject()
        age = person.age(self.today)
        if age is None or age < ASK_FROM or person.may_decide_alone(self.today):
            return ()
        return tuple(
            self.record.agency(agency)
            for agency in self._in_question()
            if self.book.deciders(person.id, agency, self.today).rule is not Rule.GILLICK
        )

    def offered(self) -> tuple[Agency, ...]:
        """Return the partners the decider can be asked about: none they may not know of.

        What is somebody’s own affair is offered to that person, and only when they are alone.
        """
        if self.decider is None:
            return ()
        person, alone = self.subject().id, self.alone and self.for_themself
        known = Known(self.record, one_of_family(self.decider, person), self.today)
        return tuple(
            self.record.agency(agency)
            for agency in self._agencies(own=alone)
            if self.book.deciders(person, agency, self.today).can_decide(self.decider)
            and (known.knows_agency(person, agency) or (alone and self.book.own(person, agency)))
        )

    @property
    def for_themself(self) -> bool:
        """Whether the person decides for themself."""
        return self.decider == self.person

    def _in_question(self, *, own: bool = False) -> tuple[AgencyId, ...]:
        """Return the partner the conversation was opened about, or every partner."""
        suggested = tuple(a for a in self._agencies() if a == self.suggested)
        return suggested or self._agencies(own=own)

    def _agencies(self, *, own: bool = True) -> tuple[AgencyId, ...]:
        met = [
            i.agency
            for i in self.record.involvements
            if i.person == self.person and (own or i.safety is not Safety.OWN)
        ]
        return tuple(dict.fromkeys(met))

    # --- What is said.

    def about(self, person: PersonId) -> None:
        """Take another person; what was said before was about somebody else."""
        if person != self.person:
            self.person, self.decider = person, None
            self._forget()

    def decided_by(self, decider: PersonId) -> None:
        """Take another decider; what was said before was somebody else’s word."""
        if decider != self.decider:
            self.decider = decider
            self._forget()
            self.partners = tuple(a.id for a in self.offered() if a.id == self.suggested)

    def _forget(self) -> None:
        self.alone, self.partners, self.said, self.apart = False, (), {}, frozenset()
        self.left, self.way = Left(), None
        self.proven = Proven(decided_on=self.today)

    def of(self, agency: AgencyId) -> Said:
        """Return what was said about a partner, to be read and changed."""
        return self.said.setdefault(agency, Said())

    def agreed(self) -> tuple[AgencyId, ...]:
        """Return the partners with a yes."""
        return tuple(a for a in self.partners if self.of(a).answer is Answer.GIVEN)

    def untold_services(self) -> frozenset[AgencyId]:
        """Return the partners not to be told; one with a yes is none of them."""
        return self.left.agencies - frozenset(self.agreed())

    def sign(self, strokes: str) -> None:
        """Keep a signature together with the answers it stands under."""
        self.proven.strokes = strokes
        self.proven.under = self._answers() if strokes else ()

    def signature(self) -> str:
        """Return the signature while the answers are those it stands under."""
        return self.proven.strokes if self.proven.under == self._answers() else ""

    def _answers(self) -> tuple[object, ...]:
        said = tuple((a, self.of(a).answer, self.of(a).kinds) for a in self.partners)
        return (*said, self.apart, self.left.what)

    def decided(self) -> tuple[AgencyId, ...]:
        """Return the partners with a yes or a no."""
        return tuple(a for a in self.partners if self.of(a).answer is not Answer.NOT_SOUGHT)

    def route(self) -> tuple[Key, ...]:
        """Return the screens in order, by what was said so far.

        A no has as many screens of its own as a yes. Nobody signs for "not sure yet".
        """
        keys: list[Key] = [("who", ""), ("decider", ""), ("why", ""), ("services", "")]
        for agency in self.partners:
            keys += [("answer", agency), ("follow", agency)]
        if self.for_themself and self.agreed():
            keys.append(("apart", ""))
        keys.append(("limits", ""))
        if self.decided():
            keys += [("way", ""), ("proof", "")]
        return (*keys, ("back", ""))

    # --- What is kept.

    def drafts(self) -> tuple[ConsentDraft, ...]:
        """Return the decisions as they are to be kept, in the order they were asked."""
        return tuple(self._draft(agency) for agency in self.partners)

    def limits(self) -> tuple[LimitDraft, ...]:
        """Return who must not be told, one for each."""
        usual = LimitDraft(
            person=self.person,
            decided_by=self.decider,
            about=self.left.what,
            since=self.today,
        )
        people = [replace(usual, not_person=one) for one in sorted(self.left.people)]
        agencies = [replace(usual, not_agency=one) for one in sorted(self.untold_services())]
        return (*people, *agencies)

    def earlier(self, agency: AgencyId) -> Consent | None:
        """Return the decider’s own yes about a partner that counts now."""
        relied = self.book.relied(self.subject().id, agency, Purpose.EARLY_HELP, self.today)
        law = self.catalogue.law
        theirs = [head for head in relied.heads if head.decider == self.decider]
        return next((c for c in theirs if live(self.record, law, c, self.today)), None)

    def until(self, draft: ConsentDraft) -> date | None:
        """Return the first day a yes no longer counts, as it will be kept."""
        if draft.person is None or draft.agency is None or draft.answer is None:
            return None
        standing = next(
            (d.standing for d in self.deciders() if d.person == draft.decider), Standing.SELF
        )
        kept = Consent(
            id=ConsentId(""),
            household=draft.household,
            person=draft.person,
            agency=draft.agency,
            answer=draft.answer,
            decider=draft.decider,
            standing=standing,
            decided_on=draft.decided_on,
        )
        return ends_on(self.record, self.catalogue.law, kept) if gives(kept) else None

    def _draft(self, agency: AgencyId) -> ConsentDraft:
        said = self.of(agency)
        usual = ConsentDraft(
            household=self.record.household.id,
            person=self.person,
            agency=agency,
            answer=said.answer,
            decided_on=self.today,
            reason=said.reason.strip(),
        )
        if said.answer is Answer.NOT_SOUGHT:
            reason = ": ".join(part for part in (self.unsure_reason, said.reason.strip()) if part)
            return replace(usual, reason=reason)
        way = self.way or Way.SCREEN
        usual = self._proved(replace(usual, decider=self.decider), way)
        if said.answer is not Answer.GIVEN:
            return usual
        kinds = said.kinds | ({Category.SEXUAL_HEALTH} if agency in self.apart else frozenset())
        before = self.earlier(agency)
        less = before is not None and kinds < covers(before)
        return replace(
            usual,
            answer=Answer.NARROWED if less else Answer.GIVEN,
            categories=kinds,
            reason=self.left.what.strip(),
        )

    def _proved(self, draft: ConsentDraft, way: Way) -> ConsentDraft:
        """Return a draft with what proves it; only what belongs to the way it was given."""
        told, version = self.proven, self.catalogue.capture.about.version
        spoken, interpreted = way is Way.SPOKEN, way is Way.INTERPRETED
        elsewhere = way is Way.OTHER_ORGANISATION
        wording = {Way.INK: self.catalogue.consent.about.version, Way.OTHER_ORGANISATION: ""}
        return replace(
            draft,
            way=way,
            decided_on=told.decided_on if way in wording else self.today,
            witness=told.witness if spoken or interpreted else "",
            wording=wording.get(way, version),
            form=told.form if way is Way.INK else "",
            strokes=self.signature() if way is Way.SCREEN else "",
            proof=Proof(
                identity=told.identity.strip() if spoken else "",
                script=version if spoken or interpreted else "",
                paper_by=told.paper_by if spoken else None,
                interpreter_number=told.number.strip() if interpreted else "",
                interpreted_into=told.into.strip() if interpreted else "",
                organisation=told.organisation.strip() if elsewhere else "",
                reference=told.reference.strip() if elsewhere else "",
                copy_seen=told.copy_seen and elsewhere,
            ),
        )
