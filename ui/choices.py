"""The words for everything that is chosen from a list: codes of `app` to what the screen says."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.agency import AgencyKind, InvolvementState
from app.domain.consent import Answer, Category, Purpose, Standing
from app.domain.interest import Interest
from app.domain.person import Allowed, Gender, Safety
from app.domain.proof import Way
from app.domain.relationship import Relation
from app.domain.responsibility import Basis, Holds
from app.domain.sharing import RequestState, Urgency
from app.domain.visit import VisitPlace

Options = Mapping[str, str]


def genders() -> Options:
    """Return the words for stated gender and for recorded sex."""
    tr = QCoreApplication.translate
    return {
        Gender.UNKNOWN: tr("Choice", "Not known"),
        Gender.FEMALE: tr("Choice", "Female"),
        Gender.MALE: tr("Choice", "Male"),
        Gender.OTHER: tr("Choice", "Another gender"),
    }


def interests() -> Options:
    """Return what somebody of a family can be to a worker."""
    tr = QCoreApplication.translate
    return {
        Interest.RELATIVE: tr("Choice", "A relative of mine"),
        Interest.FRIEND: tr("Choice", "A friend of mine, or was"),
        Interest.NEIGHBOUR: tr("Choice", "A neighbour of mine"),
        Interest.COLLEAGUE: tr("Choice", "Somebody I work with"),
        Interest.OTHER: tr("Choice", "Known to me in another way"),
    }


def relations() -> Options:
    """Return what somebody can be to somebody else, as in "… of"."""
    tr = QCoreApplication.translate
    return {
        Relation.MOTHER: tr("Choice", "Mother of"),
        Relation.FATHER: tr("Choice", "Father of"),
        Relation.PARENT: tr("Choice", "Parent of"),
        Relation.ADOPTIVE_PARENT: tr("Choice", "Adoptive parent of"),
        Relation.STEP_PARENT: tr("Choice", "Step-parent of"),
        Relation.FOSTER_CARER: tr("Choice", "Foster carer of"),
        Relation.KINSHIP_CARER: tr("Choice", "Kinship carer of"),
        Relation.SPECIAL_GUARDIAN: tr("Choice", "Special guardian of"),
        Relation.GRANDPARENT: tr("Choice", "Grandparent of"),
        Relation.SIBLING: tr("Choice", "Brother or sister of"),
        Relation.HALF_SIBLING: tr("Choice", "Half-brother or half-sister of"),
        Relation.STEP_SIBLING: tr("Choice", "Step-brother or step-sister of"),
        Relation.SPOUSE: tr("Choice", "Married to"),
        Relation.CIVIL_PARTNER: tr("Choice", "Civil partner of"),
        Relation.PARTNER: tr("Choice", "Partner of"),
        Relation.SEPARATED: tr("Choice", "Separated from"),
        Relation.DIVORCED: tr("Choice", "Divorced from"),
        Relation.FORMER_PARTNER: tr("Choice", "Former partner of"),
        Relation.AUNT_OR_UNCLE: tr("Choice", "Aunt or uncle of"),
        Relation.COUSIN: tr("Choice", "Cousin of"),
        Relation.FRIEND: tr("Choice", "Friend of"),
        Relation.OTHER: tr("Choice", "Has to do with"),
    }


def places() -> Options:
    """Return where, or how, people were seen."""
    tr = QCoreApplication.translate
    return {
        VisitPlace.HOME: tr("Choice", "At home"),
        VisitPlace.SCHOOL: tr("Choice", "At school"),
        VisitPlace.OFFICE: tr("Choice", "At the office"),
        VisitPlace.ELSEWHERE: tr("Choice", "Somewhere else"),
        VisitPlace.PHONE: tr("Choice", "By phone"),
        VisitPlace.VIDEO: tr("Choice", "By video"),
    }


def safeties() -> Options:
    """Return who may learn of a place or an involvement."""
    tr = QCoreApplication.translate
    return {
        Safety.ORDINARY: tr("Choice", "Ordinary"),
        Safety.CONFIDENTIAL: tr("Choice", "Confidential: only those who live there, and we"),
        Safety.INTERNAL: tr("Choice", "Internal: only we"),
        Safety.OWN: tr("Choice", "Private: only this person, off every paper"),
    }


def home_safeties() -> Options:
    """Return who may learn where a home is."""
    found = safeties()
    return {key: found[key] for key in (Safety.ORDINARY, Safety.CONFIDENTIAL)}


def answers() -> Options:
    """Return what can be decided; a no stands as plainly as a yes."""
    tr = QCoreApplication.translate
    return {
        Answer.GIVEN: tr("Choice", "Yes"),
        Answer.NARROWED: tr("Choice", "Yes, with limits"),
        Answer.REFUSED: tr("Choice", "No"),
        Answer.WITHDRAWN: tr("Choice", "Changed their mind: no longer"),
        Answer.NOT_SOUGHT: tr("Choice", "Nobody was asked"),
    }


def ways() -> Options:
    """Return how a decision was given."""
    tr = QCoreApplication.translate
    return {
        Way.INK: tr("Choice", "Signed on paper"),
        Way.SPOKEN: tr("Choice", "Spoken"),
        Way.INTERPRETED: tr("Choice", "Through an interpreter"),
        Way.OTHER_ORGANISATION: tr("Choice", "Recorded by another organisation"),
    }


def standings() -> Options:
    """Return in what standing somebody decides."""
    tr = QCoreApplication.translate
    return {
        Standing.SELF: tr("Choice", "for themself"),
        Standing.PARENT: tr("Choice", "with parental responsibility"),
        Standing.COMPETENT_CHILD: tr("Choice", "as a competent young person (Gillick)"),
        Standing.DEPUTY: tr("Choice", "as deputy or attorney"),
    }


def categories() -> Options:
    """Return the kinds of information."""
    tr = QCoreApplication.translate
    return {
        Category.CONTACT: tr("Choice", "Contact and household"),
        Category.SCHOOL: tr("Choice", "School and attendance"),
        Category.PHYSICAL_HEALTH: tr("Choice", "Physical health"),
        Category.MENTAL_HEALTH: tr("Choice", "Mental health"),
        Category.MATERNITY: tr("Choice", "Pregnancy and maternity"),
        Category.DISABILITY: tr("Choice", "Disability and special needs"),
        Category.SUBSTANCES: tr("Choice", "Alcohol and drugs"),
        Category.DOMESTIC_ABUSE: tr("Choice", "Domestic abuse"),
        Category.HOUSING: tr("Choice", "Housing"),
        Category.DEBT: tr("Choice", "Debt"),
        Category.BENEFITS: tr("Choice", "Benefits and work"),
        Category.OFFENDING: tr("Choice", "Offending"),
        Category.SOCIAL_CARE: tr("Choice", "Social care history"),
        Category.IMMIGRATION: tr("Choice", "Immigration"),
        Category.SEXUAL_HEALTH: tr("Choice", "Sexual health (asked about on its own)"),
    }


def involvement_states() -> Options:
    """Return how far an agency's work has got."""
    tr = QCoreApplication.translate
    return {
        InvolvementState.ACTIVE: tr("Choice", "Working with them"),
        InvolvementState.REFERRED: tr("Choice", "Referred"),
        InvolvementState.WAITING: tr("Choice", "On a waiting list"),
        InvolvementState.CLOSED: tr("Choice", "Ended"),
        InvolvementState.DECLINED: tr("Choice", "Declined"),
    }


