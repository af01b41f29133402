"""Agencies, their teams and professionals, and which of them works with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.home import POSTCODE_LENGTH, covers, lines_problems, span_problems
from app.domain.household import NAME_LENGTH, TEXT_LENGTH, text_problems
from app.domain.identifiers import ods_fits, urn_fits
from app.domain.ids import AgencyId, HouseholdId, PersonId, ProfessionalId, TeamId
from app.domain.partner import LONGEST_TURNAROUND, NO_PROFILE, Profile
from app.domain.person import Allowed, Safety
from app.domain.problems import Problem, Why
from app.domain.reach import mail_problems, phone_problems


class AgencyKind(StrEnum):
    """What sort of partner an agency is (practice, section 9.6)."""

    GP_PRACTICE = "gp-practice"
    HEALTH_VISITING = "health-visiting"
    SCHOOL_NURSING = "school-nursing"
    MATERNITY = "maternity"
    PERINATAL_MENTAL_HEALTH = "perinatal-mental-health"
    CAMHS = "camhs"
    ADULT_MENTAL_HEALTH = "adult-mental-health"
    SUBSTANCE_USE = "substance-use"
    SPEECH_AND_LANGUAGE = "speech-and-language"
    THERAPY = "therapy"
    HOSPITAL = "hospital"
    SEXUAL_HEALTH = "sexual-health"
    PRIMARY_SCHOOL = "primary-school"
    SECONDARY_SCHOOL = "secondary-school"
    EARLY_YEARS = "early-years"
    SEND = "send"
    HOUSING = "housing"
    WORK = "work-and-benefits"
    YOUTH_JUSTICE = "youth-justice"
    POLICE = "police"
    DOMESTIC_ABUSE = "domestic-abuse"
    SOCIAL_CARE = "social-care"
    VOLUNTARY = "voluntary"
    OTHER = "other"


HEALTH = frozenset(
    {
        AgencyKind.GP_PRACTICE,
        AgencyKind.HEALTH_VISITING,
        AgencyKind.SCHOOL_NURSING,
        AgencyKind.MATERNITY,
        AgencyKind.PERINATAL_MENTAL_HEALTH,
        AgencyKind.CAMHS,
        AgencyKind.ADULT_MENTAL_HEALTH,
        AgencyKind.SUBSTANCE_USE,
        AgencyKind.SPEECH_AND_LANGUAGE,
        AgencyKind.THERAPY,
        AgencyKind.HOSPITAL,
        AgencyKind.SEXUAL_HEALTH,
    }
)


class InvolvementState(StrEnum):
    """How far an agency's work with a person has got."""

    REFERRED = "referred"
    WAITING = "waiting"
    ACTIVE = "active"
    CLOSED = "closed"
    DECLINED = "declined"


class Episode(StrEnum):
    """What sort of work it is (Safeguarding Standard)."""

    NOT_SAID = "not-said"
    EARLY_HELP = "early-help"
    EHCP = "ehcp"
    CHILD_IN_NEED = "cin-plan"
    CHILD_PROTECTION = "cp-plan"
    CAMHS_PLAN = "camhs-plan"
    SECTION_47 = "section-47"
    LOOKED_AFTER = "child-looked-after"
    ADULT_SAFEGUARDING = "adult-safeguarding"


