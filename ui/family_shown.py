"""What the family view shows, worked out from what its readers may see and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.family_map.describe import relations_in_words
from app.family_map.family import Family
from app.family_map.lay_out import lay_out
from app.family_map.picture import Picture
from app.family_map.read_view import family_from
from app.family_map.words import PictureWords
from app.view.household import HouseholdView, SeenPerson
from ui.family_view_words import aged_words, lives_words, stands_words, works_words
from ui.present import sizes_measured_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A heading and the lines below it: a person with who they are, an agency with what it may."""

    id: str
    heading: str
    beside: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyShown:
    """One household as those at the table may see it."""

    readers: dict[str, str]  # names by id, of those all at the table may know of
    family: Family
    picture: Picture
    people: tuple[Told, ...]
    agencies: tuple[Told, ...]


def family_shown(
    view: HouseholdView, words: PictureWords, *, readers: Sequence[str], faces: Sequence[str]
) -> FamilyShown:
    """Return what is shown. `readers` are ids, `faces` the screen's font families."""
    family = family_from(view, words)
    names = {person.id: person.name for person in family.people}
    return FamilyShown(
        readers={reader: names[reader] for reader in readers if reader in names},
        family=family,
        picture=lay_out(family, sizes_measured_in(faces), one_at_a_time=True),
        people=_people(view, family, words),
        agencies=_agencies(view, names, words),
    )


def _people(view: HouseholdView, family: Family, words: PictureWords) -> tuple[Told, ...]:
    relations, seen = relations_in_words(view, words), {one.id: one for one in view.people}
    told = []
    for person in family.people:
        homes = [home.label for home in view.homes if person.id in home.members]
        who = relations[person.id]
        lines = (_capital(who), lives_words(homes))
        told.append(
            Told(
                id=person.id,
                heading=person.name,
                beside=_who(seen[person.id], person.second_line, words),
                lines=tuple(line for line in lines if line),
            )
        )
    return tuple(told)


def _who(person: SeenPerson, second_line: str, words: PictureWords) -> str:
    """Return how old somebody is and what they are here, as one reads it away from a picture."""
    if not person.age:
        return second_line
    what = person.school_year or words.roles.get(person.role, "")
    return " · ".join(part for part in (aged_words(person.age), what) if part)


def _agencies(view: HouseholdView, names: dict[str, str], words: PictureWords) -> tuple[Told, ...]:
    return tuple(
        Told(
            id=agency.id,
            heading=agency.name,
            beside=_capital(words.kinds[agency.kind]),
            lines=tuple(
                f"{works_words(tie.involvement, names[tie.person])} "
                f"{stands_words(tie.sharing, tie.day)}"
                for tie in view.ties
                if tie.agency == agency.id
            ),
        )
        for agency in view.agencies
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
