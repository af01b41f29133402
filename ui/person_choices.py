"""The words for what is chosen about people, homes and kin: codes of `app` to what is said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.home import AddressUse
from app.domain.identifiers import System
from app.domain.person import Diagnosis, Ethnicity, InterpreterWay, NameUse, Reading, Support
from app.domain.reach import FlagKind, Way
from app.domain.relationship import Contact
from app.domain.restricted import LookReason, RestrictedKind
from ui.choices import Options


def name_uses() -> Options:
    """Return what a further name is, or was, used for."""
    tr = QCoreApplication.translate
    return {
        NameUse.OLD: tr("Choice", "Previous name"),
        NameUse.MAIDEN: tr("Choice", "Name before marriage"),
        NameUse.USUAL: tr("Choice", "Usual name"),
        NameUse.OFFICIAL: tr("Choice", "Official name"),
        NameUse.NICKNAME: tr("Choice", "Nickname"),
        NameUse.TEMPORARY: tr("Choice", "Temporary name"),
        NameUse.ANONYMOUS: tr("Choice", "Anonymous: name not to be used"),
    }


def ethnicities() -> Options:
    """Return how somebody describes themself, in the words of the 2021 census."""
    tr = QCoreApplication.translate
    return {
        Ethnicity.NOT_ASKED: tr("Choice", "Not asked"),
        Ethnicity.REFUSED: tr("Choice", "Asked, would rather not say"),
        Ethnicity.BANGLADESHI: tr("Choice", "Bangladeshi"),
        Ethnicity.CHINESE: tr("Choice", "Chinese"),
        Ethnicity.INDIAN: tr("Choice", "Indian"),
        Ethnicity.PAKISTANI: tr("Choice", "Pakistani"),
        Ethnicity.OTHER_ASIAN: tr("Choice", "Other Asian"),
        Ethnicity.AFRICAN: tr("Choice", "African"),
        Ethnicity.CARIBBEAN: tr("Choice", "Caribbean"),
        Ethnicity.OTHER_BLACK: tr("Choice", "Other Black"),
        Ethnicity.WHITE_AND_ASIAN: tr("Choice", "White and Asian"),
        Ethnicity.WHITE_AND_BLACK_AFRICAN: tr("Choice", "White and Black African"),
        Ethnicity.WHITE_AND_BLACK_CARIBBEAN: tr("Choice", "White and Black Caribbean"),
        Ethnicity.OTHER_MIXED: tr("Choice", "Other Mixed"),
        Ethnicity.WHITE_BRITISH: tr(
            "Choice", "White English, Welsh, Scottish, N. Irish or British"
        ),
        Ethnicity.IRISH: tr("Choice", "Irish"),
        Ethnicity.GYPSY_OR_IRISH_TRAVELLER: tr("Choice", "Gypsy or Irish Traveller"),
        Ethnicity.ROMA: tr("Choice", "Roma"),
        Ethnicity.OTHER_WHITE: tr("Choice", "Other White"),
        Ethnicity.ARAB: tr("Choice", "Arab"),
        Ethnicity.ANY_OTHER: tr("Choice", "Any other"),
    }


def readings() -> Options:
    """Return how well somebody reads."""
    tr = QCoreApplication.translate
    return {
        Reading.NOT_ASKED: tr("Choice", "Not asked"),
        Reading.WELL: tr("Choice", "Reads well"),
        Reading.SOME: tr("Choice", "Reads some things"),
        Reading.NOT: tr("Choice", "Does not read"),
    }


def interpreter_ways() -> Options:
    """Return how an interpreter is to be there."""
    tr = QCoreApplication.translate
    return {
        InterpreterWay.NOT_SAID: tr("Choice", "Not said"),
        InterpreterWay.IN_PERSON: tr("Choice", "In person"),
        InterpreterWay.PHONE: tr("Choice", "By phone"),
        InterpreterWay.VIDEO: tr("Choice", "By video"),
    }


def diagnoses() -> Options:
    """Return how a disability is known."""
    tr = QCoreApplication.translate
    return {
        Diagnosis.NOT_RECORDED: tr("Choice", "Not recorded"),
        Diagnosis.DIAGNOSED: tr("Choice", "Diagnosed"),
        Diagnosis.REPORTED: tr("Choice", "Told by the family"),
    }


def supports() -> Options:
    """Return what a school does for special educational needs."""
    tr = QCoreApplication.translate
    return {
        Support.NOT_RECORDED: tr("Choice", "Not recorded"),
        Support.NONE: tr("Choice", "None needed"),
        Support.SEN: tr("Choice", "SEN support"),
        Support.EHCP: tr("Choice", "Education, health and care plan (EHCP)"),
    }


def print_points() -> Options:
    """Return the sizes of print that are usual, in points; "0" is what everybody gets."""
    tr = QCoreApplication.translate
    return {
        "0": tr("Choice", "Ordinary"),
        "14": tr("Choice", "14 point"),
        "16": tr("Choice", "16 point"),
        "18": tr("Choice", "18 point, large"),
        "20": tr("Choice", "20 point"),
        "24": tr("Choice", "24 point, very large"),
        "28": tr("Choice", "28 point"),
    }


def contact_ways() -> Options:
    """Return the ways to reach somebody."""
    tr = QCoreApplication.translate
    return {Way.PHONE: tr("Choice", "Phone"), Way.EMAIL: tr("Choice", "E-mail")}


def registers() -> Options:
    """Return the names of the registers that know people by a number."""
    tr = QCoreApplication.translate
    return {
        System.NHS: tr("Choice", "NHS number"),
        System.UPN: tr("Choice", "Unique pupil number"),
        System.ULN: tr("Choice", "Unique learner number"),
        System.NINO: tr("Choice", "National Insurance number"),
        System.COUNCIL: tr("Choice", "Council case number"),
    }


def address_uses() -> Options:
    """Return what an address is to a person."""
    tr = QCoreApplication.translate
    return {
        AddressUse.HOME: tr("Choice", "Home"),
        AddressUse.TEMPORARY: tr("Choice", "Temporary home"),
        AddressUse.WORK: tr("Choice", "Work: not lived at"),
        AddressUse.OLD: tr("Choice", "Old: nothing is sent there"),
        AddressUse.BILLING: tr("Choice", "Bills: not lived at"),
    }


def contacts() -> Options:
    """Return what contact two people have with each other."""
    tr = QCoreApplication.translate
    return {
        Contact.NOT_RECORDED: tr("Choice", "Not recorded"),
        Contact.YES: tr("Choice", "Yes"),
        Contact.SUPERVISED: tr("Choice", "Supervised"),
        Contact.NONE: tr("Choice", "None"),
    }


def flag_kinds() -> Options:
    """Return what the office must bear in mind about somebody."""
    tr = QCoreApplication.translate
    return {
        FlagKind.STAFF_SAFETY: tr("Choice", "Staff safety"),
        FlagKind.CONFIDENTIAL_ADDRESS: tr("Choice", "Confidential address"),
        FlagKind.MARAC: tr("Choice", "MARAC: heard at the conference on domestic abuse"),
        FlagKind.NO_MESSAGES: tr("Choice", "No messages: leave none, in any way"),
        FlagKind.ADOPTED_IDENTITY: tr("Choice", "Adopted: previous identity is sealed"),
        FlagKind.WITNESS_PROTECTION: tr("Choice", "Witness protection"),
    }


def look_reasons() -> Options:
    """Return why somebody looks at restricted facts."""
    tr = QCoreApplication.translate
    return {
        LookReason.PERSON_ASKED: tr("Choice", "The person asked"),
        LookReason.LEGAL_ADVICE: tr("Choice", "Legal advice"),
        LookReason.SAFETY: tr("Choice", "Safety"),
        LookReason.CORRECTING: tr("Choice", "Correcting or adding a fact"),
        LookReason.SUBJECT_ACCESS: tr("Choice", "Access request by the person"),
        LookReason.HAND_OVER: tr("Choice", "Handing the family over"),
    }


def restricted_kinds() -> Options:
    """Return the kinds of restricted facts."""
    tr = QCoreApplication.translate
    return {
        RestrictedKind.IMMIGRATION: tr("Choice", "Nationality and immigration"),
        RestrictedKind.SEALED_IDENTITY: tr("Choice", "Sealed previous identity"),
        RestrictedKind.GENDER_HISTORY: tr("Choice", "Gender history"),
    }
