"""A key worker who types a family from nothing, by the keys alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.catalogue import Catalogue
from app.domain.agency import Agency, Involvement, Professional
from app.domain.consent import NEVER_BY_DEFAULT, Answer, Category, Consent
from app.domain.home import Stay
from app.domain.household import Household, Office
from app.domain.identifiers import System
from app.domain.person import Allowed, Gender, Person
from app.domain.record import Record
from app.domain.sharing import ShareRequest
from app.domain.visit import Visit
from tests.journeys.keyboard import CONTROL, Keyboard
from tests.ui.desk_builders import OpenDesk, settle, show
from ui.agency_choices import reply_states
from ui.choices import (
    agency_kinds,
    allowed,
    answers,
    bases,
    categories,
    genders,
    holdings,
    involvement_states,
    places,
    relations,
    ways,
)
from ui.dates import long_date
from ui.decision_words import part_words
from ui.note_choices import kinds_of_knowledge
from ui.partial_dates import partial_words
from ui.windows.main_window import MainWindow

USUAL = frozenset(Category) - NEVER_BY_DEFAULT - {Category.OFFENDING}


class Clock:
    """A clock that is set by hand, as if the days went by."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, 30, tzinfo=UTC)


class Typist:
    """Somebody with the family's papers beside the keyboard."""

    def __init__(self, qtbot: QtBot, office: OpenDesk, window: MainWindow, paper: Record) -> None:
        self.qtbot, self.office, self.window, self.paper = qtbot, office, window, paper
        self.keys = Keyboard(qtbot)
        self.agencies: dict[str, Agency] = {agency.id: agency for agency in paper.agencies}
        self.known: set[str] = set()  # agencies that are in the store
        self.staff: set[str] = set()

    # --- Forms.

    def begin(self, what: str) -> None:
        """Choose what to add, and wait for its form."""
        self.keys.pick("Add", what)
        self.wait_for_form()

    def wait_for_form(self) -> None:
        def in_front() -> bool:
            front = QApplication.activeWindow()
            return isinstance(front, QDialog) and QApplication.focusWidget() is not None

        self.qtbot.waitUntil(in_front, timeout=10_000)
        settle(self.qtbot, self.office.desk)

    def keep(self, button: str = "Keep") -> None:
        """Press the button that keeps, and wait until the form has gone."""
        form = QApplication.activeWindow()
        self.keys.push(button)
        settle(self.qtbot, self.office.desk)

        def gone() -> bool:
            return QApplication.activeWindow() is not form

        try:
            self.qtbot.waitUntil(gone, timeout=5_000)
        except Exception as error:
            said = [
                f"{row.label.text()}: {row.problem.text()}"
                for row in getattr(form, "form", None)._rows.values()  # type: ignore[union-attr]
                if row.problem.text()
            ]
            raise AssertionError(f"not kept: {said}") from error
        if QApplication.activeWindow() is None:  # the window system puts what is behind in front
            show(self.qtbot, QApplication.activeModalWidget() or self.window)
        settle(self.qtbot, self.office.desk)

    def day(self, name: str, on: date | None) -> None:
        if on is not None:
            self.keys.type(name, long_date(on))

    def text(self, name: str, words: str) -> None:
        if words:
            self.keys.type(name, words)

    def name(self, id_: str | None) -> str:
        return next(p.name for p in self.paper.people if p.id == id_)

    # --- What is on the papers.

    def our_office(self, office: Office) -> None:
        self.keys.push("Your office")
        self.wait_for_form()
        for label, words in (
            ("Council", office.council),
            ("Team", office.team),
            ("Your name", office.key_worker),
            ("Your role", office.role),
            ("Your manager", office.manager),
            ("Desk phone", office.desk_phone),
            ("Team phone", office.team_phone),
            ("E-mail", office.email),
            ("Data protection officer", office.data_protection_officer),
            ("Where to complain", office.complaints),
            ("Information-sharing agreement", office.agreement),
            ("Address on ordinary papers", "\n".join(office.sender)),
            ("Address where location must not show", "\n".join(office.safe_sender)),
        ):
            self.text(label, words)
        self.keep()

    def household(self, household: Household) -> None:
        self.keys.push("Add a family")
        self.wait_for_form()
        self.keys.type("What you call this family", household.name)
        with self.qtbot.waitSignal(self.window.household.shown, timeout=20_000):
            self.keep()
        settle(self.qtbot, self.office.desk)

    def person(self, person: Person) -> None:
        self.begin("A person")
        self.text("First names", person.given)
        self.text("Family name", person.family)
        if person.born is not None:
            self.keys.type("Date of birth", partial_words(person.born))
        form = QApplication.activeWindow()
        self.keys.push("Look, then go on")
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is not form, timeout=10_000)
        self.wait_for_form()
        self.text("Likes to be called", person.known_as)
        self.day("Expected date, for an unborn child", person.due)
        if Gender.UNKNOWN not in (person.gender, person.sex):
            self.open("Other names and background")
            self.keys.choose("Gender, as they say it", genders()[person.gender])
            self.keys.choose("Sex, as recorded", genders()[person.sex])
        self.reach(person)
        self.numbers(person)
        needs = person.needs
        if needs.easy_read or needs.print_points or needs.note:
            self.open("Talking and reading")
            if needs.easy_read:
                self.keys.tick("Easy read, or read aloud")
            self.keys.choose("Size of print", f"{needs.print_points} point")
            self.text("Colour of paper", needs.paper)
            self.text("Note on talking and reading", needs.note)
        if person.school_year:
            self.open("School")
            self.text("School year", person.school_year)
        self.keep()

    def reach(self, person: Person) -> None:
        points = [p for p in self.paper.contact_points if p.person == person.id]
        contact = person.contact
        asked = {
            "May we call?": contact.call,
            "May we send texts?": contact.text,
            "May we leave a message?": contact.voicemail,
            "May we send letters?": contact.post,
        }
        if not points and set(asked.values()) == {Allowed.NOT_ASKED} and not contact.times:
            return
        self.open("Phone, e-mail and safe contact")
        for point in points:
            self.keys.push("Add a phone number or e-mail")
            self.keys.type("Number or address", point.value)
            self.text("What it is", point.label)
        for label, answer in asked.items():
            self.keys.choose(label, allowed()[answer])
        self.text("Good times", contact.times)

    def numbers(self, person: Person) -> None:
        theirs = [n for n in self.paper.identifiers if n.person == person.id]
        if not theirs:
            return
        self.open("Numbers")
        for number in theirs:
            label = {System.NHS: "NHS number", System.UPN: "Unique pupil number"}[number.system]
            self.keys.type(label, number.value)
            self.text(f"{label}: where it was seen", number.source)
            self.day(f"{label}: seen on", number.verified_on)

    def open(self, section: str) -> None:
        """Go to a section of the form and open it if it is closed."""
        for _ in range(200):
            name = self.keys.here.accessibleName()
            if name.startswith(section):
                if "closed" in name or "collapsed" in name:
                    self.keys.press(Qt.Key.Key_Space)
                return
            self.keys.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to the section {section}")

    def home(self, label: str, lines: tuple[str, ...], postcode: str) -> None:
        self.begin("A home")
        self.keys.type("What the picture calls it", label)
        self.keys.type("Address", "\n".join(lines))
        self.keys.type("Postcode", postcode)
        self.keep()

    def stay(self, stay: Stay) -> None:
        """Find the person, open where they live, and add a home."""
        self.find(self.name(stay.person))
        self.keys.push("Change homes and nights")
        self.wait_for_form()
        self.keys.push("Add a home they live in")
        self.wait_for_form()
        home = next(h for h in self.paper.homes if h.id == stay.home)
        self.keys.choose("Home", home.label)
        if not stay.main:
            self.keys.untick("They mostly live here")
        if stay.nights is not None:
            self.keys.type("Nights a week", str(stay.nights))
        self.day("Since", stay.since)
        self.keep()
        self.keep("Done")

    def find(self, words: str) -> None:
        """Find somebody or something with the one box, and open the first that is found."""
        self.keys.press(Qt.Key.Key_K, CONTROL)
        with self.qtbot.waitSignal(self.window.families.answered, timeout=10_000):
            self.qtbot.keyClicks(self.keys.here, words)
        settle(self.qtbot, self.office.desk)
        with self.qtbot.waitSignal(self.window.household.shown, timeout=20_000):
            self.keys.press(Qt.Key.Key_Return)
        settle(self.qtbot, self.office.desk)

    def relationships(self) -> None:
        for fact in self.paper.relationships:
            self.begin("A relationship")
            self.keys.choose("This person", self.name(fact.person))
            self.keys.choose("is", relations()[fact.kind])
            self.keys.choose("this person", self.name(fact.other))
            self.day("Since", fact.since)
            self.day("Until", fact.until)
            self.keep()

    def responsibilities(self) -> None:
        for row in self.paper.responsibilities:
            self.begin("Parental responsibility")
            self.keys.choose("Child", self.name(row.child))
            self.keys.choose("Adult", self.name(row.adult))
            self.keys.choose("Holds parental responsibility", holdings()[row.holds])
            self.keys.choose("Because", bases()[row.basis])
            self.text("What was seen", row.evidence)
            self.day("Since", row.since)
            self.keep()

    def involvement(self, fact: Involvement) -> None:
        agency = self.agencies[fact.agency]
        if agency.id in self.known:
            self.begin("An agency for a person")
            self.keys.choose("Who", self.name(fact.person))
            self.keys.choose("Agency", agency.name)
        else:
            self.begin("An agency")
            self.agency(agency)
            self.wait_for_form()  # it asks at once whom the agency works with
            self.keys.choose("Who", self.name(fact.person))
        settle(self.qtbot, self.office.desk)
        if fact.professional is not None:
            self.professional(fact.professional)
        self.keys.choose("How far", involvement_states()[fact.state])
        self.day("Since", fact.since)
        self.text("What for", fact.why)
        self.keep()

    def agency(self, agency: Agency) -> None:
        self.keys.type("Name", agency.name)
        self.keys.choose("What it is", agency_kinds()[agency.kind])
        self.text("ODS code", agency.ods)
        self.text("Secure mailbox", agency.mailbox)
        self.text("Phone", agency.phone)
        self.text("Address", "\n".join(agency.lines))
        self.text("Postcode", agency.postcode)
        if not agency.public:
            self.keys.untick("It is a public authority")
        if agency.listed:
            self.keys.tick("Offer it to other families too")
        self.text("What they need from us", agency.needs)
        self.text("Why answering helps their own patients", agency.benefit)
        self.keep()
        self.known.add(agency.id)

    def professional(self, id_: str) -> None:
        one = next(p for p in self.paper.professionals if p.id == id_)
        if id_ in self.staff:
            self.keys.choose("Who there", one.name)
            return
        self.keys.push("Add somebody who works there")
        settle(self.qtbot, self.office.desk)
        self.wait_for_form()
        self.keys.type("Name", one.name)
        self.text("Role", one.role)
        self.team(one)
        self.text("Phone", one.phone)
        self.keep()
        self.staff.add(id_)

    def team(self, one: Professional) -> None:
        team = next((t for t in self.paper.teams if t.id == one.team), None)
        if team is None:
            return
        self.keys.push("Add a team that is not in the list")
        self.wait_for_form()
        self.keys.type("Name of the team", team.name)
        self.text("Phone", team.phone)
        self.text("Secure mailbox", team.mailbox)
        self.keep()

    def competence(self) -> None:
        for note in self.paper.competences:
            self.begin("A competence note")
            self.keys.choose("Who", self.name(note.person))
            self.keys.choose("Which test", "Gillick")
            self.keys.choose("About sharing with", self.agencies[note.agency or ""].name)
            self.keys.type("Which decision", note.decision)
            self.day("Judged on", note.on)
            for part in part_words(note.kind).values():
                self.keys.tick(part)
            self.keys.pick_one("They can decide this")
            self.keys.type("Who judged it", note.assessor)
            self.text("What helped them decide", note.support)
            self.keys.type("How it was judged", note.note)
            self.keep("Keep the note")

    def consent(self, consent: Consent) -> None:
        self.keys.push("Record a decision")
        self.wait_for_form()
        self.keys.choose("About whom", self.name(consent.person))
        self.keys.choose("Which agency", self.agencies[consent.agency].name)
        self.day("When", consent.decided_on)
        self.keys.choose("Who decided", self.name(consent.decider))
        self.keys.pick_one(answers()[consent.answer])
        if consent.answer in (Answer.GIVEN, Answer.NARROWED):
            said = categories()
            for category in Category:
                if (category in consent.categories) != (category in USUAL):
                    wanted = category in consent.categories
                    (self.keys.tick if wanted else self.keys.untick)(said[category])
        self.keys.choose("How", ways()[consent.way])
        self.text("How you knew that it was them", consent.proof.identity)
        self.text("Who heard it, or who interpreted", consent.witness)
        self.text("Number on the paper form", consent.form)
        self.text("Reason, if they gave one", consent.reason)
        self.keep("Keep the decision")

    def limits(self) -> None:
        for limit in self.paper.limits:
            self.begin("Who must not be told")
            self.keys.push("Add a limit")
            self.wait_for_form()
            self.keys.choose("About whom", self.name(limit.person))
            self.keys.choose("Who decided it", self.name(limit.decided_by))
            self.keys.choose("Do not tell this person", self.name(limit.not_person))
            self.text("About what", limit.about)
            self.day("Since", limit.since)
            self.keep()
            self.keep("Done")

    def visit(self, visit: Visit) -> None:
        self.begin("Record a visit")
        self.day("Date", visit.on)
        self.keys.choose("Where", places()[visit.place])
        self.keys.tick(*(self.name(person) for person in visit.seen))
        for said in visit.words:
            self.keys.type(f"{self.name(said.person)} (optional)", said.words)
        self.text("Note", visit.note)
        self.text("What was agreed", visit.agreed)
        self.day("Next visit", visit.next_on)
        self.keep()

    def notes(self) -> None:
        for note in self.paper.notes:
            self.begin("A note or an event")
            self.day("Date", note.on)
            self.keys.type("What happened, or what was said", note.text)
            self.keys.pick_one(kinds_of_knowledge()[note.knowledge])
            self.keys.tick(*(self.name(person) for person in note.people))
            self.text("Who says so", note.source)
            self.keep()

    def request(self, request: ShareRequest, catalogue: Catalogue) -> None:
        self.find(self.name(request.person))
        self.keys.push("Ask a partner")
        self.wait_for_form()
        self.keys.choose("About whom", self.name(request.person))
        self.keys.choose("Which partner", self.agencies[request.agency].name)
        asked = catalogue.request.questions
        form: Any = QApplication.activeWindow()
        name = self.name(request.person)
        for code in form.questions._boxes:
            words = asked[code].words.format(name=name)
            (self.keys.tick if code in request.questions else self.keys.untick)(words)
        self.keys.type("Why we ask", request.why)
        self.keys.type("Why answering helps their patient", request.benefit)
        self.keys.push("Make the request")
        settle(self.qtbot, self.office.desk)
        self.qtbot.waitUntil(lambda: self.window.papers.preview is not None, timeout=20_000)
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is not form, timeout=10_000)
        self.keys.press(Qt.Key.Key_Escape)  # it can be printed later
        settle(self.qtbot, self.office.desk)
        show(self.qtbot, self.window)

    def outcome(self, request: ShareRequest) -> None:
        """Go to Sharing, to the row of the two, and say what came back."""
        tabs = self.keys.to("Parts of the record")
        self.keys.press(Qt.Key.Key_Home)
        while getattr(tabs, "current", str)() != "sharing":
            self.keys.press(Qt.Key.Key_Right)
        table = self.window.household.sharing
        if not table.isVisible():
            self.keys.push("As a list")
        self.keys.to("Sharing")
        self.keys.press(Qt.Key.Key_Home, CONTROL)
        wanted = (request.person, request.agency)
        names = (self.name(request.person), self.agencies[request.agency].name)
        for _ in range(60):
            line = table.current()
            if line is not None and (line.name, line.agency_name) == names:
                break
            self.keys.press(Qt.Key.Key_Down)
        else:
            raise AssertionError(f"no row for {wanted}")
        self.keys.pick("More", "What came back")
        self.wait_for_form()
        self.keys.pick_one(reply_states()[request.state])
        self.text("Why, if they did not answer", request.reason)
        self.keep()
