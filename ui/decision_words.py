"""Words of decisions: what would help, what casts doubt, what must be recorded, what runs out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.consent import CompetenceKind
from app.domain.decision import Caution, Doubt, Step, Verdict
from app.domain.endings import Ending
from app.domain.problems import Why
from app.domain.sharing import Choice, Confidentiality


def decision_sentence(why: Why) -> str:
    """Return what to say beside a field of a decision; "" where the code is another form's."""
    tr = QCoreApplication.translate
    return {
        Why.NEEDS_IDENTITY: tr("Problem", "Say how you knew that it was them."),
        Why.NEEDS_ORGANISATION: tr("Problem", "Say which organisation asked them."),
        Why.NEEDS_SIGNATURE: tr("Problem", "Nothing is signed yet. Sign in the box."),
        Why.NEEDS_AUTHORISER: tr(
            "Problem", "A manager must allow this, not whoever decided. Write who did."
        ),
        Why.NEEDS_MONTHS: tr("Problem", "Give a number of months, 1 to 24."),
        Why.NEEDS_PARTS: tr("Problem", "Answer all four parts of the test."),
        Why.PARTS_DISAGREE: tr(
            "Problem", "They can decide only when all four parts are ticked. Check both answers."
        ),
        Why.NO_SUCH_WORDING: tr("Problem", "No form was ever given out in this wording."),
        Why.FORM_OF_ANOTHER: tr(
            "Problem", "The form with this number is about somebody else. Read it again."
        ),
        Why.NO_SUCH_GATEWAY: tr("Problem", "This law is not in the law pack. Choose another."),
        Why.GATEWAY_NOT_STARTED: tr(
            "Problem", "This law had not started on that day. Choose another."
        ),
        Why.GATEWAY_NOT_FOR_THEM: tr(
            "Problem", "This law does not cover this person or this partner. Choose another."
        ),
        Why.GATEWAY_NOT_FOR_HEALTH: tr(
            "Problem", "This law does not cover information about health. Choose another."
        ),
        Why.SOCIAL_WORKER_ONLY: tr(
            "Problem", "Only a social worker may rely on this. Hand it to them."
        ),
        Why.CONFIDENCE_STANDS: tr(
            "Problem",
            "This law does not lift the duty of confidence. "
            "Weigh the public interest, or choose another law.",
        ),
        Why.IMPOSSIBLE_CHAIN: tr("Problem", "A decision cannot take the place of that one."),
        Why.CONTRADICTS: tr(
            "Problem", "The same person answered both ways on that day. Say which one was meant."
        ),
        Why.TOLD_AND_NOT_TOLD: tr("Problem", "Somebody is named as told and as not told."),
        Why.TOLD_IN_CONFIDENCE: tr(
            "Problem", "Some of this was told in confidence. Say what outweighs that."
        ),
    }.get(why, "")


def step_sentence(step: Step, whom: str = "") -> str:
    """Return what would help; `whom` names whoever is to be asked."""
    tr = QCoreApplication.translate
    said = {
        Step.NOTHING: "",
        Step.RESPECT: tr("Step", "Respect it. Help goes on, and they can change their mind."),
        Step.ASK: tr("Step", "Ask {0}."),
        Step.SIGN: tr("Step", "Have the form signed by {0}."),
        Step.TELL: tr("Step", "Tell the family, and record that you did."),
        Step.MANAGER: tr("Step", "Take it to your manager, and record what they decide."),
        Step.PUT_RIGHT: tr("Step", "Ask which answer was meant, and record that one."),
        Step.RECORD_RESPONSIBILITY: tr("Step", "Record who holds parental responsibility."),
        Step.RECORD_BIRTH: tr("Step", "Record their date of birth."),
        Step.RECORD_AGENCY: tr("Step", "Record that this agency works with them."),
        Step.BEST_INTERESTS: tr(
            "Step",
            "Record who holds a power of attorney, or make a best-interests decision.",
        ),
        Step.ASK_MOTHER: tr("Step", "Ask the mother about herself."),
        Step.SOCIAL_WORKER: tr("Step", "Hand it to a social worker and their manager."),
        Step.OTHER_GROUND: tr("Step", "Look for a law that covers this."),
        Step.DECIDE_AGAIN: tr("Step", "If things have changed, record a new decision."),
        Step.GOVERNANCE: tr("Step", "Ask the information governance lead."),
    }[step]
    nobody = tr("Step", "whoever can decide")
    return said.replace("{0}", whom or nobody)


