"""The peer: the same names and notes in plain SQLite, with its own full-text index as it comes."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.household import Household
from app.domain.person import Person
from app.domain.visit import Note, Visit
from app.ports import Work
from tests.bench.spine import opened

_TABLES = """
CREATE TABLE person (n INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE line (n INTEGER PRIMARY KEY, household TEXT, day TEXT, text TEXT);
CREATE INDEX line_household ON line (household);
CREATE VIRTUAL TABLE people USING fts5 (name, content='person', content_rowid='n', prefix='2 3');
CREATE VIRTUAL TABLE lines USING fts5 (text, content='line', content_rowid='n', prefix='2 3');
"""
EVERY = 40  # a scan of every name is slow, so only every so many prefixes are timed


class PlainStore:
    """Made once from a store and used again."""

    def __init__(self, place: Path, source: Path) -> None:
        seconds = place.with_suffix(".seconds")
        if not seconds.exists():
            place.unlink(missing_ok=True)
            took = self._make(place, source)
            seconds.write_text(f"{took:.1f}", "ascii")
        self.built = float(seconds.read_text("ascii"))
        self.size = place.stat().st_size / 1e6
        self._run = sqlite3.connect(place)

    def close(self) -> None:
        """Close the file."""
        self._run.close()

    def finding(self, typed: list[str]) -> tuple[list[float], list[float]]:
        """Return what full-text search and a scan of every name take for each, in milliseconds."""
        fts, like = [], []
        for number, text in enumerate(typed):
            words = re.findall(r"\w+", text)
            if not words:
                continue
            wanted = " ".join(f'"{word}"*' for word in words)

            def search(wanted: str = wanted) -> None:
                for table in ("people", "lines"):
                    self._run.execute(
                        f"SELECT rowid FROM {table} WHERE {table} MATCH ? "
                        "ORDER BY rowid DESC LIMIT 9",
                        (wanted,),
                    ).fetchall()

            def scan(words: list[str] = words) -> None:
                tests = " AND ".join("name LIKE ?" for _ in words)
                self._run.execute(
                    f"SELECT n FROM person WHERE {tests} ORDER BY n DESC LIMIT 9",
                    [f"%{word}%" for word in words],
                ).fetchall()

            fts.append(_took(search))
            if number % EVERY == 0:
                like.append(_took(scan))
        return fts or [0.0], like or [0.0]

    def reading(self, household: str) -> float:
        """Return what reading a household's lines takes, in milliseconds."""
        query = "SELECT * FROM line WHERE household = ? ORDER BY n"
        return _took(lambda: self._run.execute(query, (household,)).fetchall())

    @staticmethod
    def _make(place: Path, source: Path) -> float:
        store = opened(source)
        plain = sqlite3.connect(place)
        plain.executescript(_TABLES)

        def copy(work: Work) -> None:
            for family in work.kept(Household).every():
                for person in work.kept(Person).of(family.id):
                    plain.execute("INSERT INTO person (name) VALUES (?)", (person.legal_name,))
                notes = work.kept(Note).of(family.id)
                lines = [(family.id, note.on.isoformat(), note.text) for note in notes]
                visits = work.kept(Visit).of(family.id)
                lines += [(family.id, visit.on.isoformat(), visit.note) for visit in visits]
                plain.executemany("INSERT INTO line (household, day, text) VALUES (?, ?, ?)", lines)

        store.ask(copy)
        store.close()
        began = time.perf_counter()
        plain.execute("INSERT INTO people (people) VALUES ('rebuild')")
        plain.execute("INSERT INTO lines (lines) VALUES ('rebuild')")
        plain.commit()
        plain.close()
        return time.perf_counter() - began


def _took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
