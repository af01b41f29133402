"""The form for who is what to whom; both sides are read from the one fact."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import HouseholdId, PersonId
from app.domain.relationship import Contact, Relation, Relationship, RelationshipDraft
from app.operation import Command
from app.usecases.keep_relationships import add_relationship, change_relationship
from ui.choices import relations
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import contacts
from ui.widgets.fields import Choice, TickList
from ui.widgets.typed import TypedNote


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
        self.carer = add(
            "carer",
            tr("Relationship", "Care"),
            TickList({"carer": ""}),
        )
        self.contact = add(
            "contact", tr("Relationship", "Contact with each other"), Choice(contacts())
        )
        self.since = self.add_date("since", tr("Relationship", "Since"))
        self.until = self.add_date("until", tr("Relationship", "Until"))
        self.view_of_person = add("view_of_person", "", TypedNote(lines=2), optional=self.optional)
        self.view_of_other = add("view_of_other", "", TypedNote(lines=2), optional=self.optional)
        self.note = add(
            "note", tr("Relationship", "Note"), TypedNote(lines=2), optional=self.optional
        )
        self._people = people
        self._known = relationship
        if person in people:
            self.person.choose(person)
        if relationship is not None:
            self.person.choose(relationship.person)
            self.relation.choose(relationship.kind)
            self.other.choose(relationship.other)
            self.since.set_day(relationship.since)
            self.until.set_day(relationship.until)
            self.carer.choose(frozenset({"carer"} if relationship.carer else ()))
            self.contact.choose(relationship.contact)
            for name in ("view_of_person", "view_of_other", "note"):
                getattr(self, name).show_words(getattr(relationship, name))
        self.person.picked.connect(self._name_views)
        self.other.picked.connect(self._name_views)
        self._name_views()

    def command(self) -> Command[Relationship]:
        """Return the command for what the form says now."""
        draft = RelationshipDraft(
            person=PersonId(self.person.key()) if self.person.key() else None,
            kind=Relation(self.relation.key()),
            other=PersonId(self.other.key()) if self.other.key() else None,
            since=self.since.day(),
            until=self.until.day(),
            carer=bool(self.carer.chosen()),
            contact=Contact(self.contact.key()),
            view_of_person=self.view_of_person.said(),
            view_of_other=self.view_of_other.said(),
            note=self.note.said(),
        )
        if self._known is not None:
            return change_relationship(self._known.id, draft)
        return add_relationship(self._household, draft)

    def _name_views(self) -> None:
        """Say whose view each of the two fields holds."""
        asked = QCoreApplication.translate("Relationship", "How {0} sees it")
        for row, choice in (("view_of_person", self.person), ("view_of_other", self.other)):
            name = self._people.get(choice.key(), "")
            self.form.row(row).rename(asked.replace("{0}", name), self.optional)
        cares = QCoreApplication.translate("Relationship", "{0} looks after {1}")
        one, other = (self._people.get(c.key(), "") for c in (self.person, self.other))
        box = self.carer.box("carer")
        box.setText(cares.replace("{0}", one).replace("{1}", other))
        box.updateGeometry()
