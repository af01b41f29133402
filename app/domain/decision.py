"""What the deciding function answers: a verdict, reasons, two bases, and what is still to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import CompetenceId, ConsentId, GroundId, OrderId, PersonId, RulingId
from app.domain.sharing import Confidentiality


class Verdict(StrEnum):
    """The four answers."""

    YES = "yes"
    YES_BUT_TELL = "yes-but-tell"
    NEEDS = "needs"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why, in codes. `ui.wording` and the command line turn each into words and a next step."""

    AGREED = "agreed"
    LAW_ALLOWS = "law-allows"
    NOT_TOLD = "family-not-told"
    PUBLIC_TASK = "public-task"
    RULED = "manager-decided"
    DECEASED = "deceased"
    UNBORN = "unborn"
    NOT_INVOLVED = "not-involved"
    NOT_ASKED = "not-asked"
    SAID_NO = "said-no"
    CHANGED_MIND = "changed-mind"
    RAN_OUT = "ran-out"
    DISAGREEMENT = "parents-disagree"
    CONTRADICTION = "records-contradict"
    NOT_THEIR_DECISION = "not-their-decision"
    TURNED_16 = "turned-16"
    NOT_THIS_KIND = "not-this-kind"
    FORM_NOT_SIGNED = "form-not-signed"
    NOBODY_CAN_DECIDE = "nobody-can-decide"
    AGE_UNKNOWN = "age-unknown"
    LACKS_CAPACITY = "lacks-capacity"
    LIMIT = "asked-not-to"
    DECIDED_NOT_TO = "decided-not-to"
    SOCIAL_WORKER_ONLY = "social-worker-only"
    NOT_FOR_CHILDREN = "not-for-children"
    NO_GATEWAY = "no-gateway"
    NOT_FOR_HEALTH = "not-for-health"
    NOT_FOR_VOLUNTARY = "not-for-voluntary"
    NO_MANAGER = "no-manager"
    CONFIDENCE_STANDS = "confidence-stands"


class Step(StrEnum):
    """What would help, in codes: every reason has one, so "why can't I?" has an answer."""

    NOTHING = "nothing"
    RESPECT = "respect-it"
    ASK = "ask"
    SIGN = "have-it-signed"
    TELL = "tell-the-family"
    MANAGER = "take-it-to-the-manager"
    PUT_RIGHT = "put-the-records-right"
    RECORD_RESPONSIBILITY = "record-responsibility"
    RECORD_BIRTH = "record-date-of-birth"
    RECORD_AGENCY = "record-the-agency"
    BEST_INTERESTS = "best-interests-decision"
    ASK_MOTHER = "ask-the-mother"
    SOCIAL_WORKER = "hand-to-a-social-worker"
    OTHER_GROUND = "look-for-another-ground"
    DECIDE_AGAIN = "decide-again"
    GOVERNANCE = "ask-information-governance"


STEPS: dict[Reason, Step] = {
    Reason.AGREED: Step.NOTHING,
    Reason.LAW_ALLOWS: Step.NOTHING,
    Reason.NOT_TOLD: Step.TELL,
    Reason.PUBLIC_TASK: Step.TELL,
    Reason.RULED: Step.NOTHING,
    Reason.DECEASED: Step.GOVERNANCE,
    Reason.UNBORN: Step.ASK_MOTHER,
    Reason.NOT_INVOLVED: Step.RECORD_AGENCY,
    Reason.NOT_ASKED: Step.ASK,
    Reason.SAID_NO: Step.RESPECT,
    Reason.CHANGED_MIND: Step.RESPECT,
    Reason.RAN_OUT: Step.ASK,
    Reason.DISAGREEMENT: Step.MANAGER,
    Reason.CONTRADICTION: Step.PUT_RIGHT,
    Reason.NOT_THEIR_DECISION: Step.ASK,
    Reason.TURNED_16: Step.ASK,
    Reason.NOT_THIS_KIND: Step.ASK,
    Reason.FORM_NOT_SIGNED: Step.SIGN,
    Reason.NOBODY_CAN_DECIDE: Step.RECORD_RESPONSIBILITY,
    Reason.AGE_UNKNOWN: Step.RECORD_BIRTH,
    Reason.LACKS_CAPACITY: Step.BEST_INTERESTS,
    Reason.LIMIT: Step.RESPECT,
    Reason.DECIDED_NOT_TO: Step.DECIDE_AGAIN,
    Reason.SOCIAL_WORKER_ONLY: Step.SOCIAL_WORKER,
    Reason.NOT_FOR_CHILDREN: Step.OTHER_GROUND,
    Reason.NO_GATEWAY: Step.OTHER_GROUND,
    Reason.NOT_FOR_HEALTH: Step.OTHER_GROUND,
    Reason.NOT_FOR_VOLUNTARY: Step.OTHER_GROUND,
    Reason.NO_MANAGER: Step.MANAGER,
    Reason.CONFIDENCE_STANDS: Step.OTHER_GROUND,
}


class Caution(StrEnum):
    """What is to be known about the law relied on, though it does not change the answer."""

    NOT_APPROVED = "not-approved"
    START_NOT_CONFIRMED = "start-not-confirmed"


class Doubt(StrEnum):
    """Why a decision on file counts for nothing; nothing is ever chosen silently."""

    NOT_ENTITLED = "not-entitled"
    UNDATED = "undated"
    BROKEN_CHAIN = "broken-chain"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A decision on file that counts for nothing, and why."""

    consent: ConsentId
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Need:
    """What is still needed, and from whom where it is somebody of the family."""

    step: Step
    whom: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What may be done, why, on what two bases, and on what evidence it rests."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    confidentiality: Confidentiality | None = None
    dp_basis: str = ""
    gateway: str = ""
    cautions: tuple[Caution, ...] = ()
    consents: tuple[ConsentId, ...] = ()
    ground: GroundId | None = None
    ruling: RulingId | None = None
    competences: tuple[CompetenceId, ...] = ()
    responsibilities: tuple[str, ...] = ()
    orders: tuple[OrderId, ...] = ()
    needs: tuple[Need, ...] = ()
    must_record: tuple[str, ...] = ()  # codes of the gateway’s own list
    set_aside: tuple[SetAside, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether the share may go ahead."""
        return self.verdict in (Verdict.YES, Verdict.YES_BUT_TELL)
