"""The conversation at a home visit, in a full window: one question a screen, kept as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.catalogue import Catalogue
from app.domain.consent import Answer
from app.domain.draft import Content, Draft
from app.domain.ids import AgencyId, PersonId
from app.domain.problems import Problem
from app.domain.record import Record
from app.errors import Invalid, Refused, StoreTrouble, ThinkFamilyError
from app.usecases.capture_decisions import capture_decisions
from app.usecases.keep_competence import note_competence
from ui.autosave import Autosave
from ui.capture_words import problem_fields, unsure_reason
from ui.desk import Desk
from ui.dialogs.capture_flow.answer_screens import (
    AnswerScreen,
    ApartScreen,
    KindsScreen,
    LimitsScreen,
    ReplyScreen,
    ServicesScreen,
    WhyScreen,
)
from ui.dialogs.capture_flow.conversation import Conversation, Key
from ui.dialogs.capture_flow.half_way import broken_off, take_up
from ui.dialogs.capture_flow.people_screens import DeciderScreen, NoteScreen, WhoScreen
from ui.dialogs.capture_flow.proof_screens import WayScreen, proof_screen
from ui.dialogs.capture_flow.read_back import ReadBackScreen, ThanksScreen
from ui.dialogs.capture_flow.screen import FieldsScreen, Screen, short_name
from ui.dialogs.capture_flow.window import FlowWindow
from ui.wording import in_words, sentences


class CaptureFlow(FlowWindow):
    """Asks one person about one or several partners. It opens with `open`, never `exec`.

    Nothing is kept before the last screen, and then everything in one step; `kept` tells the
    decisions. A Gillick note alone is kept when it is made: it is a fact of its own.
    """

    kept = Signal(object)  # tuple of Consent

    def __init__(
        self,
        desk: Desk,
        record: Record,
        catalogue: Catalogue,
        *,
        today: date,
        person: str = "",
        agency: str = "",
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        suggested = AgencyId(agency) if agency else None
        talk = Conversation(record, catalogue, today, unsure_reason(), suggested=suggested)
        super().__init__(talk, parent)
        self.desk = desk
        self.at: Key = ("who", "")
        self._not_left = False
        self.autosave = Autosave(
            self._half_way,
            desk,
            kind="capture",
            household=record.household.id,
            draft=draft,
            parent=self,
        )
        if draft is not None:
            self.at = take_up(talk, draft.content)
        elif any(one.id == person for one in talk.people()):
            talk.about(PersonId(person))
            self.at = ("decider", "")
        self.show_screen(self.at)

    # --- Going from screen to screen.

    def go_on(self) -> None:
        """Go to the next screen, or say what is missing; the last screen keeps everything."""
        if self.finished_asking:
            self.accept()
            return
        if self.waits_for_worker():
            return
        missing = self.screen_now.missing()
        self.complain(missing)
        if missing:
            return
        self.screen_now.store()
        if self.at[0] == "note":
            self._keep_note()
        elif self.at[0] == "back":
            self._keep()
        else:
            route = self.talk.route()
            self.show_screen(route[route.index(self.at) + 1])

    def go_back(self) -> None:
        """Go to the screen before; what is chosen here is not lost."""
        self.screen_now.store()
        if self.at[0] == "note":
            self.show_screen(("decider", ""))
            return
        route = self.talk.route()
        place = route.index(self.at)
        if place > 0:
            self.show_screen(route[place - 1])

    def show_screen(self, key: Key) -> None:
        """Show a screen as what was said so far makes it."""
        self.at = key
        self.put(self._screen(key))
        last = key[0] in ("back", "note")
        tr = QCoreApplication.translate
        keep = tr("Capture", "Keep these answers") if key[0] == "back" else tr("Capture", "Keep")
        self.footer.next_button.say(keep if last else tr("Capture", "Next"))
        self.footer.back_button.setVisible(key != ("who", ""))
        self.header.about.setText(self._about())
        self.begin()

    def _screen(self, key: Key) -> Screen:
        talk, agency = self.talk, AgencyId(key[1])
        yes = key[0] == "follow" and talk.of(agency).answer is Answer.GIVEN
        follow = KindsScreen if yes else ReplyScreen
        make: dict[str, Callable[[], Screen]] = {
            "who": lambda: WhoScreen(talk),
            "decider": lambda: DeciderScreen(talk),
            "note": lambda: NoteScreen(talk),
            "why": lambda: WhyScreen(talk),
            "services": lambda: ServicesScreen(talk),
            "answer": lambda: AnswerScreen(talk, agency),
            "follow": lambda: follow(talk, agency),
            "apart": lambda: ApartScreen(talk),
            "limits": lambda: LimitsScreen(talk),
            "way": lambda: WayScreen(talk),
            "proof": lambda: proof_screen(talk),
            "back": lambda: ReadBackScreen(talk),
        }
        screen = make[key[0]]()
        screen.name = key[0]
        screen.went_to.connect(self._go_to)
        return screen

    def _go_to(self, name: str) -> None:
        if name == "note":
            self.screen_now.store()
        self.show_screen((name, ""))

    def _about(self) -> str:
        if self.talk.person is None:
            return ""
        said = QCoreApplication.translate("Capture", "About {0}")
        return said.replace("{0}", short_name(self.talk))

    # --- Leaving and keeping.

    def reject(self) -> None:
        """Leave; what was said stays as a draft. The desk is never shown to the family."""
        if self.finished_asking:
            self.accept()
        elif self.turned:
            self.turn()
        elif self._not_left:
            super().reject()
        else:
            self.hide()
            self.autosave.leave(then=super().reject, trouble=self._stay)

    def _stay(self, error: Exception) -> None:
        """Come back, as what was said could not be kept; leaving once more is leaving it."""
        self.autosave.resume()
        self._not_left = True
        self.show()
        reason = in_words(error) if isinstance(error, ThinkFamilyError) else ""
        said = QCoreApplication.translate(
            "Dialog", "What is typed could not be kept as a draft. {0} Leaving again loses it."
        )
        self.complain(said.replace("{0}", reason))

    def _half_way(self) -> Content:
        """Return what was said so far, with what is chosen on this screen."""
        if self.screen_now.name and not self.screen_now.for_worker:  # those forget, on "Next" only
            self.screen_now.store()
        return broken_off(self.talk, self.at if self.at[0] != "note" else ("decider", ""))

    def _keep(self) -> None:
        self.busy(True)
        command = capture_decisions(
            self.talk.drafts(), self.talk.limits(), versions=self.talk.catalogue.versions
        )
        self.desk.do(
            self.autosave.ending(command),
            owner=self,
            then=self._kept,
            trouble=self._not_kept,
        )

    def _kept(self, decisions: object) -> None:
        self.busy(False)
        self.finished_asking = True
        self.kept.emit(decisions)
        if not self.turned:
            self.accept()
            return
        self.put(ThanksScreen(self.talk))
        self.footer.back_button.hide()
        self.header.hide()
        self.footer.next_button.say(QCoreApplication.translate("Capture", "Close"))
        self.begin()

    def _keep_note(self) -> None:
        if not isinstance(self.screen_now, NoteScreen):
            return
        self.busy(True)
        household = self.talk.record.household.id
        self.desk.do(
            note_competence(household, self.screen_now.draft()),
            owner=self,
            then=lambda _: self._read_again(),
            trouble=self._not_kept,
        )

    def _read_again(self) -> None:
        household = self.talk.record.household.id
        self.desk.ask(
            lambda work: work.record(household),
            owner=self,
            then=self._note_kept,
            trouble=self._not_kept,
        )

    def _note_kept(self, record: Record) -> None:
        self.busy(False)
        self.talk.know(record)
        self.show_screen(("decider", ""))

    def _not_kept(self, error: Exception) -> None:
        self.busy(False)
        self.autosave.resume()
        if isinstance(error, Invalid):
            self._show_problems(error.problems)
        elif isinstance(error, Refused | StoreTrouble):
            self.complain(in_words(error))
        else:
            self.desk.failed.emit(error)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Go to the screen of the first problem, and say what is wrong there."""
        if self.at[0] == "note" and isinstance(self.screen_now, NoteScreen):
            said = sentences(problems)
            self.complain(self.screen_now.show_problems(said) or next(iter(said.values())))
            return
        which, _, name = problems[0].field.partition(".")
        agency = self.talk.partners[int(which)] if which.isdigit() else AgencyId("")
        screen = problem_fields().get(name, "back") if which.isdigit() else "limits"
        key = (screen, agency if screen in ("answer", "follow") else "")
        if key in self.talk.route():
            self.show_screen(key)
        said = {p.field.partition(".")[2]: text for p, text in _said(problems) if p.field}
        if isinstance(self.screen_now, FieldsScreen):
            self.screen_now.show_problems(said)
        self.complain(said.get(name, ""))


def _said(problems: tuple[Problem, ...]) -> list[tuple[Problem, str]]:
    """Return each problem with its sentence, the first of a field first."""
    return [(problem, sentences((problem,))[problem.field]) for problem in reversed(problems)]
