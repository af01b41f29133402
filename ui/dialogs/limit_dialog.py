"""The form for who must not be told, and about what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.competence import LimitDraft
from app.domain.consent import Limit
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.operation import Command
from app.usecases.keep_competence import add_limit, change_limit
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NOBODY, Choice


class LimitDialog(DraftDialog):
    """Collects a `LimitDraft`. A limit never leaves the office, not even that there is one."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        agencies: Mapping[str, str],
        today: date,
        person: str = "",
        limit: Limit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Limit", "Edit who must not be told") if limit else tr("Limit", "Do not tell …")
        super().__init__(desk, self.command, title=title, save=tr("Limit", "Keep"), parent=parent)
        self._household = household
        self._limit = limit
        self._add_fields(people, agencies)
        if limit is not None:
            self._fill(limit)
            return
        self.person.picked.connect(self._decides_for_themself)
        self.since.set_day(today)
        if person in people:
            self.person.choose(person)
            self.decided_by.choose(person)

    def command(self) -> Command[Limit]:
        """Return the command for what the form says now."""
        agency = self.not_agency.chosen()
        draft = LimitDraft(
            person=_one(self.person),
            decided_by=_one(self.decided_by),
            not_person=_one(self.not_person),
            not_agency=AgencyId(agency) if agency else None,
            about=self.about.text(),
            since=self.since.day(),
        )
        if self._limit is not None:
            return change_limit(self._limit.id, draft)
        return add_limit(self._household, draft)

    def _add_fields(self, people: Mapping[str, str], agencies: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        add = self.form.add
        nobody = {NOBODY: tr("Limit", "Nobody in the family")}
        none = {NOBODY: tr("Limit", "No agency")}
        self.person = add("person", tr("Limit", "About whom"), Choice(people))
        self.decided_by = add("decided_by", tr("Limit", "Who decided it"), Choice(people))
        self.not_person = add(
            "not_person", tr("Limit", "Do not tell this person"), Choice({**nobody, **people})
        )
        self.not_agency = add(
            "not_agency", tr("Limit", "Do not tell this agency"), Choice({**none, **agencies})
        )
        self.about = add("about", tr("Limit", "About what"), QLineEdit(), optional=self.optional)
        self.since = self.add_date("since", tr("Limit", "Since"))

    def _decides_for_themself(self, person: str) -> None:
        """Suggest the usual case: who it is about has decided it."""
        if person:
            self.decided_by.choose(person)

    def _fill(self, limit: Limit) -> None:
        self.person.choose(limit.person)
        self.decided_by.choose(limit.decided_by)
        self.not_person.choose(limit.not_person or NOBODY)
        self.not_agency.choose(limit.not_agency or NOBODY)
        self.about.setText(limit.about)
        self.since.set_day(limit.since)


def _one(field: Choice) -> PersonId | None:
    return PersonId(field.chosen()) if field.chosen() else None
