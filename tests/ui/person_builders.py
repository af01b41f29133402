"""What the tests of the form about a person share: one filled in whole."""

from __future__ import annotations

from datetime import date

from app.domain.dates import PartialDate
from app.domain.ids import HouseholdId
from app.domain.person import (
    Allowed,
    Communication,
    Diagnosis,
    Education,
    Ethnicity,
    FurtherName,
    Gender,
    Health,
    InterpreterWay,
    NameUse,
    Person,
    PersonDraft,
    Reading,
    SafeContact,
    Safety,
    Support,
)
from app.domain.reach import ContactPointDraft, Way
from app.operation import operation
from app.ports import Work
from tests.ui.desk_builders import (
    FAMILY_A,
    OpenDesk,
    show_dialog,
)
from ui.dialogs.person_dialog import PersonDialog

GOOD_NHS, BAD_NHS = "999 000 1006", "999 000 1008"


@operation()
def correct_person(work: Work, person: Person) -> None:
    """Keep a person as given, as a file from another program would."""
    work.kept(Person).change(person)


def make(office: OpenDesk) -> PersonDialog:
    homes: dict[str, str] = {home.id: home.label for home in office.record().homes}
    return PersonDialog(office.desk, FAMILY_A, homes=homes)


def edit(office: OpenDesk, id_: str, household: HouseholdId = FAMILY_A) -> PersonDialog:
    record = office.record(household)
    person = office.person(id_, household)
    dialog = PersonDialog(
        office.desk,
        household,
        homes={},
        person=person,
        numbers=tuple(number for number in record.identifiers if number.person == person.id),
        points=tuple(point for point in record.contact_points if point.person == person.id),
    )
    show_dialog(office.qtbot, dialog)
    return dialog


def everything_open(dialog: PersonDialog) -> PersonDialog:
    dialog.identity.names.add_card()
    dialog.reach.points.add_card()
    dialog.numbers.cases.add_card()
    for section in dialog.sections.sections.values():
        section.set_open(True)
    return dialog


WHOLE = PersonDraft(
    given="Rowan",
    family="Ash",
    known_as="Ro",
    further_names=(
        FurtherName(use=NameUse.MAIDEN, family="Marsh"),
        FurtherName(use=NameUse.NICKNAME, given="Rowie", family="A."),
    ),
    pronouns="they/them",
    gender=Gender.OTHER,
    sex=Gender.FEMALE,
    born=PartialDate(1990, 4, None, "UEA"),
    died=PartialDate(2026),
    ethnicity=Ethnicity.WHITE_AND_ASIAN,
    religion="Quaker",
    needs=Communication(
        language="Welsh",
        dialect="Northern",
        interpreter=True,
        interpreter_wish="A woman",
        interpreter_way=InterpreterWay.VIDEO,
        reading=Reading.SOME,
        print_points=18,
        easy_read=True,
        paper="cream",
        hearing="Hearing aid",
        sign_language=True,
        makaton=True,
        advocate="Kim Vale",
        digital="A phone, no data",
        note="In the evening",
    ),
    contact=SafeContact(
        call=Allowed.YES,
        text=Allowed.NO,
        voicemail=Allowed.NO,
        post=Allowed.YES,
        email=Allowed.YES,
        code_word="tulip",
        times="mornings",
    ),
    health=Health(
        allergies="Nuts",
        disability="Dyslexia",
        diagnosis=Diagnosis.REPORTED,
        young_carer=Allowed.YES,
        pregnant_due=date(2027, 2, 19),
        booked_on=date(2026, 8, 1),
        unit="Northmarsh maternity",
        midwife="Grace",
    ),
    school_year="Year 9",
    education=Education(
        attendance=92,
        attendance_on=date(2026, 11, 1),
        support=Support.EHCP,
        exclusions="Two days in May",
        neet=True,
    ),
    note="Likes tea.\nمرحبا 👩‍👧\u00a0.",
)
POINT = ContactPointDraft(
    way=Way.EMAIL,
    value="rowan@mail.example",
    label="Own",
    safety=Safety.CONFIDENTIAL,
    call=Allowed.NO,
    message=Allowed.YES,
)


def type_whole(dialog: PersonDialog) -> None:
    names, identity, needs = dialog.names, dialog.identity, dialog.needs
    names.given.setText("Rowan")
    names.family.setText("Ash")
    names.known_as.setText("Ro")
    names.born.setText("about april 1990")
    for use, given, family in (("maiden", "", "Marsh"), ("nickname", "Rowie", "A.")):
        card = identity.names.add_card()
        card.use.choose(use)
        card.given.setText(given)
        card.family.setText(family)
    identity.pronouns.setText("they/them")
    identity.gender.choose(Gender.OTHER)
    identity.sex.choose(Gender.FEMALE)
    identity.ethnicity.choose(Ethnicity.WHITE_AND_ASIAN)
    identity.religion.setText("Quaker")
    identity.died.setText("2026")
    needs.language.setText("Welsh")
    needs.dialect.setText("Northern")
    needs.help.choose(frozenset({"interpreter", "easy_read", "sign_language", "makaton"}))
    needs.interpreter_wish.setText("A woman")
    needs.interpreter_way.choose(InterpreterWay.VIDEO)
    needs.reading.choose(Reading.SOME)
    needs.print_points.choose("18")
    needs.paper.setText("cream")
    needs.hearing.setText("Hearing aid")
    needs.advocate.setText("Kim Vale")
    needs.digital.setPlainText("A phone, no data")
    needs.note.setPlainText("In the evening")
    for way, answer in zip(
        ("call", "text", "voicemail", "post", "email"),
        ("yes", "no", "no", "yes", "yes"),
        strict=True,
    ):
        dialog.reach.ways[way].choose(answer)
    dialog.reach.code_word.setText("tulip")
    dialog.reach.times.setText("mornings")
    point = dialog.reach.points.add_card()
    point.way.choose("email")
    point.value.setText("rowan@mail.example")
    point.label.setText("Own")
    point.safety.choose(Safety.CONFIDENTIAL)
    point.call.choose("no")
    point.message.choose("yes")
    health, school = dialog.health, dialog.school
    health.allergies.setPlainText("Nuts")
    health.disability.setPlainText("Dyslexia")
    health.diagnosis.choose("reported")
    health.young_carer.choose("yes")
    health.pregnant_due.setText("19/2/2027")
    health.booked_on.setText("1/8/2026")
    health.unit.setText("Northmarsh maternity")
    health.midwife.setText("Grace")
    school.school_year.setText("Year 9")
    school.attendance.setText("92 %")
    school.attendance_on.setText("1/11/2026")
    school.support.choose("ehcp")
    school.exclusions.setPlainText("Two days in May")
    school.neet.choose(frozenset({"neet"}))
    dialog.note.insertPlainText(WHOLE.note)
