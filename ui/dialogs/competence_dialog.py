"""The form for a competence note: can this person make this one decision, and how was it judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.competence import CompetenceDraft
from app.domain.consent import Competence, CompetenceKind, Parts
from app.domain.ids import AgencyId, HouseholdId, PersonId
from app.operation import Command
from app.usecases.keep_competence import note_competence
from ui.agency_choices import competence_kinds
from ui.decision_words import part_words
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NOBODY, Choice, NoteField, TickList

ABLE, NOT_ABLE = "able", "not-able"


class CompetenceDialog(DraftDialog):
    """Collects a `CompetenceDraft`; a note once kept is never changed, only followed by another."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        agencies: Mapping[str, str],
        today: date,
        person: str = "",
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Competence", "Can they decide this themself?"),
            save=tr("Competence", "Keep the note"),
            introduction=tr(
                "Competence",
                "One person and one decision. It says nothing about any other decision.",
            ),
            parent=parent,
        )
        self._household = household
        self._add_fields(people, agencies)
        self.on.set_day(today)
        if person in people:
            self.person.choose(person)

    def command(self) -> Command[Competence]:
        """Return the command for what the form says now."""
        agency, person = self.agency.chosen(), self.person.chosen()
        found = self.able.chosen()
        return note_competence(
            self._household,
            CompetenceDraft(
                person=PersonId(person) if person else None,
                kind=CompetenceKind(self.kind.key()),
                agency=AgencyId(agency) if agency else None,
                decision=self.decision.toPlainText(),
                on=self.on.day(),
                able=ABLE in found if found else None,
                assessor=self.assessor.text(),
                support=self.support.toPlainText(),
                note=self.note.toPlainText(),
                parts=self._parts_found(),
            ),
        )

    def _parts_found(self) -> Parts:
        """Return what was ticked; a part that is not ticked was not found."""
        kind = CompetenceKind(self.kind.key())
        ticked = self.parts[kind].chosen()
        return Parts(**{name: name in ticked for name in part_words(kind)})

    def _show_parts(self) -> None:
        """Show the four parts of the test that is used; a problem is said beside these."""
        used = CompetenceKind(self.kind.key())
        for kind in self.parts:
            self.form.row(f"parts-{kind}").setVisible(kind is used)

    def _add_fields(self, people: Mapping[str, str], agencies: Mapping[str, str]) -> None:
        tr = QCoreApplication.translate
        add, optional = self.form.add, self.optional
        self.person = add("person", tr("Competence", "Who"), Choice(people))
        self.kind = add("kind", tr("Competence", "Which test"), Choice(competence_kinds()))
        self.agency = add(
            "agency",
            tr("Competence", "About sharing with"),
            Choice({NOBODY: tr("Competence", "No one agency"), **agencies}),
        )
        self.decision = add("decision", tr("Competence", "Which decision"), NoteField(lines=2))
        self.on = self.add_date("on", tr("Competence", "Judged on"), optional=False)
        self.parts = {
            kind: add(
                f"parts-{kind}",
                tr("Competence", "What they can do now, with help"),
                TickList(part_words(kind)),
            )
            for kind in CompetenceKind
        }
        self.kind.picked.connect(self._show_parts)
        self._show_parts()
        found = {
            ABLE: tr("Competence", "They can decide this"),
            NOT_ABLE: tr("Competence", "They cannot decide this now"),
        }
        self.able = add("able", tr("Competence", "What was found"), TickList(found, single=True))
        self.assessor = add("assessor", tr("Competence", "Who judged it"), QLineEdit())
        self.support = add(
            "support",
            tr("Competence", "What helped them decide"),
            NoteField(lines=2),
            optional=optional,
        )
        self.note = add(
            "note",
            tr("Competence", "How it was judged"),
            NoteField(lines=4),
            hint=tr(
                "Competence",
                "Did they understand, weigh it, decide freely or keep it in mind, and say so?",
            ),
        )
