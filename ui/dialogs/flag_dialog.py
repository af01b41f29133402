"""The form for what the office must bear in mind about somebody, and the list of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import PersonId
from app.domain.reach import Flag, FlagDraft, FlagKind
from app.domain.record import Record
from app.operation import Command
from app.usecases.keep_flags import add_flag, change_flag, remove_flag
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.listed_dialog import RecordListDialog
from ui.models.tuple_model import Column
from ui.person_choices import flag_kinds
from ui.widgets.buttons import Button
from ui.widgets.typed import LongChoice, TypedLine, TypedNote


def never_leaves() -> str:
    """Return the note that stands wherever flags are written."""
    return QCoreApplication.translate(
        "Flag",
        "Only for the office. It is on no form, letter, picture or export that leaves, and "
        "nobody outside learns that there is one.",
    )


class FlagDialog(DraftDialog):
    """Collects a `FlagDraft`. `ending` shows today as the last day, for one that is over."""

    def __init__(
        self,
        desk: Desk,
        person: PersonId,
        *,
        name: str,
        flag: Flag | None = None,
        ending: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Flag", "Bear in mind about {0}") if flag is None else tr("Flag", "{0}: a flag")
        super().__init__(
            desk,
            self.command,
            title=title.replace("{0}", name),
            save=tr("Flag", "Keep"),
            introduction=never_leaves(),
            parent=parent,
        )
        self._person = person
        self._flag = flag
        add = self.form.add
        self.flag_kind = add("kind", tr("Flag", "What"), LongChoice(flag_kinds()))
        self.reason = add(
            "reason",
            tr("Flag", "Why, and what to do"),
            TypedNote(lines=3),
            hint=tr("Flag", "Facts, in words that could be read out. Needed for staff safety."),
        )
        self.source = add(
            "source",
            tr("Flag", "Who told us, and when"),
            TypedLine(),
            hint=tr("Flag", "For example: police, 12 August 2026"),
        )
        self.since = self.add_date("since", tr("Flag", "Since"))
        self.review_on = self.add_date(
            "review_on",
            tr("Flag", "Look at it again on"),
            hint=tr("Flag", "Needed for staff safety, for example 12 February 2027"),
        )
        self.until = self.add_date("until", tr("Flag", "Until"))
        if flag is not None:
            self.flag_kind.choose(flag.kind)
            self.reason.show_words(flag.reason)
            self.source.show_words(flag.source)
            self.since.set_day(flag.since)
            self.review_on.set_day(flag.review_on)
            self.until.set_day(flag.until)
        if ending is not None:
            self.until.set_day(ending)

    def command(self) -> Command[Flag]:
        """Return the command for what the form says now."""
        draft = FlagDraft(
            kind=FlagKind(self.flag_kind.key()),
            reason=self.reason.said(),
            source=self.source.said(),
            since=self.since.day(),
            review_on=self.review_on.day(),
            until=self.until.day(),
        )
        if self._flag is not None:
            return change_flag(self._flag.id, draft)
        return add_flag(self._person, draft)


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One flag in words."""

    id: str
    fact: Flag
    said: str
    why: str
    when: str


class FlagsDialog(RecordListDialog):
    """Shows the flags of one person, the ended ones last."""

    kind = "flag"

    def __init__(
        self,
        desk: Desk,
        record: Record,
        person: PersonId,
        *,
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        self._person = person
        self._name = name
        self._today = today
        super().__init__(
            desk,
            title=tr("Flag", "To bear in mind about {0}").replace("{0}", name),
            columns=(
                Column(tr("Flag", "What"), lambda line: line.said),
                Column(tr("Flag", "Why"), lambda line: line.why),
                Column(tr("Flag", "When"), lambda line: line.when),
            ),
            add=tr("Flag", "Add a flag"),
            edit=tr("Flag", "Correct this one"),
            remove=tr("Flag", "Take this one away"),
            introduction=never_leaves(),
            parent=parent,
        )
        self.end_button = Button(tr("Flag", "End this one"), icon_name="calendar")
        self.end_button.clicked.connect(self._end)
        self.action_row.addWidget(self.end_button)
        self.follow(record)

    def for_a_row(self) -> tuple[Button, ...]:
        return (*super().for_a_row(), self.end_button)

    def show_record(self, record: Record) -> None:
        flags = [flag for flag in record.flags if flag.person == self._person]
        flags.sort(key=lambda flag: not flag.current(self._today))
        self.show_rows(
            tuple(
                FlagLine(f.id, f, flag_kinds()[f.kind].partition(":")[0], f.reason, _when(f))
                for f in flags
            )
        )

    def make_form(self, row: Any) -> DraftDialog:
        return self._form(row.fact if row is not None else None, None)

    def removal(self, row: Any) -> Command[None]:
        return remove_flag(row.id)

    def _end(self) -> None:
        row = self.table.current()
        if row is not None:
            self.open_form(self._form(row.fact, self._today))

    def _form(self, flag: Flag | None, ending: date | None) -> DraftDialog:
        return FlagDialog(
            self.desk, self._person, name=self._name, flag=flag, ending=ending, parent=self
        )


def flag_words(flag: Flag, today: date) -> str:
    """Return a flag in one or two lines, and that its review is due where it is."""
    tr = QCoreApplication.translate
    said = flag_kinds()[flag.kind].partition(":")[0]
    lines = [f"{said}: {flag.reason}" if flag.reason else said]
    if flag.source:
        lines.append(tr("Flag", "Told by {0}").replace("{0}", flag.source))
    if flag.review_on is not None:
        due = flag.review_on <= today
        again = tr("Flag", "Review was due on {0}") if due else tr("Flag", "Look again on {0}")
        lines.append(again.replace("{0}", long_date(flag.review_on)))
    return "\n".join(lines)


def _when(flag: Flag) -> str:
    tr = QCoreApplication.translate
    parts = [
        said.replace("{0}", long_date(day))
        for said, day in (
            (tr("Flag", "since {0}"), flag.since),
            (tr("Flag", "until {0}"), flag.until),
            (tr("Flag", "look again on {0}"), flag.review_on if flag.until is None else None),
        )
        if day is not None
    ]
    return ", ".join(parts)
