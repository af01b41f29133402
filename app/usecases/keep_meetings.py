"""Keep the meetings of the team around a family, with what was decided and agreed there."""

from __future__ import annotations

from dataclasses import replace

from app.domain.agency import Professional
from app.domain.ids import HouseholdId, new_id
from app.domain.passing_on import FAMILY, PARTNERS
from app.domain.plan import Action, Invitee, Meeting
from app.domain.plan_drafts import ActionDraft, MeetingDraft, strangers
from app.domain.problems import Problem, Why
from app.domain.visit import OwnWords
from app.errors import Invalid, Refused
from app.operation import operation
from app.ports import Work
from app.usecases.keep_actions import action_from
from app.usecases.keep_plan import members
from app.usecases.passing_on import not_to_pass_on


@operation()
def add_meeting(
    work: Work, household: HouseholdId, draft: MeetingDraft, actions: tuple[ActionDraft, ...] = ()
) -> Meeting:
    """Keep a meeting and the actions agreed there: all of it, or `Invalid`.

    What is wrong with the third action is told under "action-2", counted from 0.
    """
    meeting = _meeting(work, new_id(), household, draft, actions)
    work.kept(Meeting).add(meeting)
    _add_actions(work, household, actions)
    work.about(household, meeting=meeting.id, actions=len(actions))
    return meeting


@operation()
def change_meeting(
    work: Work, meeting: str, draft: MeetingDraft, actions: tuple[ActionDraft, ...] = ()
) -> Meeting:
    """Correct a meeting or write down how it went; `actions` are new ones agreed there."""
    known = work.kept(Meeting).find(meeting)
    if known is None:
        raise Refused("no-such-entry")
    changed = _meeting(work, meeting, known.household, draft, actions)
    work.kept(Meeting).change(changed)
    _add_actions(work, known.household, actions)
    work.about(known.household, meeting=meeting, actions=len(actions))
    return changed


@operation()
def remove_meeting(work: Work, meeting: str) -> None:
    """Take away a meeting that will not be, or never was; what was agreed stays in the plan."""
    known = work.kept(Meeting).find(meeting)
    if known is None:
        raise Refused("no-such-entry")
    work.kept(Meeting).remove(meeting)
    work.about(known.household, meeting=meeting)


def _meeting(
    work: Work,
    id_: str,
    household: HouseholdId,
    draft: MeetingDraft,
    actions: tuple[ActionDraft, ...],
) -> Meeting:
    today, here = work.now.date(), members(work, household)
    found = list(draft.problems(today))
    found += strangers("invitees", [one.person for one in draft.invitees], here)
    found += strangers("views", [view.person for view in draft.views], here)
    named = [one.professional for one in draft.invitees if one.professional is not None]
    if any(work.kept(Professional).find(one) is None for one in named):
        found.append(Problem("invitees", Why.NO_SUCH_RECORD))
    before = work.kept(Meeting).find(id_)
    found += not_to_pass_on(work, household, PARTNERS, before=before, decisions=draft.decisions)
    for number, action in enumerate(actions):
        wrong = [
            *action.problems(today),
            *strangers("owner", [action.owner], here),
            *not_to_pass_on(work, household, FAMILY, text=action.text, result=action.result),
        ]
        found += [Problem(f"action-{number}", problem.why) for problem in wrong]
    if found or draft.on is None:
        raise Invalid(tuple(found))
    return Meeting(
        id=id_,
        household=household,
        on=draft.on,
        place=draft.place.strip(),
        invitees=tuple(_kept(one) for one in draft.invitees),
        views=tuple(
            OwnWords(person=view.person, words=view.words.strip())
            for view in draft.views
            if view.words.strip()
        ),
        decisions=draft.decisions.strip(),
        next_on=draft.next_on,
        by=work.by,
    )


def _kept(invitee: Invitee) -> Invitee:
    named = invitee.person is not None or invitee.professional is not None
    return replace(invitee, name="" if named else invitee.name.strip())


def _add_actions(work: Work, household: HouseholdId, actions: tuple[ActionDraft, ...]) -> None:
    for draft in actions:
        work.kept(Action).add(action_from(work, new_id(), household, draft))
