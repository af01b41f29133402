"""Rules that no two states can tell apart, each with a family that shows whether it holds.

Some cells of the table only say once more what another rule sees to; the office is no recipient
of pairs. Each sentinel says whether its rule holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.consent import Answer, Category, Limit, Purpose
from app.domain.ids import ConsentId, PersonId, RequestId
from app.domain.person import FurtherName, NameUse, Safety
from app.domain.relationship import Relation
from app.domain.restricted import Restricted, RestrictedKind
from app.domain.rulebook import Rulebook
from app.domain.sharing import RequestState, ShareRequest
from app.domain.standing import State
from app.domain.withdrawal import consequences
from app.errors import Refused
from app.view.form import project_forms
from app.view.governance import project_governance
from app.view.letter import project_letter
from app.view.notice import project_family_notice
from app.view.notices import FamilyNoticeView
from app.view.permission import Permission
from app.view.project import project
from app.view.recipient import OFFICE, Recipient, parent_about, partner_about, the_person
from app.view.rules import Group
from tests.builders import (
    ASH,
    GP,
    SCHOOL,
    TODAY,
    ash,
    flag,
    hidden_home,
    home,
    involved,
    kin,
    law,
    person,
    stay,
    yes,
)


def _empty_hidden_home(reader: Recipient) -> bool:
    """Say that nobody is told of a hidden home in which nobody lives yet."""
    record = ash(homes=(hidden_home("refuge", "7 Larkfield Close"),))
    return not Permission(record, reader, TODAY).sees_home(record.homes[0])


def _own_affair_is_not_on_the_screen() -> bool:
    record = ash(involvements=(involved("rowan", safety=Safety.OWN),))
    return not project(record, law(), OFFICE, TODAY).ties


def _governance_hears_no_name() -> bool:
    asked = {"categories": frozenset({Category.CONTACT}), "purpose": Purpose.EARLY_HELP}
    rest: dict[str, Any] = {**asked, "facts": (), "number": "IG-1", "on": TODAY}
    try:
        project_governance(
            ash(), law(), person=ROWAN, agency=GP, question="Does Rowan drink?", **rest
        )
    except Refused:
        return True
    return False


def _no_kin(reader: Recipient) -> bool:
    """Say that a reader who is told of two people is not told what they are to each other."""
    record = ash(
        relationships=(kin("rowan", Relation.MOTHER, "kit"),),
        homes=(home("first"),),
        stays=(stay("rowan", "first"), stay("kit", "first")),
    )
    view = project(record, law(), reader, TODAY)
    return len(view.people) == 2 and not view.links


def _of_another(safety: Safety) -> bool:
    """Say that an agency is not told of the work of another."""
    fact = involved("kit", SCHOOL, safety=safety)
    record = ash(involvements=(involved("kit"), fact))
    return not Permission(record, partner_about(GP, KIT), TODAY).sees_involvement(fact)


def _decision_of_another() -> bool:
    """Say that an agency is not told what was decided with another."""
    allowed = Permission(ash(), partner_about(GP, KIT), TODAY)
    return not allowed.may(Group.DECISION, agency=SCHOOL)


def _hidden_practice_of_another_home() -> bool:
    """Say that somebody is not told of the hidden practice of whom they do not live with."""
    fact = involved("jo", safety=Safety.CONFIDENTIAL)
    record = ash(involvements=(fact,))
    return not Permission(record, the_person(ROWAN), TODAY).sees_involvement(fact)


def _restricted_facts_stay_behind_their_switch() -> bool:
    fact = Restricted(
        id="y", household=ASH, person=ROWAN, kind=RestrictedKind.IMMIGRATION, text="Visa"
    )
    view = project(ash(restricted=(fact,)), law(), OFFICE, TODAY)
    return not any(person.restricted for person in view.people)


def _who_disagrees_is_not_told() -> bool:
    """Say that a child is not told when one of two who disagree said no."""
    no = replace(yes("kit", "jo"), answer=Answer.REFUSED)
    record = ash(consents=(yes("kit", "rowan"), no))
    ties = project(record, law(), the_person(KIT), TODAY).ties
    return [tie.day for tie in ties if tie.person == KIT] == [None]


def _expected_where_the_mother_is() -> bool:
    """Say that the father of an expected child is not shown them where their mother hides."""
    record = ash(
        people=(person("rowan"), person("jo"), person("bump", born=None, due=TODAY)),
        relationships=(
            kin("rowan", Relation.MOTHER, "bump"),
            kin("jo", Relation.FATHER, "bump"),
        ),
        responsibilities=(),
        involvements=(),
        homes=(hidden_home("refuge", "7 Larkfield Close"),),
        stays=(stay("rowan", "refuge"),),
    )
    view = project(record, law(), the_person("jo"), TODAY)
    return [one.id for one in view.people] == ["jo"]


def _no_sheet_is_shared_with_danger() -> bool:
    """Say that two of whom one hides from the other sign on sheets of their own."""
    record = ash(flags=(flag("rowan"),))
    sheets = project_forms(record, law(), KIT, TODAY)
    return len(sheets) == len({sheet.readers for sheet in sheets}) == 2


def _kept_from_a_parent(safety: Safety) -> bool:
    """Say that a parent who lives elsewhere is not told of what is confidential, or the child's."""
    fact = involved("kit", safety=safety)
    allowed = Permission(ash(involvements=(fact,)), parent_about(JO, KIT), TODAY)
    return not allowed.sees_involvement(fact)


