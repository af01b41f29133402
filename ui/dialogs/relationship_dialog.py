"""The form for who is what to whom; both sides are read from the one fact."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId, PersonId
from app.domain.relationship import Relation, Relationship, RelationshipDraft
from app.operation import Command
from app.usecases.keep_relationships import add_relationship, change_relationship
from ui.choices import relations
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import Choice


class RelationshipDialog(DraftDialog):
    """Collects a `RelationshipDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        person: str = "",
        relationship: Relationship | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Relationship", "Correct a relationship")
            if relationship
            else tr("Relationship", "Add a relationship"),
            save=tr("Relationship", "Keep"),
            introduction=tr(
                "Relationship",
                "Say it once; it is read from both sides. Parental responsibility is separate.",
            ),
            parent=parent,
        )
        self._household = household
        add = self.form.add
        self.person = add("person", tr("Relationship", "This person"), Choice(people))
        self.relation = add("kind", tr("Relationship", "is"), Choice(relations()))
        self.other = add("other", tr("Relationship", "this person"), Choice(people))
        self.since = self.add_date("since", tr("Relationship", "Since"))
        self.until = self.add_date("until", tr("Relationship", "Until"))
        self._known = relationship
        if person in people:
            self.person.choose(person)
        if relationship is not None:
            self.person.choose(relationship.person)
            self.relation.choose(relationship.kind)
            self.other.choose(relationship.other)
            self.since.set_day(relationship.since)
            self.until.set_day(relationship.until)

    def command(self) -> Command[Relationship]:
        """Return the command for what the form says now."""
        draft = RelationshipDraft(
            person=PersonId(self.person.key()) if self.person.key() else None,
            kind=Relation(self.relation.key()),
            other=PersonId(self.other.key()) if self.other.key() else None,
            since=self.since.day(),
            until=self.until.day(),
            carer=self._known.carer if self._known else False,
        )
        if self._known is not None:
            return change_relationship(self._known.id, draft)
        return add_relationship(self._household, draft)
