"""Recipients: who will read, hear or hold an output."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RecipientKind(StrEnum):
    """The classes the rules know (traps, section 2.2)."""

    OFFICE = "office"
    SELF = "self"
    PARENT = "parent"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One recipient. `reader` is a person's id, `agency` an agency's, `about` whom it concerns."""

    kind: RecipientKind
    reader: str = ""
    agency: str = ""
    about: str = ""


OFFICE = Recipient(kind=RecipientKind.OFFICE)


def the_person(person: str) -> Recipient:
    """Return somebody receiving a paper about themselves."""
    return Recipient(kind=RecipientKind.SELF, reader=person, about=person)


def parent_about(parent: str, child: str) -> Recipient:
    """Return a holder of parental responsibility receiving a paper about a child."""
    return Recipient(kind=RecipientKind.PARENT, reader=parent, about=child)


def partner_about(agency: str, person: str) -> Recipient:
    """Return an agency receiving a paper about one of its patients or pupils."""
    return Recipient(kind=RecipientKind.PARTNER, agency=agency, about=person)
