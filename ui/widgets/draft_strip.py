"""Offers half-written forms back: one sentence, carry on or throw away, newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.draft import Draft
from app.domain.ids import HouseholdId
from app.usecases.keep_drafts import DraftLine, list_drafts
from ui.dates import long_date
from ui.desk import Desk
from ui.widgets.banner import Banner

EDGE = 16


class DraftStrip(QWidget):
    """The newest draft of a family, or of all families, and how many more there are."""

    carry_on_asked = Signal(object)
    throw_away_asked = Signal(object)

    def __init__(
        self, desk: Desk, *, name_family: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._desk = desk
        self._name_family = name_family
        self._household: HouseholdId | None = None
        self.lines: tuple[DraftLine, ...] = ()
        self.banner = Banner(
            "",
            tone="info",
            action=tr("Draft", "Carry on"),
            dismiss=tr("Draft", "Throw away"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 12, EDGE, 0)
        column.addWidget(self.banner)
        self.banner.acted.connect(self._carry_on)
        self.banner.dismissed.connect(self._throw_away)
        desk.drafts_changed.connect(self.refresh)
        desk.changed.connect(self._changed)
        self.hide()

    def show_for(self, household: HouseholdId | None) -> None:
        """Offer the drafts of a family, or of all for None."""
        if household != self._household:
            self._show(())
        self._household = household
        self.refresh()

    def refresh(self) -> None:
        """Read again what there is to offer."""
        household = self._household
        if household is not None or self._name_family:
            self._desk.ask(
                lambda work: (household, list_drafts(work, household)),
                owner=self,
                then=self._answered,
            )

    def _answered(self, answer: tuple[HouseholdId | None, tuple[DraftLine, ...]]) -> None:
        household, lines = answer
        if household == self._household:
            self._show(lines)

    def _show(self, lines: tuple[DraftLine, ...]) -> None:
        self.lines = lines
        self.setVisible(bool(lines))
        if lines:
            said = draft_sentence(lines[0].draft, lines[0].family if self._name_family else "")
            more = len(lines) - 1
            and_more = QCoreApplication.translate("Draft", "{0} more").replace("{0}", str(more))
            self.banner.say(said, more=and_more if more else "")
            for button in (self.banner.action_button, self.banner.dismiss_button):
                button.setAccessibleName(f"{button.text()}: {said}")

    def _changed(self, _kinds: frozenset[str]) -> None:
        if self.lines:  # the record may have been kept, or its family taken back
            self.refresh()

    def _carry_on(self) -> None:
        if self.lines:
            self.carry_on_asked.emit(self.lines[0].draft)

    def _throw_away(self) -> None:
        if self.lines:
            self.throw_away_asked.emit(self.lines[0].draft)


def draft_sentence(draft: Draft, family: str = "") -> str:
    """Return e.g. "A half-written visit of 17 November 2026, 10:42", perhaps with the family."""
    tr = QCoreApplication.translate
    new = {
        "visit": tr("Draft", "A half-written visit of {0}"),
        "note": tr("Draft", "A half-written note of {0}"),
        "capture": tr("Draft", "A conversation about sharing, not finished, of {0}"),
    }
    correcting = {
        "visit": tr("Draft", "A half-written correction of a visit, of {0}"),
        "note": tr("Draft", "A half-written correction of a note, of {0}"),
    }
    said = (correcting if draft.about else new).get(
        draft.kind, tr("Draft", "A half-written form of {0}")
    )
    said = said.replace("{0}", _moment(draft.at))
    return f"{family}: {said}" if family else said


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{long_date(here.date())}, {here:%H:%M}"
