"""Lines of a list as they were understood, each with everything that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.bulk.columns import Places, said_in
from app.bulk.sheet import Row, Sheet, cannot_keep
from app.domain.agency import AgencyDraft, AgencyKind
from app.domain.dates import PartialDate
from app.domain.home import POSTCODE_LENGTH
from app.domain.household import NAME_LENGTH, text_problems
from app.domain.identifiers import System, tidy
from app.domain.person import Communication, Ethnicity, Gender, PersonDraft
from app.domain.problems import Problem, Why
from app.domain.reach import IdentifierDraft, mail_problems, phone_problems
from app.domain.typed_dates import typed_date

E = TypeVar("E", bound=StrEnum)

GENDERS = {
    "1": Gender.MALE,
    "m": Gender.MALE,
    "male": Gender.MALE,
    "2": Gender.FEMALE,
    "f": Gender.FEMALE,
    "female": Gender.FEMALE,
    "9": Gender.OTHER,
    "other": Gender.OTHER,
    "indeterminate": Gender.OTHER,
    "": Gender.UNKNOWN,
    "x": Gender.UNKNOWN,
    "0": Gender.UNKNOWN,
    "not known": Gender.UNKNOWN,
    "unknown": Gender.UNKNOWN,
}  # Person Standard codes, and what people write
YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0", ""})
OVER_LINES = frozenset({"address", "note", "needs"})  # what may go over several lines in its cell


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One person of a list, with the family the line puts them in."""

    line: int
    family: str
    draft: PersonDraft
    numbers: tuple[IdentifierDraft, ...] = ()
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    postcode: str = ""
    other_address: bool = False  # than an earlier line of the same new family
    problems: tuple[Problem, ...] = ()

    @property
    def said(self) -> str:
        """What the line is about, in a few words."""
        names = (self.draft.known_as or self.draft.given, self.draft.family)
        return " ".join(part for part in names if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """One agency of a list."""

    line: int
    draft: AgencyDraft
    problems: tuple[Problem, ...] = ()

    @property
    def said(self) -> str:
        """What the line is about, in a few words."""
        return self.draft.name


@dataclass(slots=True)
class _Reading:
    """The cells of one row by name, and what was found wrong while reading them."""

    row: Row
    places: Places
    found: list[Problem] = field(default_factory=list)

    def text(self, key: str) -> str:
        said = said_in(self.row.cells, self.places, key)
        if cannot_keep(said):
            self.wrong(key, Why.BAD_CHARACTER)
            return ""
        if "\n" in said and key not in OVER_LINES:
            self.wrong(key, Why.SEVERAL_LINES)
            return " ".join(said.split())
        return said

    def address(self) -> tuple[str, ...]:
        parts = re.split(r"[,\n]", self.text("address"))
        return tuple(part.strip() for part in parts if part.strip())

    def date(self, key: str) -> PartialDate | None:
        said = self.text(key)
        day = typed_date(said)
        if said and day is None:
            self.wrong(key, Why.NOT_A_DATE)
        return day

    def gender(self, key: str) -> Gender:
        said = self.text(key).casefold()
        if said not in GENDERS:
            self.wrong(key, Why.NOT_A_CHOICE)
        return GENDERS.get(said, Gender.UNKNOWN)

    def yes(self, key: str, *, otherwise: bool = False) -> bool:
        said = self.text(key).casefold()
        if said not in YES | NO:
            self.wrong(key, Why.NOT_A_CHOICE)
        return said in YES if said else otherwise

    def choice(self, key: str, kind: type[E], otherwise: E | None) -> E | None:
        said = self.text(key).casefold().replace(" ", "-")
        if not said:
            return otherwise
        if said not in list(kind):
            self.wrong(key, Why.NOT_A_CHOICE)
            return otherwise
        return kind(said)

    def wrong(self, key: str, why: Why) -> None:
        self.found.append(Problem(key, why))


def read_people(sheet: Sheet, places: Places, today: date) -> tuple[PersonLine, ...]:
    """Return every line as a person, with everything wrong with it.

    A number that an earlier line has is wrong in the later one, and so is somebody whom an
    earlier line puts in the same family by the same names and date of birth.
    """
    taken: dict[tuple[System, str], int] = {}
    said: dict[tuple[object, ...], int] = {}
    lines = []
    for row in sheet.rows:
        line = _person(_Reading(row, places), today)
        twice = [
            Problem(number.system, Why.SAID_TWICE)
            for number in line.numbers
            if taken.setdefault((number.system, number.value), line.line) != line.line
        ]
        names = (line.family, line.draft.given, line.draft.family)
        key = (*(" ".join(name.casefold().split()) for name in names), line.draft.born)
        if line.said and said.setdefault(key, line.line) != line.line:
            twice.append(Problem("given", Why.SAID_TWICE))
        lines.append(replace(line, problems=(*line.problems, *twice)) if twice else line)
    return tuple(lines)


def read_agencies(sheet: Sheet, places: Places) -> tuple[AgencyLine, ...]:
    """Return every line as an agency, with everything wrong with it."""
    seen: dict[tuple[str, object], int] = {}
    lines = []
    for row in sheet.rows:
        line = _agency(_Reading(row, places))
        key = (line.draft.name.casefold(), line.draft.kind)
        if line.draft.name and seen.setdefault(key, line.line) != line.line:
            twice = Problem("name", Why.SAID_TWICE)
            line = replace(line, problems=(*line.problems, twice))
        lines.append(line)
    return tuple(lines)


def _person(reading: _Reading, today: date) -> PersonLine:
    text = reading.text
    draft = PersonDraft(
        given=text("given"),
        family=text("family_name"),
        known_as=text("known_as"),
        pronouns=text("pronouns"),
        gender=reading.gender("gender"),
        sex=reading.gender("sex"),
        born=reading.date("born"),
        died=reading.date("died"),
        needs=Communication(language=text("language"), interpreter=reading.yes("interpreter")),
        school_year=text("school_year"),
        note=text("note"),
        ethnicity=reading.choice("ethnicity", Ethnicity, Ethnicity.NOT_ASKED)
        or Ethnicity.NOT_ASKED,
    )
    numbers = tuple(
        IdentifierDraft(system=system, value=tidy(system, text(key)))
        for system, key in ((System.NHS, "nhs_number"), (System.UPN, "upn"))
        if text(key)
    )
    family, phone, email, postcode = (
        text("family"),
        text("phone"),
        text("email"),
        text("postcode"),
    )
    address = reading.address()
    found = [*text_problems("family", family, NAME_LENGTH, required=True), *reading.found]
    named = {"family": "family_name"}
    found += [Problem(named.get(p.field, p.field), p.why) for p in draft.problems(today)]
    found += [
        Problem("nhs_number" if number.system is System.NHS else number.system, p.why)
        for number in numbers
        for p in number.problems(today)
    ]
    found += [*phone_problems("phone", phone), *mail_problems("email", email)]
    found += text_problems("postcode", postcode, POSTCODE_LENGTH)
    found += [p for part in address for p in text_problems("address", part, NAME_LENGTH)]
    if postcode and not address:
        found.append(Problem("address", Why.MISSING))
    return PersonLine(
        line=reading.row.line,
        family=family,
        draft=draft,
        numbers=numbers,
        phone=phone,
        email=email,
        address=address,
        postcode=postcode.upper(),
        problems=tuple(dict.fromkeys(found)),
    )


def _agency(reading: _Reading) -> AgencyLine:
    text = reading.text
    kind = reading.choice("kind", AgencyKind, None)
    draft = AgencyDraft(
        name=text("name"),
        kind=kind,
        alias=text("alias"),
        ods=text("ods"),
        urn=text("urn"),
        mailbox=text("mailbox"),
        phone=text("phone"),
        out_of_hours=text("out_of_hours"),
        lines=reading.address(),
        postcode=text("postcode"),
        listed=True,
        public=reading.yes("public", otherwise=True),
        needs=text("needs"),
    )
    named = {"lines": "address"}
    already = {problem.field for problem in reading.found}
    found = [*reading.found]
    for problem in draft.problems():
        name = named.get(problem.field, problem.field)
        if name not in already:
            found.append(Problem(name, problem.why))
    return AgencyLine(line=reading.row.line, draft=draft, problems=tuple(dict.fromkeys(found)))
