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
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One recipient. `reader` is a person's id, `agency` an agency's, `about` whom it concerns.

    A meeting is everybody in `present`: it may know what each of them may know, and no more.
    """

    kind: RecipientKind
    reader: str = ""
    agency: str = ""
    about: tuple[str, ...] = ()
    present: tuple[Recipient, ...] = ()


OFFICE = Recipient(kind=RecipientKind.OFFICE)


def the_person(person: str) -> Recipient:
    """Return somebody receiving a paper about themselves."""
    return Recipient(kind=RecipientKind.SELF, reader=person, about=(person,))


def parent_about(parent: str, child: str) -> Recipient:
    """Return a holder of parental responsibility receiving a paper about a child."""
    return Recipient(kind=RecipientKind.PARENT, reader=parent, about=(child,))


def one_of_family(reader: str, about: str) -> Recipient:
    """Return somebody receiving a paper about themselves, or about a child of theirs."""
    return the_person(about) if reader == about else parent_about(reader, about)


def partner_about(agency: str, *people: str) -> Recipient:
    """Return an agency receiving a paper about some of its patients or pupils."""
    return Recipient(kind=RecipientKind.PARTNER, agency=agency, about=people)


def meeting(*present: Recipient) -> Recipient:
    """Return people who see or hear the same thing together.

    Raises ValueError where nobody is there: what nobody may not know is everything.
    """
    if not present:
        raise ValueError("nobody is there")
    return Recipient(kind=RecipientKind.MEETING, present=present)


def at_table(*people: str) -> Recipient:
    """Return whoever of the family looks at the screen: one person, or several together."""
    readers = [the_person(person) for person in people]
    return readers[0] if len(readers) == 1 else meeting(*readers)