def request_states() -> Options:
    """Return how far a share request has got."""
    tr = QCoreApplication.translate
    return {
        RequestState.OPEN: tr("Choice", "Asked, no reply"),
        RequestState.ANSWERED: tr("Choice", "Answered"),
        RequestState.PARTLY_ANSWERED: tr("Choice", "Answered in part"),
        RequestState.REFUSED: tr("Choice", "Partner refused"),
        RequestState.RECALLED: tr("Choice", "Recalled"),
        RequestState.CLOSED: tr("Choice", "Closed"),
    }


def urgencies() -> Options:
    """Return how soon a reply is needed."""
    tr = QCoreApplication.translate
    return {
        Urgency.EARLY_HELP: tr("Choice", "Early help: 10 working days"),
        Urgency.CHILD_IN_NEED: tr("Choice", "Child in need: 5 working days"),
        Urgency.SAME_DAY: tr("Choice", "Same day"),
        Urgency.NOTICE_ONLY: tr("Choice", "For information: no reply needed"),
    }


def purposes() -> Options:
    """Return what sharing is for."""
    tr = QCoreApplication.translate
    return {
        Purpose.EARLY_HELP: tr("Choice", "Early help"),
        Purpose.CHILD_IN_NEED: tr("Choice", "Child in need"),
        Purpose.CHILD_PROTECTION: tr("Choice", "Child protection"),
        Purpose.ADULT_CARE: tr("Choice", "Adult care"),
    }