WITH_THEM_NOW = frozenset(
    {InvolvementState.REFERRED, InvolvementState.WAITING, InvolvementState.ACTIVE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An organisation that works with families.

    `listed` agencies are offered when a family is given a new one; the rest are known only to
    the families that have them, so that no family's partner is suggested to another.
    """

    id: AgencyId
    name: str
    kind: AgencyKind
    ods: str = ""
    mailbox: str = ""
    phone: str = ""
    lines: tuple[str, ...] = ()
    postcode: str = ""
    listed: bool = False
    public: bool = True  # a public authority; others get the DUAA 2025 sentence
    needs: str = ""  # what they need from us
    benefit: str = ""  # why answering helps their own patients
    alias: str = ""
    urn: str = ""  # of a school
    out_of_hours: str = ""
    closed_on: date | None = None
    profile: Profile = NO_PROFILE

    @property
    def health(self) -> bool:
        """Whether this is a health partner."""
        return self.kind in HEALTH


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDraft:
    """What the form about an agency holds so far."""

    name: str = ""
    kind: AgencyKind | None = None
    ods: str = ""
    mailbox: str = ""
    phone: str = ""
    lines: tuple[str, ...] = ()
    postcode: str = ""
    listed: bool = False
    public: bool = True
    needs: str = ""
    benefit: str = ""
    alias: str = ""
    urn: str = ""
    out_of_hours: str = ""
    closed_on: date | None = None
    profile: Profile = NO_PROFILE

    def problems(self) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [*text_problems("name", self.name, NAME_LENGTH, required=True)]
        if self.kind is None:
            found.append(Problem("kind", Why.MISSING))
        if self.ods and not ods_fits(self.ods.strip().upper()):
            found.append(Problem("ods", Why.ODS_SHAPE))
        found += mail_problems("mailbox", self.mailbox)
        found += phone_problems("phone", self.phone)
        found += lines_problems(self.lines)
        found += text_problems("postcode", self.postcode, POSTCODE_LENGTH)
        found += text_problems("needs", self.needs, TEXT_LENGTH)
        found += text_problems("alias", self.alias, NAME_LENGTH)
        if self.urn and not urn_fits(self.urn.strip()):
            found.append(Problem("urn", Why.URN_SHAPE))
        found += phone_problems("out_of_hours", self.out_of_hours)
        found += self._profile_problems()
        return (*found, *text_problems("benefit", self.benefit, TEXT_LENGTH))

    def _profile_problems(self) -> list[Problem]:
        profile = self.profile
        found = [*text_problems("agreement", profile.agreement, NAME_LENGTH)]
        starts, ends = profile.agreed_from, profile.agreed_until
        if starts is not None and ends is not None and ends < starts:
            found.append(Problem("agreed_until", Why.ENDS_BEFORE_START))
        found += text_problems("contact_role", profile.contact_role, NAME_LENGTH)
        days = profile.turnaround
        if days is not None and not 1 <= days <= LONGEST_TURNAROUND:
            found.append(Problem("turnaround", Why.NEEDS_DAYS))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team within an agency, with its own number and mailbox."""

    id: TeamId
    agency: AgencyId
    name: str
    phone: str = ""
    mailbox: str = ""
    out_of_hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """Somebody who works for an agency."""

    id: ProfessionalId
    agency: AgencyId
    name: str
    role: str = ""
    team: TeamId | None = None
    phone: str = ""
    email: str = ""
    out_of_hours: str = ""
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """An agency works with a person, since when and in what state.

    `safety` says who may learn of it: CONFIDENTIAL where the agency gives away where the person
    lives, OWN where even the household may not know.
    """

    id: str
    household: HouseholdId
    person: PersonId
    agency: AgencyId
    state: InvolvementState = InvolvementState.ACTIVE
    professional: ProfessionalId | None = None
    since: date | None = None
    until: date | None = None
    why: str = ""
    safety: Safety = Safety.ORDINARY
    last_contact: date | None = None
    next_step: str = ""
    episode: Episode = Episode.NOT_SAID
    attends: Allowed = Allowed.NOT_ASKED  # can come to a team-around-the-family meeting

    def current(self, on: date) -> bool:
        """Say whether the agency is with the person on a day."""
        return self.state in WITH_THEM_NOW and covers(None, self.until, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementDraft:
    """What the form about an involvement holds so far."""

    person: PersonId | None = None
    agency: AgencyId | None = None
    state: InvolvementState = InvolvementState.ACTIVE
    professional: ProfessionalId | None = None
    since: date | None = None
    until: date | None = None
    why: str = ""
    safety: Safety = Safety.ORDINARY
    last_contact: date | None = None
    next_step: str = ""
    episode: Episode = Episode.NOT_SAID
    attends: Allowed = Allowed.NOT_ASKED

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return every reason this draft cannot be kept, in form order."""
        found = [
            Problem(field, Why.MISSING)
            for field, value in (("person", self.person), ("agency", self.agency))
            if value is None
        ]
        found += span_problems(self.since, self.until, today)
        if self.last_contact is not None and self.last_contact > today:
            found.append(Problem("last_contact", Why.IN_FUTURE))
        found += text_problems("next_step", self.next_step, TEXT_LENGTH)
        return (*found, *text_problems("why", self.why, TEXT_LENGTH))
