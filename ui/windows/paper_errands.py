"""From a wish for a paper to its preview: project, make off the window's thread, look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.ids import PersonId
from app.domain.record import Record
from app.domain.sharing import PaperKind, ShareRequest, new_reference
from app.errors import Refused, ThinkFamilyError
from app.usecases.note_paper import MadePaper
from app.view.form import Form, project_forms
from app.view.held_back import before_it_leaves
from app.view.letter import project_letter
from app.view.recipient import OFFICE, partner_about
from ui.clipboard import PrivateClipboard
from ui.desk import Desk
from ui.dialogs.basis_question import Question, view_of
from ui.dialogs.preview_dialog import PreviewDialog
from ui.present import Presented
from ui.press import Press
from ui.windows.ready import Ready
from ui.windows.withdrawal_errands import WithdrawalErrands
from ui.wording import in_words

Next = Callable[..., None]


class PaperErrands(QObject):
    """Makes papers and shows their previews. `said` tells a sentence; the flag says "trouble"."""

    said = Signal(str, bool)
    previewed = Signal()

    def __init__(
        self,
        desk: Desk,
        catalogue: Catalogue,
        press: Press,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._catalogue = catalogue
        self._press = press
        self._window = window
        self.preview: PreviewDialog | None = None
        self.withdrawals = WithdrawalErrands(desk, catalogue, press, self, window)
        self._waiting: list[Form] = []
        self.clipboard = PrivateClipboard(self)  # outlives the preview, so that it is emptied
        desk.leaving.connect(self.clipboard.clear_if_ours)

    def consent_form(self, person: str, presented: Presented) -> None:
        """Make a person's consent forms, one preview after the other."""
        tr = QCoreApplication.translate
        if not person:
            self.said.emit(tr("Paper", "Choose the person the form is for first."), True)
            return
        try:
            forms = project_forms(
                presented.record, self._catalogue.law, PersonId(person), presented.today
            )
        except Refused as refused:
            self.said.emit(in_words(refused), True)
            return
        self._waiting = list(forms)
        self._next_form(person, presented)

    def share_request(self, request: ShareRequest) -> None:
        """Make the letter of a request that has just been made."""
        self._desk.ask(
            lambda work: (work.record(request.household), work.now.date()),
            owner=self,
            then=partial(self._make_letter, request),
            trouble=self._trouble,
        )

    def household_picture(self, presented: Presented) -> None:
        """Make the household picture for the office."""
        tr = QCoreApplication.translate
        number = new_reference("HP")

        def make() -> Ready:
            drawing = self._press.draw(presented.view)
            content = self._press.picture_pdf(drawing)
            return Ready(
                made=MadePaper(
                    household=presented.record.household.id,
                    number=number,
                    kind=PaperKind.HOUSEHOLD_PICTURE,
                    content=content,
                    pages=self._press.pages(content),
                ),
                title=tr("Paper", "Household picture"),
                about=tr("Paper", "For the office only: it shows everybody and every agency."),
                leaving=before_it_leaves(presented.record, OFFICE, presented.view, presented.today),
            )

        self._make(make)

    def governance_question(self, asked: Question, presented: Presented, over: QWidget) -> None:
        """Make the question to information governance, shown over the guide it comes from."""
        tr = QCoreApplication.translate
        number = new_reference("IG")
        try:
            view = view_of(
                asked, presented.record, self._catalogue.law, number=number, on=presented.today
            )
        except Refused as refused:
            self.said.emit(in_words(refused), True)
            return

        def make() -> Ready:
            content = self._press.governance_question(view)
            return Ready(
                made=MadePaper(
                    household=presented.record.household.id,
                    number=number,
                    kind=PaperKind.GOVERNANCE_QUESTION,
                    content=content,
                    pages=self._press.pages(content),
                    person=asked.person,
                    wording=self._catalogue.governance.about.version,
                ),
                title=tr("Paper", "Question to information governance"),
                about=tr("Paper", "It names nobody: initials and an age band only."),
                leaving=before_it_leaves(presented.record, OFFICE, view, presented.today),
            )

        self.show_over(make, over, left=lambda row: None)

    def withdraw(self, person: str, agency: str, presented: Presented) -> None:
        """Take a change of mind, and make its letters."""
        self.withdrawals.withdraw(person, agency, presented)

    def show_over(
        self,
        make: Callable[[], Ready],
        over: QWidget,
        left: Callable[[object], object],
    ) -> None:
        """Make a paper and show it over a window; `left` hears of each row of the register."""
        self._desk.make(
            make,
            owner=self,
            then=partial(self._show, None, over=over, left=left),
            trouble=self._trouble,
        )

    def _next_form(self, person: str, presented: Presented) -> None:
        form = self._waiting.pop(0)
        number = new_reference("CF")
        names = ", ".join(signer.name for signer in form.view.signers)
        tr = QCoreApplication.translate
        made_on, wording = presented.today, self._catalogue.consent.about.version

        def make() -> Ready:
            content = self._press.consent_form(form.view, number=number, made_on=made_on)
            return Ready(
                made=MadePaper(
                    household=presented.record.household.id,
                    number=number,
                    kind=PaperKind.CONSENT_FORM,
                    content=content,
                    pages=self._press.pages(content),
                    person=PersonId(person),
                    readers=form.readers,
                    wording=wording,
                ),
                title=tr("Paper", "Consent form about {0}").replace("{0}", form.view.name),
                about=tr("Paper", "To be signed by {0}.").replace("{0}", names),
                leaving=before_it_leaves(presented.record, form.recipient, form.view, made_on),
            )

        self._make(make, then_next=partial(self._after_form, person, presented))

    def _after_form(self, person: str, presented: Presented, _result: int = 0) -> None:
        if self._waiting:
            self._next_form(person, presented)

    def _make_letter(self, request: ShareRequest, kept: tuple[Record, date]) -> None:
        tr = QCoreApplication.translate
        record, today = kept
        wording = self._catalogue.request.about.version

        def make() -> Ready:
            view = project_letter(record, self._catalogue.law, request, today=today)
            content = self._press.share_request(view)
            where = ", ".join(part for part in (view.to.contact, view.to.name) if part)
            return Ready(
                made=MadePaper(
                    household=request.household,
                    number=request.number,
                    kind=PaperKind.SHARE_REQUEST,
                    content=content,
                    pages=self._press.pages(content),
                    person=request.person,
                    agency=request.agency,
                    professional=request.professional,
                    request=request.id,
                    wording=wording,
                ),
                title=tr("Paper", "Request about {0}").replace("{0}", view.name),
                about=tr("Paper", "For {0}.").replace("{0}", where),
                leaving=before_it_leaves(
                    record, partner_about(request.agency, request.person), view, today
                ),
            )

        self._make(make)

    def _make(self, make: Callable[[], Ready], then_next: Next | None = None) -> None:
        self.said.emit(QCoreApplication.translate("Paper", "Making the paper …"), False)
        self._desk.make(
            make, owner=self, then=partial(self._show, then_next), trouble=self._trouble
        )

    def _show(
        self,
        then_next: Next | None,
        ready: Ready,
        *,
        over: QWidget | None = None,
        left: Callable[[object], object] | None = None,
    ) -> None:
        self.preview = PreviewDialog(
            self._desk,
            self._catalogue,
            ready.made,
            title=ready.title,
            about=ready.about,
            file_name=ready.file_name,
            leaving=ready.leaving,
            parent=over or self._window,
        )
        self.preview.left.connect(self._left)
        self.preview.copy_asked.connect(self.clipboard.copy)
        if left is not None:
            self.preview.left.connect(left)
        if then_next is not None:
            self.preview.finished.connect(then_next)
        self.preview.finished.connect(self.preview.deleteLater)
        self.preview.open()
        self.previewed.emit()

    def _left(self) -> None:
        self.said.emit(
            QCoreApplication.translate("Paper", "It is written down that this paper left."), False
        )

    def _trouble(self, error: Exception) -> None:
        if isinstance(error, ThinkFamilyError):
            self.said.emit(in_words(error), True)
        else:
            self._desk.failed.emit(error)
