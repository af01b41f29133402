"""One piece of work on the open store: what `app.ports.Work` asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection
from typing import TypeVar

from app.domain.agency import Agency, Involvement, Professional, Team
from app.domain.consent import Competence, Consent, Limit
from app.domain.draft import Draft
from app.domain.finding import Group, Hit
from app.domain.home import Home, Stay
from app.domain.household import Household, Office
from app.domain.ids import HouseholdId, PersonId
from app.domain.judgement import Dismissal, NotTheSame
from app.domain.person import Person
from app.domain.plan import Action, Goal, Meeting, Need, Review, ScaleMark
from app.domain.proof import Confirmation, DrawnSignature
from app.domain.reach import ContactPoint, Flag, Identifier
from app.domain.record import Record
from app.domain.relationship import Relationship
from app.domain.responsibility import Order, Responsibility
from app.domain.restricted import Restricted
from app.domain.search import Likeness, Search
from app.domain.sharing import Ground, Paper, Ruling, ShareRequest
from app.domain.visit import Note, Visit
from app.errors import Refused
from db.alike import alike, alike_anywhere
from db.drafts import drafts, drop_draft, move_drafts
from db.finding import find
from db.pin import drop_pin, has_pin, is_the_pin, keep_pin
from db.table import SHAPES, SqlKept

T = TypeVar("T")


class OpenWork:
    """Reads and changes of one transaction, and what the journal is to say of it."""

    def __init__(self, connection: Connection, *, now: datetime, by: str) -> None:
        self._connection = connection
        self.now = now
        self.by = by
        self.household: HouseholdId | None = None
        self.detail: dict[str, str | int] = {}

    def about(self, household: HouseholdId | None, **detail: str | int) -> None:
        """Say which household this concerns, and ids, codes and counts only."""
        self.household = household
        self.detail.update(detail)

    def kept(self, kind: type[T]) -> SqlKept[T]:
        """Return the records of one kind."""
        return SqlKept(self._connection, SHAPES[kind])

    def record(self, household: HouseholdId, *, restricted: bool = False) -> Record:
        """Return a household whole, restricted facts only if asked for.

        Raises `Refused("no-such-household")` when there is none.
        """
        found = self.kept(Household).find(household)
        if found is None:
            raise Refused("no-such-household")
        agencies = self._agencies(household)
        return Record(
            household=found,
            office=self.kept(Office).find("office") or Office(),
            people=self.kept(Person).of(household),
            identifiers=self.kept(Identifier).of(household),
            contact_points=self.kept(ContactPoint).of(household),
            flags=self.kept(Flag).of(household),
            homes=self.kept(Home).of(household),
            stays=self.kept(Stay).of(household),
            relationships=self.kept(Relationship).of(household),
            responsibilities=self.kept(Responsibility).of(household),
            orders=self.kept(Order).of(household),
            involvements=self.kept(Involvement).of(household),
            visits=self.kept(Visit).of(household),
            notes=self.kept(Note).of(household),
            consents=self.kept(Consent).of(household),
            competences=self.kept(Competence).of(household),
            limits=self.kept(Limit).of(household),
            signatures=self.kept(DrawnSignature).of(household),
            confirmations=self.kept(Confirmation).of(household),
            rulings=self.kept(Ruling).of(household),
            grounds=self.kept(Ground).of(household),
            requests=self.kept(ShareRequest).of(household),
            papers=self.kept(Paper).of(household),
            needs=self.kept(Need).of(household),
            goals=self.kept(Goal).of(household),
            scale_marks=self.kept(ScaleMark).of(household),
            actions=self.kept(Action).of(household),
            reviews=self.kept(Review).of(household),
            meetings=self.kept(Meeting).of(household),
            dismissals=self.kept(Dismissal).of(household),
            not_the_same=self.kept(NotTheSame).of(household),
            restricted=self.kept(Restricted).of(household) if restricted else (),
            agencies=agencies,
            teams=self._belonging(Team, household),
            professionals=self._belonging(Professional, household),
        )

    def find(self, group: Group, search: Search, likeness: Likeness, most: int) -> tuple[Hit, ...]:
        """Return the newest hits of one group at a likeness, the nearer ones among them."""
        return find(self._connection, group, search, likeness, most)

    def alike(self, keys: Iterable[str]) -> dict[str, tuple[PersonId, ...]]:
        """Return the people who have each of these keys."""
        return alike(self._connection, keys)

    def alike_anywhere(self, kind: str, most: int) -> tuple[tuple[PersonId, ...], ...]:
        """Return groups of two to `most` people with the same key of a kind."""
        return alike_anywhere(self._connection, kind, most)

    def drafts(self, household: HouseholdId | None = None) -> tuple[Draft, ...]:
        """Return the half-written forms of one family, or of all, newest first."""
        return drafts(self._connection, household)

    def drop_draft(self, id_: str) -> None:
        """Throw a half-written form away in this work's own transaction."""
        drop_draft(self._connection, id_)

    def move_drafts(self, household: HouseholdId, to: HouseholdId) -> None:
        """Give the half-written forms of one family to another."""
        move_drafts(self._connection, household, to)

    def keep_pin(self, pin: str) -> None:
        """Keep the worker’s PIN as a hash that no journal, undo or file ever holds."""
        keep_pin(self._connection, pin)

    def drop_pin(self) -> None:
        """Throw the worker’s PIN away."""
        drop_pin(self._connection)

    def has_pin(self) -> bool:
        """Say whether there is a PIN."""
        return has_pin(self._connection)

    def is_the_pin(self, typed: str) -> bool:
        """Say whether this is the PIN; never where there is none."""
        return is_the_pin(self._connection, typed)

    def _agencies(self, household: HouseholdId) -> tuple[Agency, ...]:
        """Return only the agencies this household has to do with (trap 41)."""
        shape = SHAPES[Agency]
        rows = self._connection.execute(
            f"{shape.select} WHERE id IN ({THEIRS}) ORDER BY n", (household,) * THEIRS.count("?")
        )
        return tuple(shape.item(row) for row in rows)

    def _belonging(self, kind: type[T], household: HouseholdId) -> tuple[T, ...]:
        shape = SHAPES[kind]
        rows = self._connection.execute(
            f"{shape.select} WHERE agency IN ({THEIRS}) ORDER BY n",
            (household,) * THEIRS.count("?"),
        )
        return tuple(shape.item(row) for row in rows)


THEIRS = """
SELECT agency FROM involvement WHERE household = ?
UNION SELECT agency FROM consent WHERE household = ?
UNION SELECT agency FROM share_request WHERE household = ?
UNION SELECT agency FROM ground WHERE household = ? AND agency IS NOT NULL
UNION SELECT not_agency FROM agreed_limit WHERE household = ? AND not_agency IS NOT NULL
UNION SELECT agency FROM competence WHERE household = ? AND agency IS NOT NULL
UNION SELECT agency FROM note WHERE household = ? AND agency IS NOT NULL
"""
