"""What is written after a change of mind: values with only what each reader may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.view.papers import Addressee, PrintNeeds, Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledBack:
    """One request the partner is not to answer any more."""

    number: str
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLaw:
    """What carries some sharing on without agreement. `reason` is a code of its confidentiality."""

    citation: str
    does: str
    reason: str
    since: date | None = None
    agency: str = ""  # empty: any that needs it


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One letter to one partner about one person: what they may no longer do."""

    number: str
    made_on: date
    given_on: date | None  # when what ended was agreed to
    ended_on: date
    to: Addressee
    sender: Sender
    name: str
    initials: str
    born: str
    nhs_number: str
    called_back: tuple[CalledBack, ...]
    replied: bool  # they told us something
    other_law: tuple[OtherLaw, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A service that already knows something: which kinds, since when, and if it told us too."""

    agency: str
    categories: tuple[str, ...]
    since: date
    replied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyNoticeView:
    """The copy of whoever changed their mind; `about` is empty where it is about themself."""

    number: str
    made_on: date
    ended_on: date
    name: str
    initials: str
    about: str
    stops: tuple[str, ...]  # names of services
    called_back: tuple[str, ...]
    not_sent: tuple[str, ...]
    told: tuple[Told, ...]
    other_law: tuple[OtherLaw, ...]
    sender: Sender
    needs: PrintNeeds
