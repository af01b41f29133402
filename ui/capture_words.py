"""Words for the key worker while somebody is asked; what the family reads is in `resources`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.consent import Answer
from app.domain.proof import Way


def unsure_reason() -> str:
    """Return how "not sure yet" is kept as the reason why nothing was decided."""
    return QCoreApplication.translate("Capture", "Not sure yet")


def ways_to_tell() -> Mapping[str, str]:
    """Return how somebody can tell us, in their own words."""
    tr = QCoreApplication.translate
    return {
        Way.SCREEN: tr("Capture", "I sign here on the screen"),
        Way.INK: tr("Capture", "I sign on paper"),
        Way.SPOKEN: tr("Capture", "I say it, and you write it down"),
        Way.INTERPRETED: tr("Capture", "I say it through an interpreter"),
        Way.OTHER_ORGANISATION: tr("Capture", "Another service asked me and has my answer"),
    }


def needed(screen: str) -> str:
    """Return what is to be chosen before one goes on from a screen."""
    tr = QCoreApplication.translate
    return {
        "who": tr("Capture", "Choose who it is about."),
        "decider": tr("Capture", "Choose who is deciding."),
        "services": tr("Capture", "Choose at least one service, or leave."),
        "answer": tr("Capture", "Choose one of the three answers."),
        "follow": tr("Capture", "Choose at least one kind, or go back and choose another answer."),
        "way": tr("Capture", "Choose how they tell us."),
    }[screen]


def nobody_decides(name: str) -> str:
    """Return what to do when nobody can decide about somebody."""
    said = QCoreApplication.translate(
        "Capture", "Nobody who can decide about {0} is recorded. Leave, and record that first."
    )
    return said.replace("{0}", name)


def no_partners(name: str) -> str:
    """Return what to do when nobody works with a person yet."""
    said = QCoreApplication.translate(
        "Capture", "No service is recorded for {0} yet. Leave, and add one first."
    )
    return said.replace("{0}", name)


def asked_heading(name: str) -> str:
    """Return the question about a child of 12 to 15."""
    return QCoreApplication.translate("Capture", "Has {0} been asked?").replace("{0}", name)


def asked_told(name: str) -> str:
    """Return when a child decides, and for how much a note counts."""
    said = QCoreApplication.translate(
        "Capture",
        "If {0} understands this decision, {0} makes it. A Gillick note says so, for one service.",
    )
    return said.replace("{0}", name)


def which_decision(agency: str) -> str:
    """Return what a Gillick note of this conversation is about."""
    said = QCoreApplication.translate("Capture", "Whether we may talk to {0}")
    return said.replace("{0}", agency)


def turn_it_back() -> str:
    """Return what is asked of the family while the screen shows what is not for them."""
    return QCoreApplication.translate("Capture", "Please turn the screen back to your worker.")


def problem_fields() -> Mapping[str, str]:
    """Return on which screen a field of a decision is put right."""
    proof = dict.fromkeys(
        (
            *("witness", "identity", "organisation", "reference", "signature", "form"),
            *("paper_by", "decided_on", "interpreter_number", "interpreted_into"),
        ),
        "proof",
    )
    return proof | {
        "categories": "follow",
        "reason": "follow",
        "answer": "answer",
        "agency": "services",
        "decider": "decider",
        "person": "who",
    }


def answer_key(answer: Answer | None) -> str:
    """Return which of the three answers stands for what is kept."""
    return {Answer.GIVEN: "yes", Answer.REFUSED: "no", Answer.NOT_SOUGHT: "unsure"}.get(
        answer or Answer.DRAFT, ""
    )
