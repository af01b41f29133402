"""Note that a paper left the program: which, for whom, its hash. One entry a print or save."""

from __future__ import annotations

from app.domain.sharing import Paper
from app.errors import Invalid
from app.operation import Effect, Kind, operation
from app.ports import Work


@operation(kind=Kind.OUTPUT, effect=Effect.WALL)
def note_paper(work: Work, paper: Paper) -> Paper:
    """Keep one row of the form register (traps 29, 42)."""
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