def verdict_sentence(verdict: Verdict) -> str:
    """Return the answer in a few words."""
    tr = QCoreApplication.translate
    return {
        Verdict.YES: tr("Verdict", "This may be shared."),
        Verdict.YES_BUT_TELL: tr("Verdict", "This may be shared, and the family is told."),
        Verdict.NEEDS: tr("Verdict", "This may not be shared yet."),
        Verdict.REFUSED: tr("Verdict", "This may not be shared."),
    }[verdict]


def caution_sentence(caution: Caution) -> str:
    """Return what to know about the law relied on."""
    tr = QCoreApplication.translate
    return {
        Caution.NOT_APPROVED: tr(
            "Caution", "Your council’s information governance lead has not approved this entry."
        ),
        Caution.START_NOT_CONFIRMED: tr(
            "Caution", "That it has started was announced and is not confirmed in law."
        ),
    }[caution]


def doubt_sentence(doubt: Doubt) -> str:
    """Return why a decision on file counts for nothing."""
    tr = QCoreApplication.translate
    return {
        Doubt.NOT_ENTITLED: tr("Doubt", "Whoever decided could not decide this on that day."),
        Doubt.UNDATED: tr("Doubt", "It has no date."),
        Doubt.BROKEN_CHAIN: tr("Doubt", "It claims to replace a decision it cannot replace."),
        Doubt.CONTRADICTS: tr("Doubt", "The same person answered both ways on that day."),
    }[doubt]


def confidentialities() -> Mapping[str, str]:
    """Return what can lift the duty of confidence."""
    tr = QCoreApplication.translate
    return {
        Confidentiality.CONSENT: tr("Basis", "They agreed"),
        Confidentiality.LEGAL_DUTY: tr("Basis", "A law requires or allows it"),
        Confidentiality.PUBLIC_INTEREST: tr("Basis", "The public interest outweighs it"),
        Confidentiality.DIRECT_CARE: tr("Basis", "Direct care, where agreement is implied"),
        Confidentiality.NOT_CONFIDENTIAL: tr("Basis", "It was not told in confidence"),
    }


def choices() -> Mapping[str, str]:
    """Return the two decisions that are made without agreement."""
    tr = QCoreApplication.translate
    return {
        Choice.SHARE: tr("Ground", "Share without agreement"),
        Choice.NOT_SHARE: tr("Ground", "Do not share"),
    }


def must_words() -> Mapping[str, str]:
    """Return what a gateway asks to be written down."""
    tr = QCoreApplication.translate
    return {
        "relevance": tr("Must", "why it matters"),
        "necessity": tr("Must", "why it is needed"),
        "proportionality": tr("Must", "why it is not more than needed"),
        "detriment": tr("Must", "what harm sharing could do"),
        "alternatives": tr("Must", "what else was considered"),
        "told": tr("Must", "who was told, or why not"),
        "authorised_by": tr("Must", "who allowed it"),
        "advice": tr("Must", "whose advice was taken"),
        "balance": tr("Must", "how both sides were weighed"),
        "threshold": tr("Must", "why the threshold is met"),
        "order": tr("Must", "the order of the court"),
        "capacity": tr("Must", "the capacity assessment"),
        "agreement": tr("Must", "the sharing agreement it comes under"),
        "time": tr("Must", "the time"),
        "status": tr("Must", "the child’s status"),
        "wishes": tr("Must", "what the adult wishes"),
    }


def ending_words() -> Mapping[str, str]:
    """Return what happens on the day something ends."""
    tr = QCoreApplication.translate
    return {
        Ending.RUNS_OUT: tr("Ending", "Agreement runs out"),
        Ending.RAN_OUT: tr("Ending", "Agreement ran out"),
        Ending.TURNS_16: tr("Ending", "Turns 16 and decides alone"),
        Ending.PAPER_DUE: tr("Ending", "Signed paper is to follow"),
        Ending.LOOK_AGAIN: tr("Ending", "Decision to look at again"),
        Ending.ORDER_ENDS: tr("Ending", "Court order ends"),
        Ending.PARTNER_REVIEW: tr("Ending", "Sharing agreement with the partner to review"),
    }


def part_words(kind: CompetenceKind) -> Mapping[str, str]:
    """Return the four parts of a test, by the names of `Parts`."""
    tr = QCoreApplication.translate
    understands = {"understands": tr("Competence", "They understand what it is about")}
    weighs = {"weighs": tr("Competence", "They can weigh what speaks for it and against it")}
    if kind is CompetenceKind.CAPACITY:
        return (
            understands
            | {"retains": tr("Competence", "They can keep it in mind long enough to decide")}
            | weighs
            | {"communicates": tr("Competence", "They can say what they decide, in any way")}
        )
    return (
        understands
        | weighs
        | {
            "free": tr("Competence", "They decide freely; nobody presses them"),
            "knows": tr("Competence", "They know what follows if they say yes, and if no"),
        }
    )
