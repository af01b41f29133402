"""Note that a paper left the program: which, for whom, how, its hash. One entry a print or save."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.ids import AgencyId, HouseholdId, PersonId, ProfessionalId, RequestId, new_id
from app.domain.sending import ForWhom, WayOut, ways_out
from app.domain.sending_rules import ANY, STOPS
from app.domain.sharing import Output, Paper, PaperKind
from app.errors import Invalid, Refused
from app.operation import Effect, Kind, operation
from app.ports import Work

FAMILY_PAPERS = frozenset({PaperKind.CONSENT_FORM, PaperKind.WITHDRAWAL_NOTICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """A paper that has been made and not left yet."""

    household: HouseholdId
    number: str
    kind: PaperKind
    content: bytes
    pages: int
    person: PersonId | None = None
    readers: tuple[PersonId, ...] = ()
    agency: AgencyId | None = None
    professional: ProfessionalId | None = None
    request: RequestId | None = None
    wording: str = ""

    def for_whom(self) -> ForWhom:
        """Return whom it is about and who gets it: its own person where a form names no reader."""
        own = (self.person,) if self.person is not None and self.kind in FAMILY_PAPERS else ()
        return ForWhom(
            kind=self.kind,
            about=self.person,
            readers=self.readers or own,
            agency=self.agency,
            professional=self.professional,
        )

    def row(self, output: Output, *, at: datetime, by: str) -> Paper:
        """Return the line of the form register for what is about to be done with it."""
        return Paper(
            id=new_id(),
            household=self.household,
            number=self.number,
            kind=self.kind,
            output=output,
            at=at,
            sha256=hashlib.sha256(self.content).hexdigest(),
            pages=self.pages,
            person=self.person,
            readers=self.readers,
            agency=self.agency,
            request=self.request,
            wording=self.wording,
            by=by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a worker chose and let go before a paper leaves: the way as it was shown to them.

    `asked` are the codes of what they had to look at, `let_go` those they said may go.
    """

    way: WayOut
    asked: tuple[str, ...] = ()
    let_go: tuple[str, ...] = ()


@operation(kind=Kind.OUTPUT, effect=Effect.WALL)
def note_paper(
    work: Work, made: MadePaper, output: Output, confirmed: Confirmed | None = None
) -> Paper:
    """Keep one row of the form register (traps 4, 29, 33, 42).

    What stops a paper is worked out again from the record as it is now. Without `confirmed`, as on
    the command line, the row says that nobody said how it leaves; what has to do with no place
    stops it all the same. Raises `Refused` with the codes of the stops.
    """
    paper = made.row(output, at=work.now, by=work.by)
    problems = paper.problems()
    if problems:
        raise Invalid(problems)
    ways = ways_out(work.record(made.household), made.for_whom(), work.now.date())
    if confirmed is None:
        _refuse_what_no_way_mends(ways)
    else:
        _refuse_what_is_stopped(ways, confirmed)
        paper = replace(
            paper,
            leaves_by=confirmed.way.by,
            way=confirmed.way.key,
            let_go=confirmed.let_go,
        )
    work.kept(Paper).add(paper)
    work.about(
        paper.household,
        paper=paper.id,
        kind=paper.kind,
        output=paper.output,
        sha256=paper.sha256,
        pages=paper.pages,
    )
    return paper


def _refuse_what_is_stopped(ways: tuple[WayOut, ...], confirmed: Confirmed) -> None:
    now = next((way for way in ways if way.key == confirmed.way.key), None)
    if now is None:
        raise Refused("no-such-way")
    if now.stops:
        raise Refused(*now.stops)
    if now.goes_where() != confirmed.way.goes_where():
        raise Refused("way-changed")
    if not set(confirmed.asked) <= set(confirmed.let_go):
        raise Refused("not-looked-at")


def _refuse_what_no_way_mends(ways: tuple[WayOut, ...]) -> None:
    whatever_way = [rule.code for rule in STOPS if rule.ways == ANY]
    stops = [code for code in whatever_way if ways and all(code in way.stops for way in ways)]
    if stops:
        raise Refused(*stops)
