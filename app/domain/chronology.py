"""The chronology of a whole family: one line for everything that happened or is to come.

Each line says whose knowledge it is and what it rests on, so that no opinion is read as a fact
(trap 44). What somebody has for themself alone is in no line (trap 9), nor is a danger flag.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.dates import PartialDate
from app.domain.happened import happened_in_plan, happened_in_sharing, on
from app.domain.happening import Line, LineKind
from app.domain.person import Safety
from app.domain.record import Record
from app.domain.visit import Knowledge


def chronology(record: Record) -> tuple[Line, ...]:
    """Return every line, the newest first; a date known in part counts from its first day."""
    shown = _Shown(record)
    lines = [line for line in _everything(record) if shown.fits(line)]
    lines.sort(key=lambda line: line.day.earliest, reverse=True)
    return tuple(lines)


class _Shown:
    """Leaves out what somebody has for themself alone: off every screen that others may see."""

    def __init__(self, record: Record) -> None:
        own = [i for i in record.involvements if i.safety is Safety.OWN]
        self._involvements = {i.id for i in own}
        self._pairs = {(i.person, i.agency) for i in own}
        met = {i.agency for i in record.involvements if i.safety is not Safety.OWN}
        self._agencies = {i.agency for i in own} - met

    def fits(self, line: Line) -> bool:
        """Say whether a line may be seen."""
        if line.opens in self._involvements or line.agency in self._agencies:
            return False
        return not any((person, line.agency) in self._pairs for person in line.people)


def _everything(record: Record) -> Iterator[Line]:
    yield from _visits(record)
    yield from _notes(record)
    yield from _people(record)
    yield from _moves(record)
    yield from _relationships(record)
    yield from _involvements(record)
    yield from happened_in_sharing(record)
    yield from _orders(record)
    yield from happened_in_plan(record)


def _visits(record: Record) -> Iterator[Line]:
    for visit in record.visits:
        day = on(visit.on)
        texts = (
            ("others", visit.others),
            ("worry", visit.worry),
            ("well", visit.well),
            ("agreed", visit.agreed),
        )
        yield Line(
            day=day,
            kind=LineKind.VISIT,
            opens=visit.id,
            people=visit.seen,
            code=visit.place,
            text=visit.note,
            details=tuple((name, text) for name, text in texts if text),
            source=visit.by,
        )
        for said in visit.words:
            yield Line(
                day=day,
                kind=LineKind.WORDS,
                opens=visit.id,
                people=(said.person,),
                text=said.words,
                speaker=said.person,
                knowledge=Knowledge.FAMILY_ACCOUNT,
            )


def _notes(record: Record) -> Iterator[Line]:
    for note in record.notes:
        texts = (("not_meaning", note.not_meaning), ("onward", note.onward))
        source = ", ".join(part for part in (note.source, note.role) if part)
        yield Line(
            day=on(note.on),
            kind=LineKind.NOTE,
            opens=note.id,
            people=note.people,
            agency=note.agency,
            code=note.kind,
            text=note.text,
            details=tuple((name, text) for name, text in texts if text),
            source=source or note.by,
            knowledge=note.knowledge,
            reach=note.reach,
        )


def _people(record: Record) -> Iterator[Line]:
    for person in record.people:
        people = (person.id,)
        if person.born is not None:
            yield Line(
                day=person.born,
                kind=LineKind.BORN,
                opens=person.id,
                people=people,
                knowledge=_by_accuracy(person.born),
            )
        elif person.due is not None:
            yield Line(
                day=on(person.due),
                kind=LineKind.EXPECTED,
                opens=person.id,
                people=people,
                knowledge=Knowledge.UNVERIFIED,
            )
        if person.died is not None:
            yield Line(
                day=person.died,
                kind=LineKind.DIED,
                opens=person.id,
                people=people,
                knowledge=_by_accuracy(person.died),
            )


def _moves(record: Record) -> Iterator[Line]:
    labels = {home.id: home.label for home in record.homes}
    for stay in record.stays:
        for day, kind in ((stay.since, LineKind.MOVED_IN), (stay.until, LineKind.MOVED_OUT)):
            if day is not None:
                yield Line(
                    day=on(day),
                    kind=kind,
                    opens=stay.id,
                    people=(stay.person,),
                    code=stay.use,
                    name=labels.get(stay.home, ""),
                    knowledge=Knowledge.FACT,
                )


def _relationships(record: Record) -> Iterator[Line]:
    for fact in record.relationships:
        for day, kind in ((fact.since, LineKind.BEGAN), (fact.until, LineKind.ENDED)):
            if day is not None:
                yield Line(
                    day=on(day),
                    kind=kind,
                    opens=fact.id,
                    people=(fact.person, fact.other),
                    code=fact.kind,
                    text=fact.note,
                    knowledge=Knowledge.FACT,
                )


def _involvements(record: Record) -> Iterator[Line]:
    for one in record.involvements:
        days = ((one.since, LineKind.INVOLVED), (one.until, LineKind.NOT_INVOLVED))
        for day, kind in days:
            if day is not None:
                yield Line(
                    day=on(day),
                    kind=kind,
                    opens=one.id,
                    people=(one.person,),
                    agency=one.agency,
                    code=one.state,
                    text=one.why,
                    knowledge=Knowledge.FACT,
                )


def _orders(record: Record) -> Iterator[Line]:
    for order in record.orders:
        named = (order.holder, order.restrains, *order.protects, *order.about)
        people = tuple(dict.fromkeys(person for person in named if person is not None))
        for day, kind in ((order.made_on, LineKind.ORDER), (order.until, LineKind.ORDER_ENDS)):
            if day is not None:
                yield Line(
                    day=on(day),
                    kind=kind,
                    opens=order.id,
                    people=people,
                    code=order.kind,
                    name=order.court,
                    text=order.note,
                    source=order.court,
                    knowledge=Knowledge.FACT,
                )


def _by_accuracy(day: PartialDate) -> Knowledge:
    return Knowledge.FACT if day.exact is not None else Knowledge.UNVERIFIED
