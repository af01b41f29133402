"""The seal that binds a drawn signature to one decision and the words that were shown (trap 28)."""

from __future__ import annotations

import hashlib
import json

from app.domain.consent import Consent
from app.domain.problems import Problem, Why
from app.domain.proof import DrawnSignature

MOST_STROKES, MOST_POINTS = 400, 20_000
WIDEST = 1000  # a stroke is kept in thousandths of the width of the box
FEWEST_POINTS = 2


def seal_of(consent: Consent, strokes: str) -> str:
    """Return the SHA-256 over a decision, its wording and the strokes, as hexadecimal.

    The people are not in it: they are made one when they were entered twice, and what was signed
    stays signed. The decision’s own id says whose it is.
    """
    bound = [
        consent.id,
        consent.agency,
        consent.purpose,
        consent.answer,
        sorted(consent.categories),
        consent.decided_on.isoformat() if consent.decided_on else None,
        consent.wording,
        consent.language,
        consent.proof.wording_sha256,
        strokes,
    ]
    return hashlib.sha256(json.dumps(bound, ensure_ascii=False).encode()).hexdigest()


def bound_to(signature: DrawnSignature, consent: Consent) -> bool:
    """Say whether a signature was drawn for exactly this decision in exactly these words."""
    return signature.consent == consent.id and signature.seal == seal_of(consent, signature.strokes)


def strokes_problems(strokes: str) -> tuple[Problem, ...]:
    """Return what is wrong with drawn strokes: nothing drawn, or no drawing at all."""
    wrong = (Problem("signature", Why.NEEDS_SIGNATURE),)
    try:
        drawn = json.loads(strokes)
    except ValueError:
        return wrong
    if not isinstance(drawn, list) or len(drawn) > MOST_STROKES:
        return wrong
    points = [point for stroke in drawn if isinstance(stroke, list) for point in stroke]
    fits = all(
        isinstance(p, list) and len(p) == 2 and all(_fits(value) for value in p) for p in points
    )
    enough = FEWEST_POINTS <= len(points) <= MOST_POINTS
    return () if fits and enough and len(points) == _all(drawn) else wrong


def _fits(value: object) -> bool:
    return type(value) is int and 0 <= value <= WIDEST


def _all(drawn: list[object]) -> int:
    return sum(len(stroke) if isinstance(stroke, list) else 1 for stroke in drawn)
