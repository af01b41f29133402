"""Registration with a GP practice: one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.domain.agency import WITH_THEM_NOW, AgencyKind, Involvement
from app.domain.ids import AgencyId


def second_practice(
    made: Involvement, known: Iterable[Involvement], kinds: Mapping[AgencyId, AgencyKind]
) -> bool:
    """Say whether a person would be with two GP practices at once.

    Source: a patient is registered with one practice at a time (practice, section 10.1).
    """
    if kinds.get(made.agency) is not AgencyKind.GP_PRACTICE or not _with_them(made):
        return False
    return any(
        other.id != made.id
        and other.person == made.person
        and kinds.get(other.agency) is AgencyKind.GP_PRACTICE
        and other.agency != made.agency
        and _with_them(other)
        for other in known
    )


def _with_them(involvement: Involvement) -> bool:
    return involvement.until is None and involvement.state in WITH_THEM_NOW
