"""The rules of the wall as a table: which group of facts reaches which class of recipient, and why.

A group that is not listed for a class does not reach it. `home-mate` and `same-agency` are
conditions on the fact at hand; everything else is plain yes or no (traps, section 1; practice,
sections 4 and 10; caseload, 4.2 and 4.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.view.recipient import RecipientKind


class Group(StrEnum):
    """A group of facts about one person."""

    NAME = "name"
    BIRTH = "birth"
    LEGAL_NAME = "legal-name"
    NUMBERS = "numbers"
    OTHER_NUMBERS = "other-numbers"
    NEEDS = "needs"
    SAFE_CONTACT = "safe-contact"
    FURTHER_NAMES = "further-names"
    HOME = "home"
    HIDDEN_HOME = "hidden-home"
    KIN = "kin"
    RESPONSIBILITY = "responsibility"
    INVOLVEMENT = "involvement"
    HIDDEN_INVOLVEMENT = "hidden-involvement"
    OFFICE_INVOLVEMENT = "office-involvement"
    OWN_INVOLVEMENT = "own-involvement"
    DECISION = "decision"
    LIMIT = "limit"
    FLAG = "flag"
    ORDER = "order"
    NOTE = "note"
    RESTRICTED = "restricted"


class Reach(StrEnum):
    """How far a group reaches a class of recipient."""

    YES = "yes"
    HOME_MATE = "home-mate"  # only somebody who lives there as well
    SAME_AGENCY = "same-agency"  # only the agency the fact is about
    NO = "no"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    group: Group
    office: Reach
    self: Reach
    parent: Reach
    partner: Reach
    why: str

    def reach(self, kind: RecipientKind) -> Reach:
        """Return how far this group reaches a class."""
        return {
            RecipientKind.OFFICE: self.office,
            RecipientKind.SELF: self.self,
            RecipientKind.PARENT: self.parent,
            RecipientKind.PARTNER: self.partner,
        }[kind]


Y, N, M, A = Reach.YES, Reach.NO, Reach.HOME_MATE, Reach.SAME_AGENCY

TABLE = (
    #   group                     office self parent partner
    Row(Group.NAME, Y, Y, Y, Y, "a paper says whom it is about"),
    Row(Group.BIRTH, Y, Y, Y, Y, "needed to know the right person"),
    Row(Group.LEGAL_NAME, Y, N, N, Y, "trap 35: a partner matches by it; nobody else needs it"),
    Row(Group.NUMBERS, Y, N, N, Y, "the NHS number: family copies lie about; partners match by it"),
    Row(Group.OTHER_NUMBERS, Y, N, N, N, "a number of one register is nobody else's business"),
    Row(Group.NEEDS, Y, Y, Y, Y, "Accessible Information Standard: pass needs on"),
    Row(Group.SAFE_CONTACT, Y, N, N, N, "caseload 4.2: internal"),
    Row(Group.FURTHER_NAMES, Y, N, N, N, "traps 34 and 35"),
    Row(Group.HOME, Y, Y, M, Y, "trap 1: an address is for those who live there"),
    Row(Group.HIDDEN_HOME, Y, M, M, N, "trap 1: caseload check 8"),
    Row(Group.KIN, Y, Y, N, N, "trap 25: a letter about one does not mention another"),
    Row(Group.RESPONSIBILITY, Y, N, N, N, "shown only as the standing of who signs or decided"),
    Row(Group.INVOLVEMENT, Y, Y, Y, A, "an agency learns of no other agency"),
    Row(Group.HIDDEN_INVOLVEMENT, Y, M, M, A, "trap 2: a practice gives a place away"),
    Row(Group.OFFICE_INVOLVEMENT, Y, N, N, N, "caseload 4.2: internal, like the flag it goes with"),
    Row(Group.OWN_INVOLVEMENT, N, N, N, A, "trap 9: off every paper and every shared screen"),
    Row(Group.DECISION, Y, Y, Y, A, "each decision is between a person and one agency"),
    Row(Group.LIMIT, Y, N, N, N, "that somebody is not to be told is itself not told"),
    Row(Group.FLAG, Y, N, N, N, "trap 22: not even that there is one"),
    Row(Group.ORDER, Y, N, N, N, "caseload 4.2: internal"),
    Row(Group.NOTE, Y, N, N, N, "trap 44: opinions and allegations stay with the office"),
    Row(Group.RESTRICTED, N, N, N, N, "traps 34 to 36: only behind its own switch"),
)
RULES = {row.group: row for row in TABLE}
