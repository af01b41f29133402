"""How a decision about sharing was given, and what proves it later (practice, section 7.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.household import NAME_LENGTH, text_problems
from app.domain.ids import ConsentId, HouseholdId
from app.domain.problems import Problem, Why


class Way(StrEnum):
    """How the decision was given."""

    INK = "ink"
    SCREEN = "screen"
    SPOKEN = "spoken"
    INTERPRETED = "interpreted"
    OTHER_ORGANISATION = "other-organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What makes a decision provable, beside the witness and the number of the paper."""

    identity: str = ""  # how it was checked who they are
    script: str = ""  # version of the words that were read out
    paper_by: date | None = None  # when the signed paper is to follow
    interpreter_number: str = ""
    interpreted_into: str = ""  # the language; the wording itself stays ours (trap 27)
    organisation: str = ""  # which organisation asked, and keeps the paper
    reference: str = ""  # their number for it
    copy_seen: bool = False
    wording_sha256: str = ""  # of the text that was shown or read


NO_PROOF = Proof()
SHORT_TEXTS = ("identity", "interpreter_number", "interpreted_into", "organisation", "reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersion:
    """One wording of the consent form that was ever given out: version, language and its hash."""

    version: str
    language: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSignature:
    """A signature drawn on the screen, bound by `seal` to the decision and the words shown.

    `strokes` is JSON: lists of [x, y] in thousandths of the width. It never leaves the store but
    on the paper it belongs to (trap 28).
    """

    id: str
    household: HouseholdId
    consent: ConsentId
    strokes: str
    drawn_at: datetime
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """The signed paper that came after a decision was kept: matched by its form number."""

    id: str
    household: HouseholdId
    consent: ConsentId
    on: date
    form: str
    by: str = ""


def proof_problems(
    way: Way, proof: Proof, witness: str, *, decided_on: date | None, drawn: bool
) -> tuple[Problem, ...]:
    """Return what is missing to prove a decision given in this way, in form order."""
    found: list[Problem] = []
    if way in (Way.SPOKEN, Way.INTERPRETED) and not witness.strip():
        found.append(Problem("witness", Why.NEEDS_WITNESS))
    if way is Way.SPOKEN and not proof.identity.strip():
        found.append(Problem("identity", Why.NEEDS_IDENTITY))
    if way is Way.OTHER_ORGANISATION and not proof.organisation.strip():
        found.append(Problem("organisation", Why.NEEDS_ORGANISATION))
    if way is Way.SCREEN and not drawn:
        found.append(Problem("signature", Why.NEEDS_SIGNATURE))
    if proof.paper_by is not None and decided_on is not None and proof.paper_by < decided_on:
        found.append(Problem("paper_by", Why.ENDS_BEFORE_START))
    for name in SHORT_TEXTS:
        found += text_problems(name, getattr(proof, name), NAME_LENGTH)
    return tuple(found)
