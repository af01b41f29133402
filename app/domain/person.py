"""A person: names, dates, how to talk to them, and how to reach them safely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import ADULT, YOUNG_ADULT, PartialDate, age_on, years_between
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Problem, Why

OLDEST = 130  # years
LONGEST_PREGNANCY = 300  # days


class Safety(StrEnum):
    """Who may learn a fact that gives away where somebody is, or something only theirs.

    CONFIDENTIAL reaches the office and the people who live there; INTERNAL the office alone;
    OWN the person alone.
    """

    ORDINARY = "ordinary"
    CONFIDENTIAL = "confidential"
    INTERNAL = "internal"
    OWN = "own"


class Gender(StrEnum):
    """Stated gender and recorded sex, each a field of its own (Person Standard codes in words)."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    UNKNOWN = "not-known"


class NameUse(StrEnum):
    """What a further name is, or was, used for (Person Standard)."""

    OLD = "old"
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    TEMPORARY = "temp"
    ANONYMOUS = "anonymous"


class Allowed(StrEnum):
    """Whether a way of contact is safe; nobody having asked is not a yes."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherName:
    """A previous or other name. Stays off papers unless a recipient needs it."""

    use: NameUse
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """What somebody needs in order to understand and be understood (DCB1605)."""

    language: str = ""
    interpreter: bool = False
    interpreter_wish: str = ""  # e.g. "female only"
    print_points: int = 0  # 0: ordinary
    easy_read: bool = False
    paper: str = ""  # colour of paper
    hearing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """How this person may be contacted without putting them at risk. Internal only."""

    call: Allowed = Allowed.NOT_ASKED
    text: Allowed = Allowed.NOT_ASKED
    voicemail: Allowed = Allowed.NOT_ASKED
    post: Allowed = Allowed.NOT_ASKED
    email: Allowed = Allowed.NOT_ASKED
    code_word: str = ""
    times: str = ""


NO_NEEDS = Communication()
NOBODY_ASKED = SafeContact()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the family, living with it or not, born or expected."""

    id: PersonId
    household: HouseholdId
    given: str = ""
    family: str = ""
    known_as: str = ""
    further_names: tuple[FurtherName, ...] = ()
    pronouns: str = ""
    gender: Gender = Gender.UNKNOWN
    sex: Gender = Gender.UNKNOWN
    born: PartialDate | None = None
    due: date | None = None  # expected date of delivery, for an unborn child
    died: PartialDate | None = None
    needs: Communication = NO_NEEDS
    contact: SafeContact = NOBODY_ASKED
    school_year: str = ""
    note: str = ""

    @property
    def unborn(self) -> bool:
        """Whether this is a child who is expected."""
        return self.due is not None and self.born is None

    @property
    def name(self) -> str:
        """The name the person goes by, with the family name."""
        return " ".join(part for part in (self.known_as or self.given, self.family) if part)

    @property
    def legal_name(self) -> str:
        """Given and family name as recorded."""
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def initials(self) -> str:
        """First letters of the name the person goes by."""
        return "".join(part[0] for part in (self.known_as or self.given, self.family) if part)

    def age(self, on: date) -> int | None:
        """Return the age in full years; None when unborn or not known well enough."""
        return None if self.born is None else age_on(self.born, on)

    def decides_alone(self, on: date) -> bool:
        """Say whether the person decides for themselves by age: surely 16 or over.

        Source: Family Law Reform Act 1969 s8; Mental Capacity Act 2005 s2(5).
        """
        return self.died is None and self._surely(YOUNG_ADULT, on)

    def may_decide_alone(self, on: date) -> bool:
        """Say whether the person may be 16 already: a date known in part can leave it open."""
        return self.born is not None and years_between(self.born.earliest, on) >= YOUNG_ADULT

    def adult(self, on: date) -> bool:
        """Say whether the person is surely 18 or over."""
        return self._surely(ADULT, on)

    def under_age(self, on: date) -> bool:
        """Say whether a date of birth is recorded by which the person may be under 18."""
        return self.born is not None and not self.adult(on)

    def _surely(self, age: int, on: date) -> bool:
        return self.born is not None and years_between(self.born.latest, on) >= age


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """What the form about a person holds so far. Anything may still be missing."""

    given: str = ""
    family: str = ""
    known_as: str = ""
    further_names: tuple[FurtherName, ...] = ()
    pronouns: str = ""
    gender: Gender = Gender.UNKNOWN
    sex: Gender = Gender.UNKNOWN
    born: PartialDate | None = None
    due: date | None = None
    died: PartialDate | None = None
    needs: Communication = NO_NEEDS
    contact: SafeContact = NOBODY_ASKED
    school_year: str = ""
    note: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("given", self.given, NAME_LENGTH)]
        found += text_problems("family", self.family, NAME_LENGTH)
        found += text_problems("known_as", self.known_as, NAME_LENGTH)
        if self.due is None and not (self.given + self.family + self.known_as).strip():
            found.append(Problem("given", Why.MISSING))
        found += self._date_problems(today)
        found += text_problems("note", self.note, TEXT_LENGTH)
        return tuple(found)

    def _date_problems(self, today: date) -> list[Problem]:
        found = []
        if self.born is not None and self.due is not None:
            found.append(Problem("due", Why.BORN_AND_DUE))
        if self.born is not None and self.born.earliest > today:
            found.append(Problem("born", Why.IN_FUTURE))
        if self.born is not None and today.year - self.born.year > OLDEST:
            found.append(Problem("born", Why.TOO_OLD))
        if self.due is not None and abs((self.due - today).days) > LONGEST_PREGNANCY:
            found.append(Problem("due", Why.NOT_A_DATE))
        if self.died is not None and self.died.earliest > today:
            found.append(Problem("died", Why.IN_FUTURE))
        if (
            self.born is not None
            and self.died is not None
            and self.died.latest < self.born.earliest
        ):
            found.append(Problem("died", Why.DIED_BEFORE_BORN))
        return found
