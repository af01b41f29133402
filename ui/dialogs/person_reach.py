"""How somebody is reached, in the form about a person: numbers and mails, and what is safe."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication

from app.domain.person import NOBODY_ASKED, Allowed, Person, SafeContact, Safety
from app.domain.reach import ContactPoint, ContactPointDraft, Way
from ui.choices import allowed, safeties
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import contact_ways
from ui.widgets.fields import Choice
from ui.widgets.repeated import Repeated
from ui.widgets.section import SectionForm
from ui.widgets.text import words
from ui.widgets.typed import LongChoice, TypedLine


@dataclass(slots=True)
class PointCard:
    """The fields of one way to reach somebody."""

    way: Choice
    value: TypedLine
    label: TypedLine
    safety: Choice
    call: Choice
    message: Choice
    id: str = ""

    def fill(self, point: ContactPoint) -> None:
        """Show one that is kept."""
        self.id = point.id
        self.way.choose(point.way)
        self.value.show_words(point.value)
        self.label.show_words(point.label)
        self.safety.choose(point.safety)
        self.call.choose(point.call)
        self.message.choose(point.message)

    def draft(self) -> ContactPointDraft:
        """Return it as typed."""
        return ContactPointDraft(
            way=Way(self.way.key()),
            value=self.value.said(),
            label=self.label.said(),
            safety=Safety(self.safety.key()),
            call=Allowed(self.call.key()),
            message=Allowed(self.message.key()),
            id=self.id,
        )


class ReachSection:
    """Any number of phones and mails, and how contact is safe."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        self._form = form
        self._optional = dialog.optional
        form.resume("reach")
        self.points: Repeated[PointCard] = Repeated(
            form,
            "contact_points",
            title=tr("Person", "Phone or e-mail {0}"),
            add=tr("Person", "Add a phone number or e-mail"),
            make=self._make_point,
        )
        form.put(words(tr("Person", "Contact that is safe"), "section"))
        self.ways = {
            name: form.add(f"contact.{name}", label, Choice(allowed()))
            for name, label in (
                ("call", tr("Person", "May we call?")),
                ("text", tr("Person", "May we send texts?")),
                ("voicemail", tr("Person", "May we leave a message?")),
                ("post", tr("Person", "May we send letters?")),
                ("email", tr("Person", "May we send e-mails?")),
            )
        }
        add, optional = form.add, dialog.optional
        self.code_word = add(
            "contact.code_word",
            tr("Person", "Code word"),
            TypedLine(),
            hint=tr("Person", "Said first, so that they know it is really us."),
            optional=optional,
        )
        self.times = add(
            "contact.times",
            tr("Person", "Good times"),
            TypedLine(),
            hint=tr("Person", "For example: after 2 pm, works nights"),
            optional=optional,
        )

    def fill(self, person: Person, points: tuple[ContactPoint, ...]) -> None:
        """Show what is kept."""
        for point in points:
            self.points.add_card().fill(point)
        for name, choice in self.ways.items():
            choice.choose(getattr(person.contact, name))
        self.code_word.show_words(person.contact.code_word)
        self.times.show_words(person.contact.times)

    @staticmethod
    def filled(person: Person) -> int:
        """Return how much is kept about safe contact."""
        values = (getattr(person.contact, field.name) for field in fields(SafeContact))
        return sum(value not in (Allowed.NOT_ASKED, "") for value in values)

    def contact(self) -> SafeContact:
        """Return what is said about safe contact."""
        said = SafeContact(
            **{name: Allowed(choice.key()) for name, choice in self.ways.items()},
            code_word=self.code_word.said(),
            times=self.times.said(),
        )
        return NOBODY_ASKED if said == NOBODY_ASKED else said

    def drafts(self) -> tuple[ContactPointDraft, ...]:
        """Return every phone and mail as typed."""
        return tuple(card.draft() for card in self.points.fields)

    def _make_point(self, prefix: str) -> PointCard:
        tr = QCoreApplication.translate
        add = self._form.add
        return PointCard(
            way=add(prefix + "way", tr("Person", "Way"), Choice(contact_ways())),
            value=add(prefix + "value", tr("Person", "Number or address"), TypedLine()),
            label=add(
                prefix + "label",
                tr("Person", "What it is"),
                TypedLine(),
                hint=tr("Person", "For example: mobile, work, Gran’s phone"),
                optional=self._optional,
            ),
            safety=add(
                prefix + "safety", tr("Person", "Who may learn of it"), LongChoice(safeties())
            ),
            call=add(prefix + "call", tr("Person", "May we call it?"), Choice(allowed())),
            message=add(
                prefix + "message", tr("Person", "May we leave a message there?"), Choice(allowed())
            ),
        )
