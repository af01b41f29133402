"""Ten thousand decisions about one large family: `python -m tests.bench.decisions [--json]`.

The same questions are put to one rulebook, to a new rulebook each, and, as a peer that knows no
rule at all, to plain SQL that asks for the newest consent of a cell.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from datetime import timedelta
from itertools import islice, product

from app.domain.consent import Category, Purpose
from app.domain.gateway import Share, decide
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from tests.bench.figures import Figure, median_of, say
from tests.builders import TODAY, family, law

DECISIONS = 10_000
TIMES = 5
TARGET = 1_000.0  # milliseconds
KINDS = (
    frozenset({Category.CONTACT}),
    frozenset({Category.SCHOOL}),
    frozenset({Category.CONTACT, Category.PHYSICAL_HEALTH}),
    frozenset({Category.MENTAL_HEALTH}),
    frozenset({Category.HOUSING, Category.DEBT}),
    frozenset(Category),
)
AHEAD = (0, 14, 60, 200, 400)  # days
PLAIN = """
    CREATE TABLE consent (person TEXT, agency TEXT, purpose TEXT, answer TEXT, on_day TEXT);
    CREATE INDEX cell ON consent (person, agency, purpose, on_day);
"""
NEWEST = """
    SELECT answer FROM consent WHERE person = ? AND agency = ? AND purpose = ? AND on_day <= ?
    ORDER BY on_day DESC LIMIT 1
"""


def main() -> int:
    """Measure and print; always 0 unless something breaks."""
    parser = argparse.ArgumentParser(description="Measure ten thousand decisions.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    say(figures(), as_json=given.json)
    return 0


def figures() -> list[Figure]:
    """Return what ten thousand decisions take, and what two peers take beside them."""
    record = family("a")
    asked = questions(record)
    size = f"{len(record.people)} people, {len(record.agencies)} partners"
    anew = median_of(lambda: with_new(record, asked), 1)
    plain = median_of(lambda: by_sql(record, asked), TIMES)
    return [
        Figure(
            name=f"{len(asked):,} decisions with one rulebook",
            value=median_of(lambda: with_one(record, asked), TIMES),
            unit="ms",
            target=TARGET,
            note=f"family A: {size}, {len(record.consents)} consents; with a new rulebook each "
            f"{anew:.0f} ms; SQL, which knows no rule of who may decide, {plain:.0f} ms",
        )
    ]


def questions(record: Record) -> list[Share]:
    """Return the first ten thousand of everybody x partner x purpose x kinds x day."""
    people = [person.id for person in record.people]
    partners = [agency.id for agency in record.agencies]
    every = (
        Share(
            person=who,
            agency=partner,
            categories=kinds,
            on=TODAY + timedelta(days=ahead),
            purpose=purpose,
        )
        for ahead, kinds, purpose, who, partner in product(AHEAD, KINDS, Purpose, people, partners)
    )
    return list(islice(every, DECISIONS))


def with_one(record: Record, asked: Sequence[Share]) -> int:
    """Decide all with one rulebook; return how many are allowed."""
    book = Rulebook(record, law())
    return sum(decide(book, share).allowed for share in asked)


def with_new(record: Record, asked: Sequence[Share]) -> int:
    """Decide all, each with a rulebook of its own."""
    return sum(decide(Rulebook(record, law()), share).allowed for share in asked)


def by_sql(record: Record, asked: Sequence[Share]) -> int:
    """Ask plain SQL for the newest consent of each cell; return how many are a yes."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(PLAIN)
        connection.executemany(
            "INSERT INTO consent VALUES (?, ?, ?, ?, ?)",
            [(c.person, c.agency, c.purpose, c.answer, str(c.decided_on)) for c in record.consents],
        )
        rows = (
            connection.execute(NEWEST, (s.person, s.agency, s.purpose, s.on.isoformat())).fetchone()
            for s in asked
        )
        return sum(row is not None and row[0] in ("given", "narrowed") for row in rows)
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
