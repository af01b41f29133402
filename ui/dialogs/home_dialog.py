"""The form about a home: what the picture calls it, its address, and who may learn of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.home import Home, HomeDraft
from app.domain.ids import HouseholdId, PersonId
from app.domain.person import Safety
from app.operation import Command
from app.usecases.keep_homes import add_home, change_home
from ui.choices import home_safeties, safeties
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NoteField, TickList
from ui.widgets.typed import LongChoice, TypedLine


class HomeDialog(DraftDialog):
    """Collects a `HomeDraft`."""

    def __init__(
        self,
        desk: Desk,
        household: HouseholdId,
        *,
        people: Mapping[str, str],
        home: Home | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Home", "Edit the home") if home else tr("Home", "Add a home"),
            save=tr("Home", "Keep"),
            parent=parent,
        )
        self._household = household
        self._home = home
        add = self.form.add
        self.label = add(
            "label",
            tr("Home", "What the picture calls it"),
            QLineEdit(home.label if home else tr("Home", "Home")),
            hint=tr("Home", "A nickname, such as Gran’s house. Never the address."),
        )
        self.lines = add("lines", tr("Home", "Address"), NoteField(lines=3), optional=self.optional)
        self.postcode = add("postcode", tr("Home", "Postcode"), QLineEdit(), optional=self.optional)
        self.safety = add(
            "safety",
            tr("Home", "Who may learn of it"),
            LongChoice(_safeties(home)),
            hint=tr(
                "Home", "A confidential address is on no form, letter or picture for anybody else."
            ),
        )
        self.confidential_since = self.add_date(
            "confidential_since",
            tr("Home", "Confidential since"),
            hint=tr("Home", "Left empty, it counts from today. For example 3 March 2027"),
        )
        self.uprn = add(
            "uprn",
            tr("Home", "Property number (UPRN)"),
            TypedLine(),
            hint=tr("Home", "One to twelve figures, from the council’s address list"),
            optional=self.optional,
        )
        self.safety.picked.connect(self._show_since)
        if home is None:
            self.members = add("members", tr("Home", "Who lives there now"), TickList(people))
        else:
            self.lines.setPlainText("\n".join(home.lines))
            self.postcode.setText(home.postcode)
            self.safety.choose(home.safety)
            self.confidential_since.set_day(home.confidential_since)
            self.uprn.show_words(home.uprn)
        self._show_since()

    def command(self) -> Command[Home]:
        """Return the command for what the form says now."""
        members = self.members.chosen() if self._home is None else frozenset[str]()
        hidden = self.safety.key() != Safety.ORDINARY
        draft = HomeDraft(
            label=self.label.text(),
            lines=tuple(self.lines.toPlainText().split("\n")),
            postcode=self.postcode.text(),
            safety=Safety(self.safety.key()),
            members=tuple(PersonId(person) for person in sorted(members)),
            confidential_since=self.confidential_since.day() if hidden else None,
            uprn=self.uprn.said(),
        )
        if self._home is not None:
            return change_home(self._home.id, draft)
        return add_home(self._household, draft)

    def _show_since(self) -> None:
        hidden = self.safety.key() != Safety.ORDINARY
        self.form.row("confidential_since").setVisible(hidden)


def _safeties(home: Home | None) -> Mapping[str, str]:
    """Return who may learn of a home, with what is recorded even where it is not usual."""
    found = dict(home_safeties())
    if home is not None:
        found.setdefault(home.safety, safeties()[home.safety])
    return found
