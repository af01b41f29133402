"""What is known about a person in short lines, a list for each section; empty where nothing is.

Left out on purpose: recorded sex stands in the form alone, as beside the stated gender it would
tell a history (practice 10.1), and so do code words and numbers that are confidential.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.identifiers import caution, shown
from app.domain.person import (
    Allowed,
    Diagnosis,
    Ethnicity,
    Gender,
    InterpreterWay,
    Person,
    Reading,
    Safety,
    Support,
)
from app.domain.reach import ContactPoint, Identifier, Way
from app.domain.record import Record
from app.domain.relationship import Contact, Relationship
from ui.choices import Options, allowed, genders, relations
from ui.dates import long_date
from ui.partial_dates import partial_words
from ui.person_choices import (
    contacts,
    diagnoses,
    ethnicities,
    interpreter_ways,
    name_uses,
    readings,
    registers,
    supports,
)
from ui.wording import caution_sentence


def name_lines(person: Person) -> list[str]:
    """Return further names, how somebody describes themself, and the date of death."""
    tr = QCoreApplication.translate
    uses = name_uses()
    lines = [
        f"{uses[name.use]}: {' '.join(part for part in (name.given, name.family) if part)}"
        for name in person.further_names
    ]
    if person.known_as and person.given:
        lines.append(_said(tr("Facts", "First names: {0}"), person.given))
    lines += _filled(
        (tr("Facts", "Pronouns: {0}"), person.pronouns),
        (tr("Facts", "Gender: {0}"), _of(genders(), person.gender, Gender.UNKNOWN)),
        (
            tr("Facts", "Ethnicity: {0}"),
            _of(ethnicities(), person.ethnicity, Ethnicity.NOT_ASKED),
        ),
        (tr("Facts", "Religion: {0}"), person.religion),
        (tr("Facts", "Died: {0}"), partial_words(person.died)),
    )
    return lines


def number_lines(numbers: Iterable[Identifier]) -> list[str]:
    """Return each number with where and when it was seen, and what to be careful of."""
    tr = QCoreApplication.translate
    said = registers()
    lines = []
    for number in numbers:
        line = f"{said[number.system]} {shown(number.system, number.value)}"
        if number.verified_on is not None:
            seen = tr("Facts", "Seen: {0}, {1}").replace("{0}", number.source)
            line += "\n" + seen.replace("{1}", long_date(number.verified_on))
        elif number.source:
            line += "\n" + _said(tr("Facts", "From: {0}"), number.source)
        warning = caution(number.system, number.value)
        lines.append(line if warning is None else f"{line}\n{caution_sentence(warning)}")
    return lines


def reach_lines(person: Person, points: Iterable[ContactPoint]) -> list[str]:
    """Return ways to reach somebody and what is safe. What is only theirs is left out (trap 9)."""
    tr = QCoreApplication.translate
    lines = []
    for point in points:
        if point.safety is Safety.OWN:
            continue
        ordinary = point.safety is Safety.ORDINARY
        value = point.value if ordinary else tr("Facts", "confidential, see the form")
        label = point.label or (
            tr("Facts", "Phone") if point.way is Way.PHONE else tr("Facts", "E-mail")
        )
        lines.append(f"{label}: {value}" + _may(point.call, point.message))
    safe = person.contact
    asked = (
        (tr("Facts", "call"), safe.call),
        (tr("Facts", "text"), safe.text),
        (tr("Facts", "leave a message"), safe.voicemail),
        (tr("Facts", "send letters"), safe.post),
        (tr("Facts", "send e-mails"), safe.email),
    )
    yes = ", ".join(what for what, answer in asked if answer is Allowed.YES)
    no = ", ".join(what for what, answer in asked if answer is Allowed.NO)
    word = tr("Facts", "agreed, see the form") if safe.code_word else ""
    return lines + _filled(
        (tr("Facts", "We may: {0}"), yes),
        (tr("Facts", "Never: {0}"), no),
        (tr("Facts", "Good times: {0}"), safe.times),
        (tr("Facts", "Code word: {0}"), word),
    )


def need_lines(person: Person) -> list[str]:
    """Return what somebody needs in order to understand and be understood."""
    tr = QCoreApplication.translate
    needs = person.needs
    helps = (
        (needs.easy_read, tr("Facts", "easy read, or read aloud")),
        (needs.sign_language, tr("Facts", "British Sign Language")),
        (needs.makaton, tr("Facts", "Makaton")),
    )
    language = ", ".join(part for part in (needs.language, needs.dialect) if part)
    way = _of(interpreter_ways(), needs.interpreter_way, InterpreterWay.NOT_SAID)
    interpreter = "; ".join(part for part in (needs.interpreter_wish, way) if part)
    if needs.interpreter:
        interpreter = interpreter or tr("Facts", "needed")
    points = tr("Facts", "{0} point").replace("{0}", str(needs.print_points))
    printed = ", ".join(part for part in (points * bool(needs.print_points), needs.paper) if part)
    return _filled(
        (tr("Facts", "Language: {0}"), language),
        (tr("Facts", "Interpreter: {0}"), interpreter),
        (tr("Facts", "Needs: {0}"), ", ".join(said for there, said in helps if there)),
        (tr("Facts", "Reading: {0}"), _of(readings(), needs.reading, Reading.NOT_ASKED)),
        (tr("Facts", "Print: {0}"), printed),
        (tr("Facts", "Hearing: {0}"), needs.hearing),
        (tr("Facts", "Advocate: {0}"), needs.advocate),
        (tr("Facts", "Phone, computer, data: {0}"), needs.digital),
        ("{0}", needs.note),
    )


def health_lines(person: Person) -> list[str]:
    """Return what matters about somebody's health."""
    tr = QCoreApplication.translate
    health = person.health
    known = _of(diagnoses(), health.diagnosis, Diagnosis.NOT_RECORDED)
    disability = ", ".join(part for part in (health.disability, known) if part)
    due = long_date(health.pregnant_due) if health.pregnant_due else ""
    booked = long_date(health.booked_on) if health.booked_on else ""
    carer = _of(allowed(), health.young_carer, Allowed.NOT_ASKED)
    return _filled(
        (tr("Facts", "Allergies: {0}"), health.allergies),
        (tr("Facts", "Disability: {0}"), disability),
        (tr("Facts", "Young carer: {0}"), carer),
        (tr("Facts", "Pregnant, expected on {0}"), due),
        (tr("Facts", "Booked on {0}"), booked),
        (tr("Facts", "Maternity unit: {0}"), health.unit),
        (tr("Facts", "Midwife: {0}"), health.midwife),
    )


