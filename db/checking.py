"""Check an open store: its pages, its journal, and its records against the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection

from app.operation import StoreCheck
from db.chain import Chain, compare, verify
from db.connection import DatabaseError, trouble_code
from db.journal import Journal


@dataclass(frozen=True, slots=True)
class Checked:
    """The result, and whether pages are damaged, so that nothing more should be written."""

    result: StoreCheck
    damaged: bool


def check_store(
    connection: Connection, journal: Journal, chain: Chain, *, on_disk: bool
) -> Checked:
    """Check everything; the journal only when the pages it lies in are sound."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    operations, records = journal.head[0], 0
    findings = tuple(_page_findings(connection, on_disk=on_disk))
    damaged = bool(findings)
    if not damaged:
        findings = (*verify(connection, chain), *compare(connection, journal.tables))
        for table in journal.tables:
            records += connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
    result = StoreCheck(pages=pages, operations=operations, records=records, findings=findings)
    return Checked(result, damaged)


def _page_findings(connection: Connection, *, on_disk: bool) -> Iterator[str]:
    run = connection.execute
    if on_disk:  # in memory there are no encrypted pages
        yield from (f"page: {row[0]}" for row in run("PRAGMA cipher_integrity_check"))
    try:
        for row in run("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield f"integrity: {row[0]}"
        for row in run("PRAGMA foreign_key_check"):
            yield f"{row[0]}: points at nothing in {row[2]}"
    except DatabaseError as error:
        yield f"integrity: {trouble_code(error) or 'unreadable'}"