def _no_other_name(reader: Recipient) -> bool:
    """Say that nobody is shown another name than what somebody goes by."""
    old = FurtherName(use=NameUse.OLD, given="Robert")
    record = ash(people=(person("rowan", known_as="Ro", further_names=(old,)),))
    (one,) = project(replace(record, responsibilities=()), law(), reader, TODAY).people
    return not one.further_names and (reader.agency != "" or not one.legal_name)


def _own_word_only() -> bool:
    """Say that a parent is not shown what the other parent said."""
    view = project(ash(consents=(yes("kit", "rowan"),)), law(), parent_about(JO, KIT), TODAY)
    return [tie.sharing for tie in view.ties if tie.person == KIT] == [State.NOT_SOUGHT]


def _who_is_not_to_be_told() -> bool:
    """Say that somebody is not told of the agencies of whoever asked not to tell them."""
    limit = Limit(id="l", household=ASH, person=KIT, decided_by=KIT, not_person=ROWAN)
    view = project(ash(limits=(limit,)), law(), parent_about(ROWAN, KIT), TODAY)
    return KIT not in {tie.person for tie in view.ties}


def _copy(**parts: Any) -> FamilyNoticeView:
    """Return Rowan's copy after taking back what she agreed to about Kit."""
    record = ash(consents=(yes("kit", "rowan"), yes("kit", "jo")), **parts)
    follows = consequences(Rulebook(record, law()), KIT, ROWAN, (GP,), TODAY)
    return project_family_notice(record, law(), follows, ended_on=TODAY, number="N", on=TODAY)


def _asked(*consents: ConsentId) -> ShareRequest:
    return ShareRequest(
        id=RequestId("q"),
        household=ASH,
        number="SR-1",
        agency=GP,
        person=KIT,
        made_on=TODAY,
        consents=consents,
        state=RequestState.ANSWERED,
    )


def _on_the_word_of_another() -> bool:
    """Say that what was asked on Jo's word is not on Rowan's copy."""
    return not _copy(requests=(_asked(yes("kit", "jo").id),)).told


def _agency_they_may_not_know_of() -> bool:
    """Say that Rowan's copy does not name a hidden practice of a child who lives elsewhere."""
    return not _copy(involvements=(involved("kit", safety=Safety.CONFIDENTIAL),)).stops


def _hidden_since() -> bool:
    """Say that a letter made again after a flag was set goes out under the safe address."""
    request = ShareRequest(
        id=RequestId("q"),
        household=ASH,
        number="SR-1",
        agency=GP,
        person=ROWAN,
        made_on=TODAY - timedelta(days=20),
    )
    since = flag("rowan", since=TODAY - timedelta(days=5))
    record = ash(flags=(since,), requests=(request,))
    sender = project_letter(record, law(), request, today=TODAY).sender
    return sender.lines == record.office.safe_sender


ROWAN, JO, KIT = (PersonId(name) for name in ("rowan", "jo", "kit"))
SENTINELS: dict[str, Callable[[], bool]] = {
    "hidden-home for self": lambda: _empty_hidden_home(the_person(ROWAN)),
    "hidden-home for parent": lambda: _empty_hidden_home(parent_about(ROWAN, KIT)),
    "hidden-involvement for self": _hidden_practice_of_another_home,
    "own-involvement for office": _own_affair_is_not_on_the_screen,
    "restricted for office": _restricted_facts_stay_behind_their_switch,
    "hidden-involvement for parent": lambda: _kept_from_a_parent(Safety.CONFIDENTIAL),
    "office-involvement for parent": lambda: _kept_from_a_parent(Safety.INTERNAL),
    "own-involvement for parent": lambda: _kept_from_a_parent(Safety.OWN),
    "legal-name for self": lambda: _no_other_name(the_person(ROWAN)),
    "legal-name for parent": lambda: _no_other_name(parent_about(ROWAN, ROWAN)),
    "further-names for self": lambda: _no_other_name(the_person(ROWAN)),
    "further-names for parent": lambda: _no_other_name(parent_about(ROWAN, ROWAN)),
    "further-names for partner": lambda: _no_other_name(partner_about(GP, ROWAN)),
    "only one’s own word": _own_word_only,
    "whom they asked not to tell": _who_is_not_to_be_told,
    "requests on another’s word": _on_the_word_of_another,
    "agencies kept from whoever changed their mind": _agency_they_may_not_know_of,
    "sheets apart": _no_sheet_is_shared_with_danger,
    "that two disagree": _who_disagrees_is_not_told,
    "an expected child is where their mother is": _expected_where_the_mother_is,
    "kin for parent": lambda: _no_kin(parent_about(ROWAN, KIT)),
    "kin for partner": lambda: _no_kin(partner_about(GP, ROWAN, KIT)),
    "involvement for partner": lambda: _of_another(Safety.ORDINARY),
    "hidden-involvement for partner": lambda: _of_another(Safety.CONFIDENTIAL),
    "own-involvement for partner": lambda: _of_another(Safety.OWN),
    "decision for partner": _decision_of_another,
    "a letter printed again hides what was hidden since": _hidden_since,
    "governance hears no name": _governance_hears_no_name,
}
