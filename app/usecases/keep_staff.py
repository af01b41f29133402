"""Keep the teams of an agency and who works there."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from app.domain.agency import Agency, Professional, Team
from app.domain.ids import AgencyId, ProfessionalId, TeamId, new_id
from app.domain.problems import Problem, Why
from app.domain.staff import ProfessionalDraft, TeamDraft
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@operation()
def add_team(work: Work, agency: AgencyId, draft: TeamDraft) -> Team:
    """Keep a new team of an agency."""
    if work.kept(Agency).find(agency) is None:
        raise Refused("no-such-agency")
    team = _team(TeamId(new_id()), agency, draft)
    work.kept(Team).add(team)
    work.about(None, agency=agency, team=team.id)
    return team


@operation()
def change_team(work: Work, team: TeamId, draft: TeamDraft) -> Team:
    """Correct a team for every family that has to do with it."""
    known = work.kept(Team).find(team)
    if known is None:
        raise Refused("no-such-team")
    changed = _team(team, known.agency, draft)
    work.kept(Team).change(changed)
    work.about(None, agency=known.agency, team=team)
    return changed


@operation()
def add_professional(work: Work, agency: AgencyId, draft: ProfessionalDraft) -> Professional:
    """Keep somebody who works for an agency, or raise `Invalid` with everything wrong."""
    if work.kept(Agency).find(agency) is None:
        raise Refused("no-such-agency")
    kept = _professional(work, ProfessionalId(new_id()), agency, draft)
    work.kept(Professional).add(kept)
    work.about(None, agency=agency, professional=kept.id)
    return kept


@operation()
def change_professional(
    work: Work, professional: ProfessionalId, draft: ProfessionalDraft
) -> Professional:
    """Correct what is known of somebody at an agency, or say that they have left."""
    known = work.kept(Professional).find(professional)
    if known is None:
        raise Refused("no-such-professional")
    changed = _professional(work, professional, known.agency, draft)
    work.kept(Professional).change(changed)
    work.about(None, agency=known.agency, professional=professional)
    return changed


def _team(id_: TeamId, agency: AgencyId, draft: TeamDraft) -> Team:
    problems = draft.problems()
    if problems:
        raise Invalid(problems)
    return Team(id=id_, agency=agency, **_trimmed(draft))


def _professional(
    work: Work, id_: ProfessionalId, agency: AgencyId, draft: ProfessionalDraft
) -> Professional:
    found = list(draft.problems(work.now.date()))
    team = work.kept(Team).find(draft.team) if draft.team is not None else None
    if draft.team is not None and (team is None or team.agency != agency):
        found.append(Problem("team", Why.NO_SUCH_RECORD))
    if found:
        raise Invalid(tuple(found))
    return Professional(id=id_, agency=agency, **_trimmed(draft))


def _trimmed(draft: TeamDraft | ProfessionalDraft) -> dict[str, Any]:
    values: dict[str, Any] = {f.name: getattr(draft, f.name) for f in fields(draft)}
    return values | {name: text.strip() for name, text in values.items() if type(text) is str}
