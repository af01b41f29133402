"""The form for a meeting of the team around the family: asked one by one, each child heard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.ids import PersonId
from app.domain.inviting import cautions_for_person, cautions_for_professional
from app.domain.person import Safety
from app.domain.plan import Invitee, Meeting
from app.domain.plan_drafts import MeetingDraft
from app.domain.problems import Problem
from app.domain.visit import OwnWords
from app.operation import Command
from app.usecases.keep_meetings import add_meeting, change_meeting, remove_meeting
from ui.desk import Desk
from ui.dialogs.plan_dialog import PlanDialog
from ui.plan_words import think_again
from ui.present import Presented
from ui.widgets.agreed_actions import AgreedAction
from ui.widgets.buttons import Button
from ui.widgets.fields import NoteField
from ui.widgets.invitees import InviteeList
from ui.widgets.text import words
from ui.wording import sentences


class MeetingDialog(PlanDialog):
    """Collects a `MeetingDraft` and the actions agreed there."""

    def __init__(
        self,
        desk: Desk,
        presented: Presented,
        *,
        names: Mapping[str, str],
        meeting: Meeting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Meeting", "Meeting of the team around the family")
        super().__init__(
            desk,
            self.command,
            title=title,
            introduction=tr("Meeting", "Nobody is asked unless you tick them."),
            parent=parent,
        )
        self._presented, self._names, self._meeting = presented, names, meeting
        self.agreed: list[AgreedAction] = []
        add, optional = self.form.add, self.optional
        self.on = self.add_date("on", tr("Meeting", "Date"), optional=False)
        self.place = add("place", tr("Meeting", "Where"), QLineEdit(), optional=optional)
        self._everybody = {**names, **professionals_of(presented, everybody=True)}
        family = {k: v for k, v in names.items() if self._can_come(k)}
        self.invitees = add(
            "invitees",
            tr("Meeting", "Who is asked"),
            InviteeList(family, professionals_of(presented), advice=self._advice),
            optional=optional,
        )
        self.form.put(words(tr("Meeting", "What each child thinks"), "section"))
        self.views = {
            child: add(f"views-{child}", names[child], NoteField(lines=2), optional=optional)
            for child in self._children()
        }
        self.decisions = add(
            "decisions", tr("Meeting", "What was decided"), NoteField(lines=4), optional=optional
        )
        self.next_on = self.add_date("next_on", tr("Meeting", "Next meeting"))
        self.add_action_button = Button(
            tr("Meeting", "Add an action agreed here"), icon_name="plus"
        )
        self.form.column.insertWidget(
            self.form.column.count() - 1, self.add_action_button, 0, Qt.AlignmentFlag.AlignLeft
        )
        self.add_action_button.clicked.connect(self.add_action)
        if meeting is not None:
            self._fill(meeting)
            self.offer_removal(
                tr("Meeting", "Take this meeting away"), lambda: remove_meeting(meeting.id)
            )

    def command(self) -> Command[Meeting]:
        """Return the command for what the form says now."""
        actions = tuple(one.draft() for one in self.agreed if not one.is_empty())
        if self._meeting is not None:
            return change_meeting(self._meeting.id, self.draft(), actions)
        return add_meeting(self._presented.record.household.id, self.draft(), actions)

    def draft(self) -> MeetingDraft:
        """Return what the form says now."""
        return MeetingDraft(
            on=self.on.day(),
            place=self.place.text(),
            invitees=self.invitees.invitees(),
            views=tuple(
                OwnWords(person=PersonId(child), words=field.toPlainText())
                for child, field in self.views.items()
                if field.toPlainText().strip()
            ),
            decisions=self.decisions.toPlainText(),
            next_on=self.next_on.day(),
        )

    def add_action(self) -> None:
        """Make room for one more action, above the button that asks for it."""
        number = len(self.agreed)
        one = AgreedAction(number, self._names)
        self.agreed.append(one)
        label = QCoreApplication.translate("Meeting", "Agreed here")
        self.form.add(f"action-{number}", label, one)
        row = self.form.row(f"action-{number}")
        self.form.column.removeWidget(row)
        self.form.column.insertWidget(self.form.column.indexOf(self.add_action_button), row)
        row.show()
        self._dates[f"action-{number}"] = one.due_on  # checked for being a date before it is sent
        one.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each field what is wrong; empty actions are skipped in the count."""
        found = sentences(problems)
        written = [n for n, one in enumerate(self.agreed) if not one.is_empty()]
        told = {}
        for name, said in found.items():
            if name.startswith("action-"):
                name = f"action-{written[int(name.removeprefix('action-'))]}"
            elif name == "views" and self.views:
                longest = max(self.views, key=lambda one: len(self.views[one].toPlainText()))
                name = f"views-{longest}"
            told[name] = said
        self.show_sentences(told)

    def _fill(self, meeting: Meeting) -> None:
        self.on.set_day(meeting.on)
        self.place.setText(meeting.place)
        self.invitees.choose(meeting.invitees, self._everybody)
        for view in meeting.views:
            self.views[view.person].setPlainText(view.words)
        self.decisions.setPlainText(meeting.decisions)
        self.next_on.set_day(meeting.next_on)

    def _advice(self, invitee: Invitee, asked: tuple[PersonId, ...]) -> str:
        record, today = self._presented.record, self._presented.today
        if invitee.person is not None:
            found = cautions_for_person(record, invitee.person, asked, today)
        elif invitee.professional is not None:
            found = cautions_for_professional(record, invitee.professional, asked, today)
        else:
            return ""
        name = self._everybody.get(invitee.person or invitee.professional or "", "")
        return think_again(found, name, self._names)

    def _can_come(self, person: str) -> bool:
        known = self._presented.record.person(PersonId(person))
        return known.died is None and not known.unborn

    def _children(self) -> list[str]:
        """Return the living children, and whoever has a view here already."""
        said = {view.person for view in self._meeting.views} if self._meeting else set()
        people, today = self._presented.record.people, self._presented.today
        return [
            one.id
            for one in people
            if one.id in said or (one.under_age(today) and one.died is None and not one.unborn)
        ]


def professionals_of(presented: Presented, *, everybody: bool = False) -> dict[str, str]:
    """Return the professionals who can be asked: of services with the family now, none private.

    With `everybody` those too who were asked once and may have left.
    """
    record, today = presented.record, presented.today
    shown = {
        one.agency
        for one in record.involvements
        if one.safety is not Safety.OWN and (everybody or one.current(today))
    }
    agencies = {agency.id: agency.name for agency in record.agencies}
    return {
        one.id: ", ".join(part for part in (one.name, one.role, agencies[one.agency]) if part)
        for one in sorted(record.professionals, key=lambda one: one.name.casefold())
        if one.agency in shown and (everybody or one.left_on is None or one.left_on > today)
    }
