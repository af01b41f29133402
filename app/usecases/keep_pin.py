"""Keep the worker’s PIN: inside the store, as a hash, and never in the journal or a file."""

from __future__ import annotations

from app.domain.pin import pin_problems
from app.errors import Invalid
from app.operation import Effect, Kind, operation
from app.ports import Work


@operation(kind=Kind.DOOR, effect=Effect.NONE)
def set_pin(work: Work, pin: str) -> None:
    """Let a PIN lead back from the family view; raises `Invalid` for one anybody would try.

    The journal says that one was set, and nothing else: no undo brings an old one back.
    """
    problems = pin_problems(pin)
    if problems:
        raise Invalid(problems)
    work.keep_pin(pin)
    work.about(None)


@operation(kind=Kind.DOOR, effect=Effect.NONE)
def drop_pin(work: Work) -> None:
    """Take the PIN away: only the passphrase leads back then."""
    work.drop_pin()
    work.about(None)
