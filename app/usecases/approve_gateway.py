"""Keep which laws the council's information-governance lead has approved, for this law pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.household import NAME_LENGTH, Approval, Office, text_problems
from app.domain.law import LawPack
from app.domain.problems import Problem, Why
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalDraft:
    """What the form about an approval holds so far."""

    gateway: str = ""
    by: str = ""
    on: date | None = None

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept, in form order."""
        found = [*text_problems("by", self.by, NAME_LENGTH, required=True)]
        if self.on is None:
            found.append(Problem("on", Why.MISSING))
        elif self.on > today:
            found.append(Problem("on", Why.IN_FUTURE))
        return tuple(found)


@operation()
def approve_gateway(work: Work, draft: ApprovalDraft, law: LawPack) -> Approval:
    """Keep who approved a gateway of this law pack and when; a new approval replaces the old one.

    It counts for this version of the pack only: what changes in the law is looked at again.
    Raises `Invalid` with everything wrong, `Refused("no-such-gateway")` for one not in the pack.
    """
    found = draft.problems(work.now.date())
    if found or draft.on is None:
        raise Invalid(found)
    if law.gateway(draft.gateway) is None:
        raise Refused("no-such-gateway")
    approval = Approval(gateway=draft.gateway, pack=law.version, by=draft.by.strip(), on=draft.on)
    office = work.kept(Office).find("office")
    others = _others(office or Office(), draft.gateway, law)
    changed = replace(office or Office(), approvals=(*others, approval))
    if office is None:
        work.kept(Office).add(changed)
    else:
        work.kept(Office).change(changed)
    work.about(None, gateway=draft.gateway, law_pack=law.version)
    return approval


@operation()
def withdraw_approval(work: Work, gateway: str, law: LawPack) -> None:
    """Take back that a gateway of this law pack is approved; the journal keeps that it was.

    Raises `Refused("not-approved")` where there is no approval to take back.
    """
    office = work.kept(Office).find("office") or Office()
    others = _others(office, gateway, law)
    if len(others) == len(office.approvals):
        raise Refused("not-approved")
    work.kept(Office).change(replace(office, approvals=others))
    work.about(None, gateway=gateway, law_pack=law.version)


def _others(office: Office, gateway: str, law: LawPack) -> tuple[Approval, ...]:
    return tuple(
        approval
        for approval in office.approvals
        if (approval.gateway, approval.pack) != (gateway, law.version)
    )
