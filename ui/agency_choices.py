"""The words for what is chosen about agencies, orders, competence and replies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.agency import Episode
from app.domain.consent import CompetenceKind
from app.domain.partner import Channel
from app.domain.responsibility import OrderKind
from app.domain.sharing import RequestState
from ui.choices import Options


def channels() -> Options:
    """Return how a partner would like to be asked."""
    tr = QCoreApplication.translate
    return {
        Channel.NOT_SAID: tr("Choice", "They have not said"),
        Channel.LETTER: tr("Choice", "By letter"),
        Channel.EMAIL: tr("Choice", "By secure e-mail"),
        Channel.FORM: tr("Choice", "On their own form"),
        Channel.MEETING: tr("Choice", "At a meeting"),
        Channel.PHONE: tr("Choice", "By phone"),
    }


def episodes() -> Options:
    """Return what sort of work it is."""
    tr = QCoreApplication.translate
    return {
        Episode.NOT_SAID: tr("Choice", "Nothing special"),
        Episode.EARLY_HELP: tr("Choice", "Early help"),
        Episode.EHCP: tr("Choice", "Education, health and care plan"),
        Episode.CHILD_IN_NEED: tr("Choice", "Child in need plan"),
        Episode.CHILD_PROTECTION: tr("Choice", "Child protection plan"),
        Episode.CAMHS_PLAN: tr("Choice", "CAMHS plan"),
        Episode.SECTION_47: tr("Choice", "Section 47 enquiry"),
        Episode.LOOKED_AFTER: tr("Choice", "Looked-after child"),
        Episode.ADULT_SAFEGUARDING: tr("Choice", "Adult safeguarding"),
    }


def order_kinds() -> Options:
    """Return what a court, or the person, has ordered."""
    tr = QCoreApplication.translate
    return {
        OrderKind.SPECIAL_GUARDIANSHIP: tr("Choice", "Special guardianship order"),
        OrderKind.CHILD_ARRANGEMENTS: tr("Choice", "Child arrangements order"),
        OrderKind.NON_MOLESTATION: tr("Choice", "Non-molestation order"),
        OrderKind.OCCUPATION: tr("Choice", "Occupation order"),
        OrderKind.PROHIBITED_STEPS: tr("Choice", "Prohibited steps order"),
        OrderKind.SPECIFIC_ISSUE: tr("Choice", "Specific issue order"),
        OrderKind.CARE: tr("Choice", "Care order"),
        OrderKind.SUPERVISION: tr("Choice", "Supervision order"),
        OrderKind.LASTING_POWER: tr("Choice", "Lasting power of attorney (health)"),
        OrderKind.DEPUTY: tr("Choice", "Deputy (Court of Protection)"),
    }


def competence_kinds() -> Options:
    """Return which test is used."""
    tr = QCoreApplication.translate
    return {
        CompetenceKind.GILLICK: tr("Choice", "Gillick, for under 16"),
        CompetenceKind.CAPACITY: tr("Choice", "Mental capacity, from 16"),
    }


def reply_states() -> Options:
    """Return what can become of a request that is open."""
    tr = QCoreApplication.translate
    return {
        RequestState.ANSWERED: tr("Choice", "They answered"),
        RequestState.PARTLY_ANSWERED: tr("Choice", "They answered in part"),
        RequestState.REFUSED: tr("Choice", "They sent it back without an answer"),
        RequestState.RECALLED: tr("Choice", "We took it back"),
        RequestState.CLOSED: tr("Choice", "It is not needed any more"),
    }
