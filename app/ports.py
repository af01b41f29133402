"""What the use-cases need from the outside. `db` provides all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol, TypeVar

from app.domain.draft import Draft
from app.domain.finding import Group, Hit
from app.domain.ids import HouseholdId, PersonId
from app.domain.record import Record
from app.domain.search import Likeness, Search

T = TypeVar("T")


class Kept(Protocol[T]):
    """The records of one kind that the store keeps."""

    def add(self, item: T) -> None:
        """Keep a new record."""

    def change(self, item: T) -> None:
        """Keep `item` in place of the record with the same id."""

    def remove(self, id_: str) -> None:
        """Take the record away; the journal still remembers it."""

    def find(self, id_: str) -> T | None:
        """Return the record with this id, or None."""

    def of(self, household: HouseholdId) -> tuple[T, ...]:
        """Return the household's records of this kind, in the order they were kept."""

    def within(
        self, field: str, first: str, last: str, *, still: Mapping[str, str | None] | None = None
    ) -> tuple[T, ...]:
        """Return the records of all households whose `field` lies between two texts.

        Both ends are included; dates are compared as they are written, e.g. "2026-11-24".
        `still` names fields with what they must hold, e.g. an action that is not done yet.
        """

    def newest(self, household: HouseholdId, field: str) -> T | None:
        """Return the household's record with the latest `field`, the later kept if two are."""

    def count(self) -> int:
        """Return how many records of this kind there are."""

    def every(self) -> tuple[T, ...]:
        """Return all records of this kind, whatever the household."""


class Work(Protocol):
    """One piece of work on the open store, inside one transaction."""

    @property
    def now(self) -> datetime:
        """The moment this work began: aware, UTC, and the same throughout."""

    @property
    def by(self) -> str:
        """Who is working."""

    def about(self, household: HouseholdId | None, **detail: str | int) -> None:
        """Say in the journal which household this concerns, and ids, codes and counts only."""

    def kept(self, kind: type[T]) -> Kept[T]:
        """Return the records of one kind, e.g. `work.kept(Person)`."""

    def record(self, household: HouseholdId, *, restricted: bool = False) -> Record:
        """Return a household whole, with the agencies it has to do with.

        Restricted facts are left out unless asked for.
        Raises `Refused("no-such-household")` when there is none.
        """

    def find(self, group: Group, search: Search, likeness: Likeness, most: int) -> tuple[Hit, ...]:
        """Return the newest hits of one group at a likeness, the nearer ones among them.

        What the office may not see on a shared screen is never among them.
        """

    def alike(self, keys: Iterable[str]) -> dict[str, tuple[PersonId, ...]]:
        """Return the people who have each of these keys (`app.domain.index_words.match_keys`)."""

    def alike_anywhere(self, kind: str, most: int) -> tuple[tuple[PersonId, ...], ...]:
        """Return groups of two to `most` people with the same key of a kind, e.g. "i" numbers."""

    def drafts(self, household: HouseholdId | None = None) -> tuple[Draft, ...]:
        """Return the half-written forms of one family, or of all, newest first."""

    def drop_draft(self, id_: str) -> None:
        """Throw a half-written form away, as its record is kept in this same work."""

    def move_drafts(self, household: HouseholdId, to: HouseholdId) -> None:
        """Give the half-written forms of one family to another."""

    def keep_pin(self, pin: str) -> None:
        """Keep the worker’s PIN as a hash that no journal, undo or file ever holds."""

    def drop_pin(self) -> None:
        """Throw the worker’s PIN away."""

    def has_pin(self) -> bool:
        """Say whether there is a PIN."""

    def is_the_pin(self, typed: str) -> bool:
        """Say whether this is the PIN; never where there is none."""
