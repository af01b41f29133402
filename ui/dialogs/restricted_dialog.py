"""Restricted facts behind their own switch: a reason first; forgotten when the window closes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import PersonId
from app.domain.restricted import LookReason, Restricted, RestrictedDraft, RestrictedKind
from app.operation import Command
from app.usecases.keep_restricted import (
    add_restricted,
    change_restricted,
    look_at_restricted,
    remove_restricted,
)
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.listed_dialog import ListedDialog
from ui.dialogs.room import open_at
from ui.models.tuple_model import Column
from ui.person_choices import look_reasons, restricted_kinds
from ui.widgets.fields import Choice
from ui.widgets.typed import TypedLine, TypedNote


class LookDialog(DraftDialog):
    """Asks why somebody looks. It is the same whether there is anything to see or not."""

    def __init__(
        self, desk: Desk, person: PersonId, *, name: str, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Restricted", "Restricted facts of {0}").replace("{0}", name),
            save=tr("Restricted", "Open"),
            introduction=tr(
                "Restricted",
                "Nationality and immigration, a sealed previous identity, gender history. They "
                "are shown nowhere else. That you look, and why, is noted in the journal.",
            ),
            parent=parent,
        )
        self._person = person
        choose = {"": tr("Restricted", "Choose a reason")}
        self.reason = self.form.add(
            "reason", tr("Restricted", "Why you look"), Choice({**choose, **look_reasons()})
        )
        open_at(self, 520, 420)

    def command(self) -> Command[tuple[Restricted, ...]]:
        """Return the command for what the form says now."""
        reason = self.reason.key()
        return look_at_restricted(self._person, LookReason(reason) if reason else None)


class RestrictedDialog(DraftDialog):
    """Collects a `RestrictedDraft`."""

    def __init__(
        self,
        desk: Desk,
        person: PersonId,
        *,
        fact: Restricted | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            self.command,
            title=tr("Restricted", "Add a restricted fact")
            if fact is None
            else tr("Restricted", "Correct a restricted fact"),
            save=tr("Restricted", "Keep"),
            parent=parent,
        )
        self._person = person
        self._fact = fact
        add = self.form.add
        self.fact_kind = add("kind", tr("Restricted", "What kind"), Choice(restricted_kinds()))
        self.text = add("text", tr("Restricted", "What is known"), TypedNote(lines=4))
        self.source = add(
            "source", tr("Restricted", "Where it is from"), TypedLine(), optional=self.optional
        )
        self.since = self.add_date("since", tr("Restricted", "Since"))
        if fact is not None:
            self.fact_kind.choose(fact.kind)
            self.text.show_words(fact.text)
            self.source.show_words(fact.source)
            self.since.set_day(fact.since)

    def command(self) -> Command[Restricted]:
        """Return the command for what the form says now."""
        draft = RestrictedDraft(
            kind=RestrictedKind(self.fact_kind.key()),
            text=self.text.said(),
            source=self.source.said(),
            since=self.since.day(),
        )
        if self._fact is not None:
            return change_restricted(self._fact.id, draft)
        return add_restricted(self._person, draft)


@dataclass(frozen=True, slots=True)
class RestrictedLine:
    """One restricted fact in words."""

    id: str
    fact: Restricted
    kind: str
    source: str


class RestrictedFactsDialog(ListedDialog):
    """Shows what was looked at; nothing of it is left when the window closes."""

    def __init__(
        self,
        desk: Desk,
        person: PersonId,
        facts: tuple[Restricted, ...],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            desk,
            title=tr("Restricted", "Restricted facts of {0}").replace("{0}", name),
            columns=(
                Column(tr("Restricted", "Kind"), lambda line: line.kind),
                Column(tr("Restricted", "What is known"), lambda line: line.fact.text),
                Column(tr("Restricted", "From"), lambda line: line.source),
            ),
            add=tr("Restricted", "Add a fact"),
            edit=tr("Restricted", "Correct this one"),
            remove=tr("Restricted", "Take this one away"),
            introduction=tr(
                "Restricted", "Shown here and nowhere else. Close this before others can see it."
            ),
            parent=parent,
        )
        self._person = person
        self._facts = facts
        self.finished.connect(self.forget)
        self._show()

    def forget(self) -> None:
        """Let go of everything that was shown."""
        self._facts = ()
        self._show()

    def make_form(self, row: Any) -> DraftDialog:
        fact = row.fact if row is not None else None
        return RestrictedDialog(self.desk, self._person, fact=fact, parent=self)

    def removal(self, row: Any) -> Command[None]:
        return remove_restricted(row.id)

    def row_kept(self, row: Any) -> None:
        others = tuple(fact for fact in self._facts if fact.id != row.id)
        self._facts = (*others, row)
        self._show()

    def row_removed(self, row: Any) -> None:
        self._facts = tuple(fact for fact in self._facts if fact.id != row.id)
        self._show()

    def _show(self) -> None:
        kinds = restricted_kinds()
        self.show_rows(
            tuple(RestrictedLine(f.id, f, kinds[f.kind], _source(f)) for f in self._facts)
        )


def _source(fact: Restricted) -> str:
    since = long_date(fact.since) if fact.since is not None else ""
    return ", ".join(part for part in (fact.source, since) if part)
