"""Renderers that leak, as they were found in the world: the property must not hold for any of them.

Each adds to what is made of an output something that depends on what its reader may not see.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf

from app.domain.record import Record
from tests.builders import TODAY
from tests.noninterference.outputs import NUMBER, Key, Output, press
from tests.noninterference.pairs import Pair

Leak = Callable[[Record, Any], Any]


def _running_number(record: Record, view: Any) -> str:
    """Number papers one after the other: gaps tell of the others."""
    return f"CF-{len(record.papers) + len(record.requests):04}"


def _how_many(record: Record, view: Any) -> str:
    """Say "3 of 7 people"."""
    return f"of {len(record.people)} people"


def _withheld(record: Record, view: Any) -> str:
    """Mark that something is kept back."""
    return "withheld" if record.flags or record.orders else ""


def _chain_head(record: Record, view: Any) -> str:
    """Print a hash of the whole record."""
    return f"{hash(repr(record)):x}"


def _every_letter(record: Record, view: Any) -> str:
    """Embed a font with every letter of the family, and not of the paper."""
    return "".join(sorted(set(unicodedata.normalize("NFC", repr(record)))))


def _pages(record: Record, view: Any) -> int:
    """Leave room for everything on file."""
    return 2 + len(repr(record)) // 2000


def _last_change(record: Record, view: Any) -> str:
    """Say when the file was last changed."""
    return str(max((note.on for note in record.notes), default=TODAY))


def sorted_by_what_is_hidden(record: Record, view: Any) -> tuple[str, ...]:
    """List everybody seen in the order of how much is on file about them."""
    files = (record.flags, record.contact_points, record.consents, record.identifiers)
    about = Counter(item.person for items in files for item in items)
    return tuple(sorted((person.id for person in view.people), key=lambda id_: about[id_]))


LEAKS: dict[str, Leak] = {
    "a running number": _running_number,
    "how many people there are": _how_many,
    "a mark for what is withheld": _withheld,
    "a hash of the whole record": _chain_head,
    "every letter of the family in the font": _every_letter,
    "pages for what is hidden": _pages,
    "the day of the last change": _last_change,
}


def leaky(output: Output, leak: Leak) -> Output:
    """Return an output that leaks."""

    def view(record: Record, key: Key) -> Any:
        seen = output.view(record, key)
        return None if seen is None else (seen, leak(record, seen))

    return replace(output, view=view)


def leaking(pair: Pair, leak: Leak, *, only: str = "") -> Pair:
    """Return a pair whose outputs, or those of one name, all leak."""
    asked = [a for a in pair.asked if not a.nothing and a.output.name.startswith(only)]
    return replace(pair, asked=tuple(replace(a, output=leaky(a.output, leak)) for a in asked))


def record_in_the_metadata(record: Record, view: Any) -> bytes:
    """Return a form as a PDF with the whole record among its keywords."""
    pdf = press().consent_form(view, number=NUMBER, made_on=TODAY)
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.docinfo["/Keywords"] = repr(record)
        document.save(made, static_id=True)
    return made.getvalue()


def number_on_the_paper(record: Record, view: Any) -> bytes:
    """Return a form as a PDF with a running number."""
    return press().consent_form(view, number=_running_number(record, view), made_on=TODAY)
