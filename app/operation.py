"""Commands: the only way anything in the store is ever changed, looked at or sent out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar

from app.domain.draft import Draft
from app.ports import Work

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Kind(StrEnum):
    """What sort of thing happened, for whoever reads the journal."""

    CHANGE = "change"
    LOOK = "look"
    OUTPUT = "output"
    DOOR = "door"
    CARE = "care"
    ERASE = "erase"


class Effect(StrEnum):
    """What undo makes of it: a step is taken back, a wall stops undo, the rest is passed over."""

    STEP = "step"
    WALL = "wall"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Command(Generic[T_co]):
    """A use-case with its arguments, ready for the store to carry out."""

    name: str
    kind: Kind
    effect: Effect
    act: Callable[[Work], T_co]


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a command returned, and which kinds of record it touched."""

    value: T_co
    changed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCheck:
    """What a check of the whole store found. `findings` is empty when all is well."""

    pages: int
    operations: int
    records: int
    findings: tuple[str, ...]


class OpenStore(Protocol):
    """An unlocked store: the one door for every read and every change."""

    def ask(self, question: Callable[[Work], T]) -> T:
        """Answer a question that leaves no trace; nothing can be changed while answering."""

    def run(self, command: Command[T]) -> Outcome[T]:
        """Carry out a command: all of it and its journal entry, or none."""

    def undo(self) -> Outcome[str] | None:
        """Take back the newest step no wall stands in front of; None if there is none."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep a half-written form, at once and lastingly; it is no operation and has no undo."""

    def drop_draft(self, id_: str) -> None:
        """Throw a half-written form away."""

    def opened_by(self, passphrase: str) -> bool:
        """Say whether this passphrase opens this store; nothing is changed or written down."""

    def check(self) -> StoreCheck:
        """Check pages, journal chain, and records against the journal."""

    def close(self, why: str = "quit") -> None:
        """Lock the store: write the lock down, close the connection, forget the keys."""


def operation(
    *, kind: Kind = Kind.CHANGE, effect: Effect = Effect.STEP
) -> Callable[[Callable[Concatenate[Work, P], T]], Callable[P, Command[T]]]:
    """Turn a use-case into a maker of commands; its name goes in the journal."""

    def decorate(use_case: Callable[Concatenate[Work, P], T]) -> Callable[P, Command[T]]:
        @wraps(use_case)
        def command(*args: P.args, **kwargs: P.kwargs) -> Command[T]:
            def act(work: Work) -> T:
                return use_case(work, *args, **kwargs)

            return Command(use_case.__name__, kind, effect, act)

        return command

    return decorate
