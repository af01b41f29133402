"""The numbers registers know somebody by, in the form about a person: value, source, seen when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.identifiers import System, caution, shown, tidy, why_refused
from app.domain.reach import Identifier, IdentifierDraft
from ui.dialogs.draft_dialog import DraftDialog
from ui.person_choices import registers
from ui.widgets.card import Card
from ui.widgets.fields import DateField
from ui.widgets.repeated import Repeated
from ui.widgets.section import SectionForm
from ui.widgets.typed import TypedLine
from ui.wording import caution_sentence


class NumberFields:
    """One number: what it is, where it was seen, and when."""

    def __init__(
        self, dialog: DraftDialog, name: str, system: System, said: str, *, hint: str = ""
    ) -> None:
        tr = QCoreApplication.translate
        self.system = system
        self.known: Identifier | None = None
        self._form = dialog.form
        self._name = name
        self._hint = hint
        optional = dialog.optional
        self.value = dialog.form.add(name, said, TypedLine(), hint=hint, optional=optional)
        self.source = dialog.form.add(
            f"{name}.source",
            tr("Person", "{0}: where it was seen").replace("{0}", said),
            TypedLine(),
            optional=optional,
        )
        self.verified_on: DateField = dialog.add_date(
            f"{name}.verified_on",
            tr("Person", "{0}: seen on").replace("{0}", said),
        )
        self.value.editingFinished.connect(self._write_out)

    def fill(self, known: Identifier) -> None:
        """Show a number that is kept."""
        self.known = known
        self.value.show_words(shown(known.system, known.value))
        self.source.show_words(known.source)
        self.verified_on.set_day(known.verified_on)
        self._write_out()

    def draft(self) -> IdentifierDraft:
        """Return the number as typed; where another was seen is not where this one was."""
        stale = self._is_stale()
        return IdentifierDraft(
            system=self.system,
            value=self.value.text(),
            source="" if stale else self.source.said(),
            verified_on=None if stale else self.verified_on.day(),
            id=self.known.id if self.known else "",
        )

    def _is_stale(self) -> bool:
        """Say whether source and day are those of a number that was here before."""
        return (
            self.known is not None
            and tidy(self.system, self.value.text()) != self.known.value
            and self.source.text() == self.known.source
            and self.verified_on.day() == self.known.verified_on
        )

    def _write_out(self) -> None:
        """Write the number as its register does, and say what to be careful of (trap 30)."""
        value = tidy(self.system, self.value.text())
        remark = ""
        if value and why_refused(self.system, value) is None:
            self.value.setText(shown(self.system, value))
            warning = caution(self.system, value)
            remark = caution_sentence(warning) if warning is not None else ""
        if self._is_stale() and (self.source.text() or self.verified_on.text()):
            self.source.clear()
            self.verified_on.clear()
            again = QCoreApplication.translate(
                "Person", "Another number: say again where and when it was seen."
            )
            remark = f"{again} {remark}".strip()
        self._form.row(self._name).remark(remark)


class NumbersSection:
    """One number of each register, and any number of council cases."""

    def __init__(self, dialog: DraftDialog, form: SectionForm) -> None:
        tr = QCoreApplication.translate
        self._dialog = dialog
        section = form.resume("numbers")
        said = registers()
        hints = {
            System.NHS: tr("Person", "Ten digits, from a letter or card. Never guess it."),
            System.UPN: tr("Person", "A letter and twelve figures, from the school."),
            System.ULN: tr("Person", "Ten digits, from a school or college, from age 14."),
            System.NINO: tr("Person", "Seldom needed: keep it only where there is a reason."),
        }
        self.single: dict[System, NumberFields] = {}
        for system, hint in hints.items():
            card = Card(ground="quiet")
            card.column.setSpacing(12)
            form.put(card)
            with form.into(card.column, section):
                self.single[system] = NumberFields(dialog, system, system, said[system], hint=hint)
        self.cases: Repeated[NumberFields] = Repeated(
            form,
            "cases",
            title=tr("Person", "Council number {0}"),
            add=tr("Person", "Add a council number"),
            make=partial(self._make_case, said[System.COUNCIL]),
        )
        self._gone: list[Identifier] = []

    def fill(self, numbers: tuple[Identifier, ...]) -> None:
        """Show the numbers that are kept."""
        self._gone = [number for number in numbers if not number.system.one_person]
        for number in numbers:
            if number.system.one_person:
                self.single[number.system].fill(number)
            else:
                self.cases.add_card().fill(number)

    def drafts(self) -> tuple[IdentifierDraft, ...]:
        """Return every number as typed; one whose card was taken away comes back empty."""
        cases = [fields.draft() for fields in self.cases.fields]
        still = {draft.id for draft in cases}
        taken = [
            IdentifierDraft(system=number.system, value="", id=number.id)
            for number in self._gone
            if number.id not in still
        ]
        return (*(fields.draft() for fields in self.single.values()), *cases, *taken)

    def true_name(self, field: str) -> str:
        """Return the name of the row for the field of a problem: "council-case.1.source"."""
        system, *rest = field.split(".")
        if system != System.COUNCIL:
            return field
        place = rest.pop(0) if rest and rest[0].isdigit() else "0"
        return self.cases.true_name(".".join(("cases", place, "value", *rest)))

    def _make_case(self, said: str, prefix: str) -> NumberFields:
        return NumberFields(self._dialog, prefix + "value", System.COUNCIL, said)
