"""What the inspector says of one person: age, own words, what matters, next step, who decides."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.catalogue import Catalogue
from app.domain.deciding import deciders
from app.domain.person import Person
from app.domain.visit import OwnWords, Visit
from ui.choices import places, standings
from ui.dates import long_date
from ui.partial_dates import partial_words
from ui.present import Presented
from ui.widgets.card import Card, IconLabel, QuoteCard
from ui.widgets.text import words
from ui.wording import rule_sentence


def age_line(person: Person, presented: Presented) -> str:
    """Return how old somebody is, or why that cannot be said."""
    tr = QCoreApplication.translate
    if person.due is not None and person.born is None:
        return tr("Inspector", "Expected on {0}").replace("{0}", long_date(person.due))
    if person.died is not None:
        return tr("Inspector", "Died {0}").replace("{0}", partial_words(person.died))
    age = person.age(presented.today)
    if person.born is None:
        return tr("Inspector", "Date of birth not known")
    if age is None:
        return tr("Inspector", "Born {0}").replace("{0}", partial_words(person.born))
    said = tr("Inspector", "Aged {0}, born {1}")
    return said.replace("{0}", str(age)).replace("{1}", partial_words(person.born))


def own_words(person: Person, presented: Presented) -> QuoteCard | None:
    """Return the newest words of their own, with where and when they were said."""
    found = [
        (visit, said)
        for visit in presented.record.visits
        for said in visit.words
        if said.person == person.id
    ]
    if not found:
        return None
    newest: tuple[Visit, OwnWords] = max(found, key=lambda pair: pair[0].on)
    visit, said = newest
    heading = QCoreApplication.translate("Inspector", "In {0}’s words")
    first = (person.known_as or person.given).split()[0]
    return QuoteCard(
        heading=heading.replace("{0}", first),
        quote=said.words,
        where_and_when=f"{places()[visit.place]}, {long_date(visit.on)}",
    )


def matters(person: Person, presented: Presented, catalogue: Catalogue) -> list[QHBoxLayout]:
    """Return a line for each thing an agency is there for."""
    lines = []
    for involvement in presented.record.involvements_of(person.id):
        if involvement.why and any(t.agency == involvement.agency for t in presented.view.ties):
            kind = presented.record.agency(involvement.agency).kind
            sector = catalogue.picture.sectors[kind]
            lines.append(icon_line(sector.icon, involvement.why, ink=sector.hue))
    return lines


def next_step(person: Person, presented: Presented) -> Card | None:
    """Return what was agreed last, with when and whom."""
    seen = [v for v in presented.record.visits if person.id in v.seen and v.agreed]
    if not seen:
        return None
    newest = max(seen, key=lambda visit: visit.on)
    card = Card(ground="card")
    card.column.addWidget(words(QCoreApplication.translate("Inspector", "Next step"), "group"))
    card.column.addWidget(words(newest.agreed, "row", wrap=True))
    when = long_date(newest.next_on) if newest.next_on else long_date(newest.on)
    card.column.addWidget(words(f"{when}, {newest.by}", "small", wrap=True))
    return card


def who_decides(person: Person, presented: Presented) -> str:
    """Return by which rule, and who, decides about them."""
    who = deciders(presented.record, person.id, None, presented.today)
    said = standings()
    named = "; ".join(
        f"{presented.record.person(d.person).name}, {said[d.standing]}" for d in who.signers
    )
    return f"{rule_sentence(who.rule)} {named}".strip()


def icon_line(icon_name: str, text: str, *, ink: str = "text2") -> QHBoxLayout:
    """Return an icon and the words that say the same."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconLabel(icon_name, ink), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(text, "body", wrap=True), 1)
    return row


def add_lines(body: QVBoxLayout, heading: str, lines: list[QHBoxLayout]) -> None:
    """Add lines under a heading; neither where there are no lines."""
    if lines:
        body.addSpacing(6)
        body.addWidget(words(heading, "section"))
    for line in lines:
        body.addLayout(line)
