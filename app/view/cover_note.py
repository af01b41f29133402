"""The words of an e-mail that goes with a paper: a number and the council, and nobody's name.

They are copied into the council's own mail program. Nothing is ever sent from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

FIELDS = frozenset({"number", "council"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFacts:
    """All that an e-mail may say: any mail server on the way can read it."""

    number: str
    council: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWording:
    """The words, with {number} and {council} to be filled in."""

    version: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverNote:
    """Subject and body."""

    subject: str
    body: str


def cover_note(facts: CoverFacts, wording: CoverWording) -> CoverNote:
    """Return the words of the e-mail for one paper."""
    given = {"number": facts.number, "council": facts.council}
    return CoverNote(
        subject=wording.subject.format(**given), body=wording.body.format(**given).strip()
    )


def read_cover_wording(file: Mapping[str, Mapping[str, str]]) -> CoverWording:
    """Return the words; raises ValueError where one of them asks for anything else."""
    subject, body = file["words"]["subject"], file["words"]["body"]
    for text in (subject, body):
        asked = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        if not asked <= FIELDS:
            raise ValueError(f"cover_note.toml: asks for {sorted(asked - FIELDS)}")
    return CoverWording(version=file["about"]["version"], subject=subject, body=body)
