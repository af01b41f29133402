"""What a form may offer on a screen that others see, and why one is not even opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.agency import Agency
from app.domain.person import Safety
from app.domain.visit import Visit
from ui.present import Presented


def for_a_shared_screen(
    presented: Presented, agencies: tuple[Agency, ...], added: Agency | None
) -> tuple[Agency, ...]:
    """Leave out what somebody here has for themself alone (trap 9); put a new agency first."""
    met = {i.agency for i in presented.record.involvements if i.safety is not Safety.OWN}
    own = {i.agency for i in presented.record.involvements} - met
    rest = tuple(a for a in agencies if (a.listed or a.id not in own) and a != added)
    return rest if added is None else (added, *rest)


def nobody_to_ask(person: str, agency: str) -> str:
    """Return why no request can be made: of this agency, about this person, or at all."""
    tr = QCoreApplication.translate
    if agency:
        return tr("Done", "Requests go to health partners that work with the person now.")
    if person:
        return tr("Done", "No health partner is recorded for this person yet. Add one first.")
    return tr("Done", "No health partner is recorded for anybody here yet. Add one first.")


def who_can_be_seen(presented: Presented, visit: Visit | None = None) -> dict[str, str]:
    """Return whom a visit can be said to have met: the living, and whoever it already names."""
    named = {*visit.seen, *(said.person for said in visit.words)} if visit else set()
    record = presented.record
    living = {p.id for p in record.people if p.died is None and not p.unborn}
    return {p.id: p.name for p in presented.family.people if p.id in living | named}
