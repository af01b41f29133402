"""Sentences about the ways out of a paper: what stops it, what to bear in mind, the mailbox.

All of it is for the worker's own screen. None of it is ever on a paper or in an e-mail.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.mailbox import Light, MailLook
from app.domain.sending import WayOut
from app.domain.sending_rules import Care, Stop
from app.domain.sharing import LeavesBy


def channel_words(by: LeavesBy) -> str:
    """Return how a paper leaves, in a word or two."""
    tr = QCoreApplication.translate
    return {
        LeavesBy.NOT_SAID: tr("Leaving", "Not said"),
        LeavesBy.OFFICE: tr("Leaving", "Stays in the office"),
        LeavesBy.HAND: tr("Leaving", "By hand"),
        LeavesBy.POST: tr("Leaving", "By post"),
        LeavesBy.EMAIL: tr("Leaving", "By secure e-mail"),
    }[by]


def way_words(way: WayOut) -> str:
    """Return the words of the button that chooses a way."""
    said = channel_words(way.by)
    return f"{said}: {way.to}" if way.to else said


def way_sentences(way: WayOut) -> tuple[tuple[str, str], ...]:
    """Return each sentence about a way with its tone: what stops it first."""
    stops = tuple((stop_sentence(code), "stop") for code in way.stops)
    return stops or tuple((care_sentence(code), "warn") for code in way.cares)


def stop_sentence(code: Stop) -> str:
    """Return why a paper may not leave this way, and what would help."""
    tr = QCoreApplication.translate
    return {
        Stop.RECIPIENT_DIED: tr("Leaving", "They have died. No letter goes to them any more."),
        Stop.SUBJECT_DIED: tr(
            "Leaving",
            "The person it is about has died. Ask the information governance lead first.",
        ),
        Stop.WITNESS_PROTECTION: tr(
            "Leaving", "They are in witness protection. Only the protection unit passes things on."
        ),
        Stop.OLD_ADDRESS: tr(
            "Leaving", "This is an old address: nothing goes there. Record where they live now."
        ),
        Stop.NO_ADDRESS: tr("Leaving", "No address is recorded. Record it, or choose another way."),
        Stop.POST_NOT_SAFE: tr("Leaving", "They said that post is not safe. Choose another way."),
        Stop.UNSAFE_THERE: tr(
            "Leaving", "Somebody lives there from whom a person must be protected. Do not send it."
        ),
        Stop.PROTECTED_THERE: tr(
            "Leaving",
            "Somebody lives there who must be protected from a person on this paper. "
            "Do not send it.",
        ),
        Stop.READER_UNSAFE: tr(
            "Leaving", "The person it is about must be protected from them. Do not send it."
        ),
        Stop.READER_PROTECTED: tr(
            "Leaving", "They must be protected from the person it is about. Do not send it."
        ),
        Stop.NO_MAILBOX: tr("Leaving", "No mailbox is recorded. Ask them for their secure one."),
        Stop.BAD_MAILBOX: tr("Leaving", "This is no e-mail address. Correct it first."),
        Stop.EMAIL_NOT_SAFE: tr(
            "Leaving", "They said that mail to this address is not safe. Choose another way."
        ),
        Stop.NO_MESSAGES: tr(
            "Leaving", "They asked for no messages of any kind. Give it to them yourself."
        ),
        Stop.AGENCY_CLOSED: tr("Leaving", "This agency has closed. Find out who took its work on."),
        Stop.NOT_INVOLVED: tr("Leaving", "This agency is not recorded as working with them now."),
        Stop.PROFESSIONAL_LEFT: tr("Leaving", "This person does not work there any more."),
    }[code]


def door_sentences() -> dict[str, str]:
    """Return why the store let nothing leave, by code: the stops, and what changed meanwhile."""
    tr = QCoreApplication.translate
    return {
        **{str(code): stop_sentence(code) for code in Stop},
        "no-such-way": tr("Leaving", "This way is not there any more. Look again, and choose."),
        "way-changed": tr(
            "Leaving", "Where it goes has changed since you looked. Look again, and choose."
        ),
        "not-looked-at": tr("Leaving", "Something has not been looked at. Look at it first."),
    }


def care_sentence(code: Care) -> str:
    """Return what to bear in mind when a paper leaves this way."""
    tr = QCoreApplication.translate
    return {
        Care.POST_NOT_ASKED: tr("Leaving", "Nobody has asked them yet if post is safe. Ask first."),
        Care.EMAIL_NOT_ASKED: tr(
            "Leaving", "Nobody has asked them yet if mail is safe. Ask first."
        ),
        Care.CONFIDENTIAL_HOME: tr(
            "Leaving",
            "Their address is confidential. Plain envelope, no council mark, no return address "
            "of the team; write it by hand and show it to nobody.",
        ),
        Care.OTHERS_THERE: tr("Leaving", "Others live there and could open it. Mark it personal."),
        Care.ASKED_FOR_NO_MESSAGES: tr(
            "Leaving", "They asked for no messages of any kind. Ask if a letter is one."
        ),
        Care.GIVE_ELSEWHERE: tr(
            "Leaving",
            "Not at their home: somebody there must be kept apart from a person on this paper. "
            "Meet elsewhere.",
        ),
        Care.ASK_YOUR_MANAGER: tr(
            "Leaving",
            "Reader and person must be kept apart. Ask your manager before you give it to them.",
        ),
        Care.POLICE_WAY_ONLY: tr(
            "Leaving", "They are in witness protection. Meet only as the protection unit says."
        ),
        Care.STAFF_SAFETY: tr("Leaving", "Staff safety: read the flag before you go there."),
        Care.NOT_WITH_THEM_NOW: tr(
            "Leaving", "They do not work with this person now. Check that they still must know."
        ),
        Care.SERVES_UNSAFE: tr(
            "Leaving",
            "They also work with somebody from whom this person must be protected. "
            "Ask for whoever leads on safeguarding there.",
        ),
    }[code]


def light_words(light: Light) -> str:
    """Return the colour of a mailbox in words."""
    tr = QCoreApplication.translate
    return {
        Light.GREEN: tr("Leaving", "Green: a secure mailbox."),
        Light.AMBER: tr("Leaving", "Amber: not known to be secure."),
        Light.RED: tr("Leaving", "Red: not on the list of secure mailboxes."),
    }[light]


def light_look(light: Light) -> tuple[str, str]:
    """Return tone and icon of a light; the words say the same."""
    return {
        Light.GREEN: ("ok", "shield-check"),
        Light.AMBER: ("warn", "triangle-alert"),
        Light.RED: ("stop", "circle-alert"),
    }[light]


def mail_words(look: MailLook) -> str:
    """Return the light of a mailbox and what to do about it."""
    return " ".join(part for part in (light_words(look.light), mail_sentence(look)) if part)


def mail_sentence(look: MailLook) -> str:
    """Return what to do about a mailbox; nothing where it is secure."""
    tr = QCoreApplication.translate
    if look.near:
        said = tr("Leaving", "“{0}” looks like “{1}”, and is not. Ask them to spell it.")
        return said.replace("{0}", look.domain).replace("{1}", look.near)
    if look.light is Light.AMBER:
        return tr("Leaving", "Ask if it meets the secure e-mail standard before you use it.")
    if look.light is Light.RED:
        return tr("Leaving", "Ask for a secure mailbox, or choose another way.")
    if look.made_up:
        return tr("Leaving", "On the list for the made-up families only.")
    return ""


def second_look_words(mailbox: str) -> str:
    """Return what a worker ticks before a paper goes to a mailbox that is not known to be safe."""
    tr = QCoreApplication.translate
    return tr("Leaving", "I have checked {0} with them, letter by letter").replace("{0}", mailbox)
