"""The words for what a note is, what it rests on and who may see it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.visit import Knowledge, NoteKind, NoteReach
from ui.choices import Options


def note_kinds() -> Options:
    """Return what a note can tell of."""
    tr = QCoreApplication.translate
    return {
        NoteKind.NOTE: tr("Choice", "Note"),
        NoteKind.CALL: tr("Choice", "Phone call"),
        NoteKind.LETTER: tr("Choice", "Letter or e-mail"),
        NoteKind.RECEIVED: tr("Choice", "What a partner told us"),
        NoteKind.BIRTH: tr("Choice", "Birth"),
        NoteKind.DEATH: tr("Choice", "Death"),
        NoteKind.EMERGENCY: tr("Choice", "Went to A&E"),
        NoteKind.EXCLUSION: tr("Choice", "Excluded from school"),
        NoteKind.SUSPENSION: tr("Choice", "Suspended from school"),
        NoteKind.MISSING: tr("Choice", "Was missing"),
        NoteKind.CONCERN: tr("Choice", "Safeguarding concern"),
        NoteKind.REFERRAL: tr("Choice", "Referral"),
        NoteKind.HOMELESS: tr("Choice", "Became homeless"),
        NoteKind.SUMMARY: tr("Choice", "Their story so far, as they agreed it"),
    }


def kinds_of_knowledge() -> Options:
    """Return what a statement can rest on."""
    tr = QCoreApplication.translate
    return {
        Knowledge.FACT: tr("Choice", "Fact: seen, heard or on paper"),
        Knowledge.OPINION: tr("Choice", "Professional opinion"),
        Knowledge.FAMILY_ACCOUNT: tr("Choice", "The family’s account"),
        Knowledge.UNVERIFIED: tr("Choice", "Not checked yet"),
    }


def knowledge_in_short() -> Options:
    """Return the same in a word or two, for a column."""
    tr = QCoreApplication.translate
    return {
        Knowledge.FACT: tr("Choice", "Fact"),
        Knowledge.OPINION: tr("Choice", "Opinion"),
        Knowledge.FAMILY_ACCOUNT: tr("Choice", "Family’s account"),
        Knowledge.UNVERIFIED: tr("Choice", "Not checked"),
    }


def note_reaches() -> Options:
    """Return who may see a note."""
    tr = QCoreApplication.translate
    return {
        NoteReach.OFFICE: tr("Choice", "Only our office"),
        NoteReach.FAMILY: tr("Choice", "Our office and the family"),
        NoteReach.PARTNERS: tr("Choice", "Our office, the family and partners"),
    }


def reaches_in_short() -> Options:
    """Return the same in a word or two, for a column."""
    tr = QCoreApplication.translate
    return {
        NoteReach.OFFICE: tr("Choice", "Our office"),
        NoteReach.FAMILY: tr("Choice", "The family too"),
        NoteReach.PARTNERS: tr("Choice", "Partners too"),
    }
