"""Words a partner told us under a limit, looked for in what would go further (trap 43)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.folding import words_of
from app.domain.ids import AgencyId
from app.domain.visit import Note, NoteKind, NoteReach

RUN = 7  # words in a row that nobody writes twice by chance
FAMILY = frozenset({NoteReach.FAMILY, NoteReach.PARTNERS})
PARTNERS = frozenset({NoteReach.PARTNERS})


def passed_on(
    text: str, notes: Iterable[Note], reaches: frozenset[NoteReach], to: AgencyId | None = None
) -> bool:
    """Say whether a text repeats what we were told for fewer eyes than it is meant for.

    `reaches` are the limits under which it may be repeated; `to` is who reads it, and may read
    again what they told us themselves. A short note counts whole.
    """
    typed = list(words_of(text))
    return any(
        _repeats(typed, list(words_of(note.text)))
        for note in notes
        if _received(note) and note.reach not in reaches and (to is None or note.agency != to)
    )


def _received(note: Note) -> bool:
    return note.agency is not None or note.kind is NoteKind.RECEIVED


def _repeats(typed: list[str], told: list[str]) -> bool:
    run = min(RUN, len(told))
    if run < 3:
        return False
    said = set(_runs(told, run))
    return any(words in said for words in _runs(typed, run))


def _runs(words: list[str], long: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + long]) for at in range(len(words) - long + 1))
