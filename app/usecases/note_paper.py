"""Note that a paper left the program: which, for whom, its hash. One entry a print or save."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import AgencyId, HouseholdId, PersonId, RequestId, new_id
from app.domain.sharing import Output, Paper, PaperKind
from app.errors import Invalid
from app.operation import Effect, Kind, operation
from app.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """A paper that has been made and not left yet."""

    household: HouseholdId
    number: str
    kind: PaperKind
    content: bytes
    pages: int
    person: PersonId | None = None
    agency: AgencyId | None = None
    request: RequestId | None = None
    wording: str = ""

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
            agency=self.agency,
            request=self.request,
            wording=self.wording,
            by=by,
        )


@operation(kind=Kind.OUTPUT, effect=Effect.WALL)
def note_paper(work: Work, made: MadePaper, output: Output) -> Paper:
    """Keep one row of the form register (traps 29, 42)."""
    paper = made.row(output, at=work.now, by=work.by)
    problems = paper.problems()
    if problems:
        raise Invalid(problems)
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
