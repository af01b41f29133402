"""Every view of one family for every recipient: `python -m tests.bench.views [--json]`.

The peer writes the same record out once as JSON, all of it and for nobody in particular: what an
export costs that knows no recipient.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from app.domain.record import Record
from app.errors import Refused
from app.view.form import project_forms
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import (
    OFFICE,
    Recipient,
    at_table,
    parent_about,
    partner_about,
    the_person,
)
from tests.bench.figures import Figure, median_of, say
from tests.builders import TODAY, family, law

TIMES = 15
TARGET = 50.0  # milliseconds


def main() -> int:
    """Measure and print; always 0 unless something breaks."""
    parser = argparse.ArgumentParser(description="Measure the views of the largest demo family.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    say(figures(), as_json=given.json)
    return 0


def figures() -> list[Figure]:
    """Return what the views of the largest demo family take, and what the peer takes beside."""
    record = max(map(family, "abc"), key=lambda r: (len(r.people), len(r.involvements)))
    readers = tuple(recipients(record))
    plain = median_of(lambda: json.dumps(asdict(record), default=str), TIMES)
    papers = median_of(lambda: paper_views(record), TIMES)
    return [
        Figure(
            name=f"household views for {len(readers)} recipients",
            value=median_of(lambda: household_views(record, readers), TIMES),
            unit="ms",
            target=TARGET,
            note=f"{len(record.people)} people, {len(record.involvements)} involvements; "
            f"the whole record as JSON, for nobody in particular, {plain:.1f} ms",
        ),
        Figure(
            name=f"views of {paper_views(record)} papers beside them",
            value=papers,
            unit="ms",
            target=TARGET,
            note="every consent form and every share request on file",
        ),
    ]


def recipients(record: Record) -> Iterator[Recipient]:
    """Give everybody a view can be for: office, people, parents, partners, everybody at a table."""
    yield OFFICE
    people = [person.id for person in record.people]
    yield from map(the_person, people)
    yield from (parent_about(row.adult, row.child) for row in record.responsibilities)
    pairs = dict.fromkeys((i.agency, i.person) for i in record.involvements)
    yield from (partner_about(agency, person) for agency, person in pairs)
    yield at_table(*people)


def household_views(record: Record, readers: tuple[Recipient, ...]) -> None:
    """Make the household view for each."""
    for reader in readers:
        project(record, law(), reader, TODAY)


def paper_views(record: Record) -> int:
    """Make the view of each form and each letter; return how many."""
    made = 0
    for person in record.people:
        try:
            made += len(project_forms(record, law(), person.id, TODAY))
        except Refused:
            continue
    for request in record.requests:
        project_letter(record, law(), request)
        made += 1
    return made


if __name__ == "__main__":
    sys.exit(main())