def school_lines(person: Person) -> list[str]:
    """Return how school goes."""
    tr = QCoreApplication.translate
    school = person.education
    attendance = "" if school.attendance is None else f"{school.attendance} %"
    if attendance and school.attendance_on is not None:
        on = tr("Facts", "{0} on {1}").replace("{0}", attendance)
        attendance = on.replace("{1}", long_date(school.attendance_on))
    neet = tr("Facts", "Not in education, employment or training") if school.neet else ""
    return _filled(
        ("{0}", person.school_year),
        (tr("Facts", "Attendance: {0}"), attendance),
        (
            tr("Facts", "Special educational needs: {0}"),
            _of(supports(), school.support, Support.NOT_RECORDED),
        ),
        (tr("Facts", "Exclusions: {0}"), school.exclusions),
        ("{0}", neet),
    )


def kin_lines(person: Person, record: Record, names: dict[str, str]) -> list[str]:
    """Return the relationships that say more than who is what: care, contact, views, a note."""
    return [
        _kin_line(fact, names)
        for fact in record.relationships
        if person.id in (fact.person, fact.other) and _says_more(fact)
    ]


def _says_more(fact: Relationship) -> bool:
    words = fact.view_of_person + fact.view_of_other + fact.note
    return bool(words) or fact.carer or fact.contact is not Contact.NOT_RECORDED


def _kin_line(fact: Relationship, names: dict[str, str]) -> str:
    tr = QCoreApplication.translate
    one, other = names[fact.person], names[fact.other]
    lines = [f"{one}: {relations()[fact.kind]} {other}"]
    if fact.carer:
        cares = tr("Facts", "{0} looks after {1}").replace("{0}", one)
        lines.append(cares.replace("{1}", other))
    lines += _filled(
        (tr("Facts", "Contact: {0}"), _of(contacts(), fact.contact, Contact.NOT_RECORDED)),
        (f"{one}: “{{0}}”", fact.view_of_person),
        (f"{other}: “{{0}}”", fact.view_of_other),
        ("{0}", fact.note),
    )
    return "\n".join(lines)


def _may(call: Allowed, message: Allowed) -> str:
    tr = QCoreApplication.translate
    said = (
        (call is Allowed.NO, tr("Facts", "do not call")),
        (message is Allowed.NO, tr("Facts", "leave no message")),
        (message is Allowed.YES, tr("Facts", "a message is safe")),
    )
    parts = ", ".join(words for is_so, words in said if is_so)
    return f"\n{parts}" if parts else ""


def _of(words: Options, key: str, nothing: str) -> str:
    """Return the words for a code; none for the code that says nothing was recorded."""
    return "" if key == nothing else words[key]


def _said(pattern: str, value: str) -> str:
    return pattern.replace("{0}", value)


def _filled(*pairs: tuple[str, str]) -> list[str]:
    return [_said(pattern, value) for pattern, value in pairs if value]
