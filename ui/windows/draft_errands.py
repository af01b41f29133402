"""Half-written forms: offered back, carried on with, thrown away and got back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.draft import Draft
from ui.desk import Desk
from ui.pages.household_page import HouseholdPage
from ui.present import Presented
from ui.widgets.draft_strip import DraftStrip
from ui.widgets.notice import Notice

Opener = Callable[[Draft, Presented], object]


class DraftErrands(QObject):
    """Connects the strips that offer drafts with the forms; `openers` has one for each kind.

    Another form joins with one line in `openers` and one call of `keep_as_draft`.
    """

    def __init__(
        self,
        desk: Desk,
        page: HouseholdPage,
        strips: Sequence[DraftStrip],
        notice: Notice,
        *,
        openers: dict[str, Opener],
        open_household: Callable[[str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._page = page
        self._notice = notice
        self._open_household = open_household
        self._waiting: Draft | None = None
        self.openers = openers
        for strip in strips:
            strip.carry_on_asked.connect(self.carry_on)
            strip.throw_away_asked.connect(self.throw_away)
        desk.draft_left.connect(self._say_left)
        page.shown.connect(self._household_shown)

    def carry_on(self, draft: Draft) -> None:
        """Read the draft once more, open its family and then its form, as it was left."""

        def newest(known: tuple[Draft, ...]) -> None:
            self._open_in_its_family(next((one for one in known if one.id == draft.id), draft))

        household = draft.household
        self._desk.ask(lambda work: work.drafts(household), owner=self, then=newest)

    def throw_away(self, draft: Draft) -> None:
        """Throw the draft away; it can be got back for as long as the notice stands."""
        self._desk.drop_draft(draft.id, owner=self, then=partial(self._thrown_away, draft))

    def _open_in_its_family(self, draft: Draft) -> None:
        presented = self._page.presented
        if presented is not None and presented.record.household.id == draft.household:
            self._open(draft, presented)
        else:
            self._waiting = draft
            self._open_household(draft.household)

    def _household_shown(self) -> None:
        draft, self._waiting = self._waiting, None
        presented = self._page.presented
        if draft is None or presented is None:
            return
        if presented.record.household.id == draft.household:
            self._open(draft, presented)

    def _open(self, draft: Draft, presented: Presented) -> None:
        if draft.kind in self.openers:
            self.openers[draft.kind](draft, presented)

    def _thrown_away(self, draft: Draft, _: None) -> None:
        self._desk.drafts_changed.emit()
        tr = QCoreApplication.translate
        self._notice.show_sentence(
            tr("Draft", "Thrown away."),
            action=tr("Draft", "Get it back"),
            act=partial(self._get_back, draft),
        )

    def _get_back(self, draft: Draft) -> None:
        self._desk.keep_draft(draft, owner=self, then=lambda _: self._desk.drafts_changed.emit())

    def _say_left(self, draft: Draft) -> None:
        tr = QCoreApplication.translate
        self._notice.show_sentence(
            tr("Draft", "Not finished, and not lost: a draft is kept."),
            action=tr("Draft", "Carry on"),
            act=partial(self.carry_on, draft),
        )