def agency_kinds() -> Options:
    """Return the kinds of agency."""
    tr = QCoreApplication.translate
    return {
        AgencyKind.GP_PRACTICE: tr("Choice", "GP practice"),
        AgencyKind.HEALTH_VISITING: tr("Choice", "Health visiting"),
        AgencyKind.SCHOOL_NURSING: tr("Choice", "School nursing"),
        AgencyKind.MATERNITY: tr("Choice", "Maternity"),
        AgencyKind.PERINATAL_MENTAL_HEALTH: tr("Choice", "Perinatal mental health"),
        AgencyKind.CAMHS: tr("Choice", "CAMHS"),
        AgencyKind.ADULT_MENTAL_HEALTH: tr("Choice", "Adult mental health"),
        AgencyKind.SUBSTANCE_USE: tr("Choice", "Substance use service"),
        AgencyKind.SPEECH_AND_LANGUAGE: tr("Choice", "Speech and language therapy"),
        AgencyKind.THERAPY: tr("Choice", "Therapy"),
        AgencyKind.HOSPITAL: tr("Choice", "Hospital"),
        AgencyKind.SEXUAL_HEALTH: tr("Choice", "Sexual health"),
        AgencyKind.PRIMARY_SCHOOL: tr("Choice", "Primary school"),
        AgencyKind.SECONDARY_SCHOOL: tr("Choice", "Secondary school"),
        AgencyKind.EARLY_YEARS: tr("Choice", "Early years"),
        AgencyKind.SEND: tr("Choice", "SEND team"),
        AgencyKind.HOUSING: tr("Choice", "Housing"),
        AgencyKind.WORK: tr("Choice", "Work and benefits"),
        AgencyKind.YOUTH_JUSTICE: tr("Choice", "Youth justice"),
        AgencyKind.POLICE: tr("Choice", "Police"),
        AgencyKind.DOMESTIC_ABUSE: tr("Choice", "Domestic abuse service"),
        AgencyKind.SOCIAL_CARE: tr("Choice", "Social care"),
        AgencyKind.VOLUNTARY: tr("Choice", "Voluntary group"),
        AgencyKind.OTHER: tr("Choice", "Other"),
    }


def allowed() -> Options:
    """Return whether a way of contact is safe."""
    tr = QCoreApplication.translate
    return {
        Allowed.NOT_ASKED: tr("Choice", "Not asked"),
        Allowed.YES: tr("Choice", "Yes"),
        Allowed.NO: tr("Choice", "No"),
    }


def holdings() -> Options:
    """Return whether somebody holds parental responsibility."""
    tr = QCoreApplication.translate
    return {
        Holds.UNKNOWN: tr("Choice", "Not known"),
        Holds.YES: tr("Choice", "Yes"),
        Holds.NO: tr("Choice", "No"),
        Holds.DISPUTED: tr("Choice", "Disputed"),
    }


def bases() -> Options:
    """Return how somebody came to hold parental responsibility, or why they do not."""
    tr = QCoreApplication.translate
    return {
        Basis.NOT_RECORDED: tr("Choice", "Not recorded"),
        Basis.MOTHER: tr("Choice", "Mother"),
        Basis.MARRIED_FATHER: tr("Choice", "Father married to the mother"),
        Basis.BIRTH_REGISTRATION: tr("Choice", "Named on the birth certificate"),
        Basis.NOT_ON_CERTIFICATE: tr("Choice", "Not named on the birth certificate"),
        Basis.AGREEMENT: tr("Choice", "Parental responsibility agreement"),
        Basis.COURT_ORDER: tr("Choice", "Court order"),
        Basis.SPECIAL_GUARDIANSHIP: tr("Choice", "Special guardianship order"),
        Basis.CHILD_ARRANGEMENTS: tr("Choice", "Child arrangements order"),
        Basis.ADOPTION: tr("Choice", "Adoption order"),
        Basis.CARE_ORDER: tr("Choice", "Care order"),
        Basis.STEP_PARENT: tr("Choice", "Step-parent without order or agreement"),
    }


def print_sizes() -> Options:
    """Return the sizes of print, in points."""
    tr = QCoreApplication.translate
    return {
        "0": tr("Choice", "Ordinary (14 point)"),
        "18": tr("Choice", "Large (18 point)"),
        "24": tr("Choice", "Very large (24 point)"),
    }
