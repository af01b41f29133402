"""The form for what came back from a partner, or that nothing more is expected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.sharing import RequestState, ShareRequest
from app.operation import Command
from app.usecases.note_outcome import OutcomeDraft, note_outcome
from ui.agency_choices import reply_states
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.draft_dialog import DraftDialog
from ui.widgets.fields import NoteField, TickList


class OutcomeDialog(DraftDialog):
    """Collects an `OutcomeDraft` about one request."""

    def __init__(
        self, desk: Desk, request: ShareRequest, *, agency: str, parent: QWidget | None = None
    ) -> None:
        tr = QCoreApplication.translate
        about = tr("Outcome", "Request {0} of {1} to {2}")
        about = about.replace("{0}", request.number).replace("{1}", long_date(request.made_on))
        super().__init__(
            desk,
            self.command,
            title=tr("Outcome", "What came back"),
            save=tr("Outcome", "Keep"),
            introduction=about.replace("{2}", agency),
            parent=parent,
        )
        self._request = request
        self.state = self.form.add(
            "state", tr("Outcome", "What happened"), TickList(reply_states(), single=True)
        )
        self.reason = self.form.add(
            "reason",
            tr("Outcome", "Why, if they did not answer"),
            NoteField(lines=2),
            hint=tr("Outcome", "For example: consent page not attached"),
            optional=self.optional,
        )

    def command(self) -> Command[ShareRequest]:
        """Return the command for what the form says now."""
        state = next(iter(self.state.chosen()), "")
        draft = OutcomeDraft(
            state=RequestState(state) if state else None, reason=self.reason.toPlainText()
        )
        return note_outcome(self._request.id, draft)
