"""The form for a stay: which home, what it is to the person, how many nights, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.home import AddressUse, Stay, StayDraft
from app.domain.ids import HomeId, PersonId
from app.domain.problems import Why
from app.operation import Command
from app.usecases.keep_stays import add_stay, change_stay
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import address_uses
from ui.widgets.fields import Choice, TickList
from ui.widgets.typed import LongChoice, NumberField
from ui.wording import sentence


class StayDialog(DraftDialog):
    """Collects a `StayDraft`. `ending` shows today as the last day, for one that is over."""

    def __init__(
        self,
        desk: Desk,
        person: PersonId,
        *,
        name: str,
        homes: Mapping[str, str],
        stay: Stay | None = None,
        ending: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Stay", "Add where {0} lives") if stay is None else tr("Stay", "{0}: this stay")
        super().__init__(
            desk,
            self.command,
            title=title.replace("{0}", name),
            save=tr("Stay", "Keep"),
            parent=parent,
        )
        self._person = person
        self._known = stay
        add = self.form.add
        self.home = add("home", tr("Stay", "Home"), Choice(homes))
        self.use = add("use", tr("Stay", "What it is to them"), LongChoice(address_uses()))
        self.main = add(
            "main", tr("Stay", "Main home"), TickList({"main": tr("Stay", "They mostly live here")})
        )
        self.nights = add(
            "nights",
            tr("Stay", "Nights a week"),
            NumberField(),
            hint=tr("Stay", "0 to 7, where they sleep in more than one home"),
            optional=self.optional,
        )
        self.readable["nights"] = (self.nights, sentence(Why.NEEDS_NIGHTS))
        self.since = self.add_date("since", tr("Stay", "Since"))
        self.until = self.add_date(
            "until", tr("Stay", "Until"), hint=tr("Stay", "The first day they were not there")
        )
        self.main.choose(frozenset({"main"}))
        if stay is not None:
            self._fill(stay)
        if ending is not None:
            self.until.set_day(ending)

    def command(self) -> Command[Stay]:
        """Return the command for what the form says now."""
        draft = StayDraft(
            home=HomeId(self.home.key()) if self.home.key() else None,
            main=bool(self.main.chosen()),
            nights=self.nights.number(),
            since=self.since.day(),
            until=self.until.day(),
            use=AddressUse(self.use.key()),
        )
        if self._known is not None:
            return change_stay(self._known.id, draft)
        return add_stay(self._person, draft)

    def _fill(self, stay: Stay) -> None:
        self.home.choose(stay.home)
        self.use.choose(stay.use)
        self.main.choose(frozenset({"main"} if stay.main else ()))
        self.nights.show_number(stay.nights)
        self.since.set_day(stay.since)
        self.until.set_day(stay.until)
