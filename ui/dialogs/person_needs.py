"""How to talk with somebody, in the form about a person (DCB1605)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.person import NO_NEEDS, Communication, InterpreterWay, Person, Reading
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import interpreter_ways, print_points, readings
from ui.widgets.fields import Choice, TickList
from ui.widgets.section import SectionForm
from ui.widgets.typed import TypedLine, TypedNote

TICKS = ("interpreter", "easy_read", "sign_language", "makaton")
LINES = ("language", "dialect", "interpreter_wish", "paper", "hearing", "advocate")


class NeedsSection:
    """What somebody needs in order to understand and be understood."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        self._optional = dialog.optional
        self._form = form
        form.resume("needs")
        self.language = self._line("language", tr("Person", "Language they speak at home"))
        self.dialect = self._line("dialect", tr("Person", "Dialect"))
        self.help = form.add(
            "help",
            tr("Person", "Needs"),
            TickList(
                {
                    "interpreter": tr("Person", "An interpreter"),
                    "easy_read": tr("Person", "Easy read, or read aloud"),
                    "sign_language": tr("Person", "British Sign Language"),
                    "makaton": tr("Person", "Makaton"),
                }
            ),
        )
        self.interpreter_wish = self._line(
            "interpreter_wish", tr("Person", "Wishes about the interpreter")
        )
        self.interpreter_way = form.add(
            "needs.interpreter_way",
            tr("Person", "How the interpreter is there"),
            Choice(interpreter_ways()),
        )
        self.reading = form.add("needs.reading", tr("Person", "Reading"), Choice(readings()))
        self.print_points = form.add("print", tr("Person", "Size of print"), Choice(print_points()))
        self.paper = self._line("paper", tr("Person", "Colour of paper"))
        self.hearing = self._line("hearing", tr("Person", "Hearing"))
        self.advocate = self._line("advocate", tr("Person", "Advocate"))
        self.digital = form.add(
            "needs.digital",
            tr("Person", "Phone, computer, data"),
            TypedNote(lines=2),
            hint=tr("Person", "What they have and can use"),
            optional=self._optional,
        )
        self.note = form.add(
            "needs.note",
            tr("Person", "Note on talking and reading"),
            TypedNote(lines=2),
            optional=self._optional,
        )

    def fill(self, person: Person) -> None:
        """Show what is kept."""
        needs = person.needs
        for name in (*LINES, "digital", "note"):
            getattr(self, name).show_words(getattr(needs, name))
        self.help.choose(frozenset(name for name in TICKS if getattr(needs, name)))
        self.interpreter_way.choose(needs.interpreter_way)
        self.reading.choose(needs.reading)
        points = str(needs.print_points)
        if self.print_points.findData(points) < 0:
            said = QCoreApplication.translate("Person", "{0} point").replace("{0}", points)
            self.print_points.addItem(said, points)
        self.print_points.choose(points)

    @staticmethod
    def filled(person: Person) -> int:
        """Return how much is kept."""
        needs = person.needs
        count = sum(bool(getattr(needs, name)) for name in (*LINES, *TICKS, "digital", "note"))
        return count + (needs.reading is not Reading.NOT_ASKED) + (needs.print_points > 0)

    def needs(self) -> Communication:
        """Return what is said."""
        ticked = self.help.chosen()
        said = Communication(
            **{name: getattr(self, name).said() for name in (*LINES, "digital", "note")},
            interpreter="interpreter" in ticked,
            easy_read="easy_read" in ticked,
            sign_language="sign_language" in ticked,
            makaton="makaton" in ticked,
            interpreter_way=InterpreterWay(self.interpreter_way.key()),
            reading=Reading(self.reading.key()),
            print_points=int(self.print_points.key()),
        )
        return NO_NEEDS if said == NO_NEEDS else said

    def _line(self, name: str, label: str) -> TypedLine:
        return self._form.add(f"needs.{name}", label, TypedLine(), optional=self._optional)
