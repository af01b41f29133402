"""The partners that a form may offer for one person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.person import Safety
from app.domain.record import Record
from ui.widgets.fields import NOBODY, Choice


class PartnerChoice(Choice):
    """A partner, or any: nothing is chosen beforehand, as "any" is much and easily overlooked."""

    def is_unreadable(self) -> bool:
        """Say whether nobody has chosen yet."""
        return not self.key()


def offer_partners(field: Choice, record: Record, person: str) -> None:
    """Offer any partner, and those a person has; what was chosen stays if it is still there.

    What is somebody's own affair is not offered (trap 9).
    """
    before = field.key()
    field.blockSignals(True)
    field.clear()
    if isinstance(field, PartnerChoice):
        field.addItem(QCoreApplication.translate("Partners", "Choose"), "")
    field.addItem(QCoreApplication.translate("Partners", "Any partner that needs it"), NOBODY)
    for fact in record.involvements:
        if fact.person == person and fact.safety is not Safety.OWN:
            field.addItem(record.agency(fact.agency).name, fact.agency)
    if field.findData(before) >= 0:
        field.choose(before)
    field.blockSignals(False)
