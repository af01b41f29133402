"""A person: names, dates, how to talk to them, and how to reach them safely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dates import ADULT, YOUNG_ADULT, PartialDate, age_on, years_between
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.ids import HouseholdId, PersonId
from app.domain.problems import Problem, Why, part_of

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

    USUAL = "usual"
    OFFICIAL = "official"
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


class Ethnicity(StrEnum):
    """How somebody describes themself: the 19 codes of the 2021 census, or why there is none.

    Source: Person Standard, which takes them from the Office for National Statistics.
    """

    BANGLADESHI = "1"
    CHINESE = "2"
    INDIAN = "3"
    PAKISTANI = "4"
    OTHER_ASIAN = "5"
    AFRICAN = "6"
    CARIBBEAN = "7"
    OTHER_BLACK = "8"
    WHITE_AND_ASIAN = "9"
    WHITE_AND_BLACK_AFRICAN = "10"
    WHITE_AND_BLACK_CARIBBEAN = "11"
    OTHER_MIXED = "12"
    WHITE_BRITISH = "13"
    IRISH = "14"
    GYPSY_OR_IRISH_TRAVELLER = "15"
    ROMA = "16"
    OTHER_WHITE = "17"
    ARAB = "18"
    ANY_OTHER = "19"
    NOT_ASKED = "not-asked"
    REFUSED = "refused"


class Reading(StrEnum):
    """How well somebody reads, in their own judgement."""

    NOT_ASKED = "not-asked"
    WELL = "well"
    SOME = "some"
    NOT = "not"


class InterpreterWay(StrEnum):
    """How an interpreter is to be there."""

    NOT_SAID = "not-said"
    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherName:
    """A previous or other name. Stays off papers unless a recipient needs it."""

    use: NameUse
    given: str = ""
    family: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this name cannot be kept."""
        found = [*text_problems("given", self.given, NAME_LENGTH)]
        found += text_problems("family", self.family, NAME_LENGTH)
        if not (self.given + self.family).strip():
            found.append(Problem("given", Why.NEEDS_NAME))
        return tuple(found)


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
    dialect: str = ""
    interpreter_way: InterpreterWay = InterpreterWay.NOT_SAID
    reading: Reading = Reading.NOT_ASKED
    sign_language: bool = False  # British Sign Language
    makaton: bool = False
    advocate: str = ""
    digital: str = ""  # phone, computer, data: what they can use

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason these cannot be kept."""
        names = ("language", "dialect", "interpreter_wish", "paper", "hearing", "advocate")
        found = [p for name in names for p in text_problems(name, getattr(self, name), NAME_LENGTH)]
        found += text_problems("digital", self.digital, TEXT_LENGTH)
        return (*found, *text_problems("note", self.note, TEXT_LENGTH))


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

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept."""
        found = text_problems("code_word", self.code_word, NAME_LENGTH)
        return (*found, *text_problems("times", self.times, NAME_LENGTH))


class Diagnosis(StrEnum):
    """Whether a disability was diagnosed, or told by the family."""

    NOT_RECORDED = "not-recorded"
    DIAGNOSED = "diagnosed"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What matters about somebody's health; the practice is an involvement, with its dates."""

    allergies: str = ""
    disability: str = ""
    diagnosis: Diagnosis = Diagnosis.NOT_RECORDED
    young_carer: Allowed = Allowed.NOT_ASKED
    pregnant_due: date | None = None
    booked_on: date | None = None
    unit: str = ""
    midwife: str = ""

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept. A due date that is past is history."""
        found = [*text_problems("allergies", self.allergies, TEXT_LENGTH)]
        found += text_problems("disability", self.disability, TEXT_LENGTH)
        if self.pregnant_due is not None and (self.pregnant_due - today).days > LONGEST_PREGNANCY:
            found.append(Problem("pregnant_due", Why.NOT_A_DATE))
        if self.booked_on is not None and self.booked_on > today:
            found.append(Problem("booked_on", Why.IN_FUTURE))
        for name in ("unit", "midwife"):
            found += text_problems(name, getattr(self, name), NAME_LENGTH)
        return tuple(found)


class Support(StrEnum):
    """What a school does for special educational needs."""

    NOT_RECORDED = "not-recorded"
    NONE = "none"
    SEN = "sen-support"
    EHCP = "ehcp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """How school goes; the school itself is an involvement, with its dates."""

    attendance: int | None = None  # per cent of half-days, this school year
    attendance_on: date | None = None
    support: Support = Support.NOT_RECORDED
    exclusions: str = ""
    neet: bool = False  # not in education, employment or training

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this cannot be kept."""
        found = []
        if self.attendance is not None and not 0 <= self.attendance <= 100:
            found.append(Problem("attendance", Why.NOT_A_PERCENTAGE))
        if self.attendance_on is not None and self.attendance_on > today:
            found.append(Problem("attendance_on", Why.IN_FUTURE))
        return (*found, *text_problems("exclusions", self.exclusions, TEXT_LENGTH))


NO_NEEDS = Communication()
NO_HEALTH = Health()
NO_EDUCATION = Education()
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
    ethnicity: Ethnicity = Ethnicity.NOT_ASKED
    religion: str = ""
    health: Health = NO_HEALTH
    education: Education = NO_EDUCATION

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
        return self.died is None and self.surely(YOUNG_ADULT, on)

    def may_decide_alone(self, on: date) -> bool:
        """Say whether the person may be 16 already: a date known in part can leave it open."""
        return self.born is not None and years_between(self.born.earliest, on) >= YOUNG_ADULT

    def adult(self, on: date) -> bool:
        """Say whether the person is surely 18 or over."""
        return self.surely(ADULT, on)

    def under_age(self, on: date) -> bool:
        """Say whether a date of birth is recorded by which the person may be under 18."""
        return self.born is not None and not self.adult(on)

    def surely(self, age: int, on: date) -> bool:
        """Say whether the person is of an age by every date of birth that may be meant."""
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
    ethnicity: Ethnicity = Ethnicity.NOT_ASKED
    religion: str = ""
    health: Health = NO_HEALTH
    education: Education = NO_EDUCATION

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order.

        A field of a part is named with its part, e.g. "health.allergies", "further_names.0.given".
        """
        found = [*text_problems("given", self.given, NAME_LENGTH)]
        found += text_problems("family", self.family, NAME_LENGTH)
        found += text_problems("known_as", self.known_as, NAME_LENGTH)
        if self.due is None and not (self.given + self.family + self.known_as).strip():
            found.append(Problem("given", Why.MISSING))
        found += self._date_problems(today)
        for number, name in enumerate(self.further_names):
            found += part_of(f"further_names.{number}", name.problems())
        found += text_problems("pronouns", self.pronouns, NAME_LENGTH)
        found += text_problems("religion", self.religion, NAME_LENGTH)
        found += part_of("contact", self.contact.problems())
        found += part_of("needs", self.needs.problems())
        found += part_of("health", self.health.problems(today))
        found += text_problems("school_year", self.school_year, NAME_LENGTH)
        found += part_of("education", self.education.problems(today))
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
