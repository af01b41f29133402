"""The rules of the wall that are functions and no cells of its table, and how each is switched off.

`within` names a class or module; without it a function is put in its place wherever a module of
`places` knows it by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain import protection
from app.domain.agency import Involvement
from app.domain.home import Home, Stay, covers
from app.domain.ids import AgencyId, HomeId, PersonId
from app.domain.record import Record
from app.domain.standing import Stands, stands_in
from app.view import choices, form, governance, letter, notice, permission
from app.view.choices import Choices
from app.view.known import Known
from app.view.permission import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One function, and what is put in its place."""

    name: str
    attribute: str
    instead: Any
    places: str = "app.view."
    within: Any = None


def always(*_: Any, **__: Any) -> bool:
    """Say yes to everything."""
    return True


def never(*_: Any, **__: Any) -> bool:
    """Say no to everything."""
    return False


def _hidden_too(known: Known, person: PersonId, lived_on: date | None = None) -> tuple[str, ...]:
    """Return an address for a paper, confidential or not."""
    for home in known._record.homes_of(person, lived_on or known.on)[:1]:
        if known.allowed.sees_home(home):
            return (*home.lines, home.postcode)
    return ()


def _all_that_stands(choices: Choices, person: PersonId, agency: AgencyId) -> Stands:
    """Return where sharing stands, whoever asks."""
    return stands_in(choices._whole, person, agency, choices._on)


def _as_it_is(what: Any, *_: Any) -> Any:
    """Leave something as it is."""
    return what


NOBODY = property(lambda _: frozenset())


def _marked_only(record: Record, on: date) -> frozenset[HomeId]:
    """Return the homes that are marked themselves, flags or no flags."""
    return frozenset(home.id for home in record.homes if home.confidential)


def _old_too(stay: Stay, on: Any) -> bool:
    """Say that somebody lives at every address they ever had, and where they work."""
    return covers(stay.since, stay.until, on)


def _ended_too(involvement: Involvement, on: Any) -> bool:
    """Say that an agency is with somebody for ever."""
    return True


STRUCTURE = (
    Switch(name="who must be protected from whom", attribute="unsafe_for", instead=never),
    Switch(name="nobody an order keeps away is shown", attribute="restrained_from", instead=never),
    Switch(
        name="an order makes somebody unsafe",
        attribute="restrained_from",
        instead=never,
        within=protection,
    ),
    Switch(
        name="a hidden place makes everybody else unsafe",
        attribute="hidden_from",
        instead=never,
        within=protection,
    ),
    Switch(name="the safe sender", attribute="lies_low", instead=never),
    Switch(name="sheets apart", attribute="unsafe_for", instead=never, within=form),
    Switch(name="the class of a home", attribute="confidential", instead=False, within=Home),
    Switch(name="a flag hides a home", attribute="hidden_homes", instead=_marked_only),
    Switch(
        name="no confidential address on paper",
        attribute="address",
        instead=_hidden_too,
        within=Known,
    ),
    Switch(
        name="no empty sheet that tells of what is kept back",
        attribute="_hides",
        instead=never,
        within=form,
    ),
    Switch(
        name="a letter printed again hides what was hidden since",
        attribute="max",
        instead=lambda made, _: made,
        within=letter,
    ),
    Switch(
        name="governance hears no name",
        attribute="names_somebody",
        instead=never,
        within=governance,
    ),
    Switch(
        name="who is in the picture", attribute="sees_person", instead=always, within=Permission
    ),
    Switch(name="which homes", attribute="sees_home", instead=always, within=Permission),
    Switch(name="which agencies", attribute="sees_involvement", instead=always, within=Permission),
    Switch(name="a meeting: what each may know", attribute="all", instead=any, within=permission),
    Switch(
        name="each person’s own choices apart",
        attribute="of",
        instead=_all_that_stands,
        within=Choices,
    ),
    Switch(name="only one’s own word", attribute="_own_word", instead=_as_it_is, within=choices),
    Switch(
        name="a law they were not told of", attribute="_as_told", instead=_as_it_is, within=choices
    ),
    Switch(
        name="that two disagree", attribute="_who_is_not_said", instead=_as_it_is, within=choices
    ),
    Switch(
        name="whom they asked not to tell",
        attribute="_not_to_tell",
        instead=NOBODY,
        within=permission._One,
    ),
    Switch(
        name="an expected child is for their parents to know of",
        attribute="_expected",
        instead=NOBODY,
        within=permission._One,
    ),
    Switch(
        name="an expected child is where their mother is",
        attribute="_expecting",
        instead=lambda *_: (),
        within=protection,
    ),
    Switch(name="no old address", attribute="current", instead=_old_too, within=Stay),
    Switch(
        name="no agency of the past", attribute="current", instead=_ended_too, within=Involvement
    ),
    Switch(name="only its own evidence", attribute="_reaches", instead=always, within=Known),
    Switch(
        name="requests on another’s word", attribute="request", instead=always, within=notice._Told
    ),
    Switch(name="grounds not told", attribute="ground", instead=always, within=notice._Told),
    Switch(
        name="agencies kept from whoever changed their mind",
        attribute="knows_agency",
        instead=always,
        within=Known,
    ),
)
