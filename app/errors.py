"""The only three ways anything here can fail on purpose.

`Invalid` is shown beside the field, `Refused` as a sentence, `StoreTrouble` as
a sentence with advice. Any other exception is our own bug.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.problems import Problem


class ThinkFamilyError(Exception):
    """What all our own failures are, so that `ui.errors` can tell them from bugs."""


class Invalid(ThinkFamilyError):
    """Something typed cannot be accepted as it stands."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{p.field}: {p.why}" for p in problems))
        self.problems = problems


class Refused(ThinkFamilyError):
    """A rule of the work forbids it, e.g. sharing without a legal gateway."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


class StoreTrouble(ThinkFamilyError):
    """The store cannot be used: wrong passphrase, full disk, newer version."""

    def __init__(self, code: str, facts: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts = dict(facts or {})


class Unreadable(ThinkFamilyError):
    """A file from outside cannot be read; every place that is wrong is named."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{f.path}: {f.code}" for f in faults))
        self.faults = faults


class Fault:
    """One place in a file: where it is, what is wrong there, what would be right."""

    __slots__ = ("allowed", "code", "path")

    def __init__(self, path: str, code: str, allowed: str = "") -> None:
        self.path = path
        self.code = code
        self.allowed = allowed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fault) and (self.path, self.code) == (other.path, other.code)

    def __hash__(self) -> int:
        return hash((self.path, self.code))
