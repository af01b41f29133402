"""What leaves the program, as bytes, and a way to open any of it completely."""

from __future__ import annotations

import html
import json
import struct
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from app.domain.finding import Hit
from app.domain.ids import HouseholdId
from app.domain.record import Record
from app.nicknames import nicknames
from app.usecases.exchange import export_file
from app.usecases.find import find
from app.view.letter import project_letter
from app.view.project import project
from app.view.recipient import OFFICE, Recipient, the_person
from db.store import Store
from tests.app.wall_cases import forms, printed_form, printed_letter
from tests.app.whole_paper import everything_in, found_in_text
from tests.builders import TODAY, catalogue, law
from ui.press import Press

PNG = b"\x89PNG\r\n\x1a\n"
CLINIC = {"clinic": "Sexual Health Clinic", "phone": "01632 960222"}
KIND = {"kind": "sexual-health"}  # printed as words on every form, and on nothing else


@cache
def press() -> Press:
    """Return the press with the words that ship."""
    return Press(catalogue())


def all_forms(record: Record) -> dict[str, bytes]:
    """Return every consent form of a family that can be made today, by whom it is about."""
    return {
        f"form {person.id} {number}": printed_form(form.view)
        for person in record.people
        if person.died is None and person.due is None
        for number, form in enumerate(forms(record, person.id))
    }


def all_letters(record: Record) -> dict[str, bytes]:
    """Return the letter of every request that is kept."""
    return {
        f"letter {request.agency}": printed_letter(project_letter(record, law(), request))
        for request in record.requests
    }


def pictures(record: Record, recipient: Recipient) -> dict[str, bytes]:
    """Return one household's picture for somebody in every form it can be saved in."""
    return dict(_drawn(record, recipient))


@lru_cache(maxsize=64)
def _drawn(record: Record, recipient: Recipient) -> tuple[tuple[str, bytes], ...]:
    """Draw each picture once: it takes a while, and the same record gives the same bytes."""
    drawing = press().draw(
        project(record, law(), recipient, TODAY), office_only=recipient is OFFICE
    )
    facts = json.dumps(press().picture_facts(drawing), ensure_ascii=False)
    return (
        ("pdf", press().picture_pdf(drawing)),
        ("svg", press().picture_svg(drawing)),
        ("png", press().picture_png(drawing)),
        ("json", facts.encode()),
    )


def everything_for_the_family(record: Record) -> dict[str, bytes]:
    """Return all that can be given to anybody of a family or their partners."""
    made = all_forms(record) | all_letters(record)
    for person in record.people:
        drawn = pictures(record, the_person(person.id))
        made |= {f"picture {person.id}.{ending}": content for ending, content in drawn.items()}
    return made


def household_file(store: Store, household: str) -> str:
    """Return one household as a think-family/1 file."""
    return store.run(export_file(HouseholdId(household))).value


@lru_cache(maxsize=256)
def text_of(content: bytes) -> str:
    """Return every text of something that left, whatever sort of file it is."""
    if content.startswith(b"%PDF"):
        return everything_in(content)
    if content.startswith(PNG):
        return "\n".join(_chunks(content))
    return html.unescape(content.decode("utf-8"))


def leaks(made: dict[str, bytes], sentinels: dict[str, str]) -> dict[str, list[str]]:
    """Return which of some hidden facts are in which output; names of outputs are looked at too."""
    found = {
        name: found_in_text(f"{Path(name).name}\n{text_of(content)}", sentinels)
        for name, content in made.items()
    }
    return {name: hits for name, hits in found.items() if hits}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return what was written into a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def hits(store: Store, typed: str) -> list[Hit]:
    """Return everything that is found."""
    groups = store.ask(lambda work: find(work, typed, nicknames()))
    return [hit for group in groups for hit in group.hits]


def journal(store: Store) -> list[tuple[str, str | None, str]]:
    """Return name, family and detail of every operation, oldest first."""
    rows = store._connection.execute("SELECT name, about, detail FROM operation ORDER BY seq")
    return [tuple(row) for row in rows]


def _chunks(content: bytes) -> Iterator[str]:
    """Yield the text parts of a picture: what is not a pixel."""
    at = len(PNG)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + length]
        yield kind.decode("latin-1")
        if kind in (b"tEXt", b"iTXt", b"eXIf"):
            yield data.decode("latin-1")
        elif kind == b"zTXt":
            word, _, packed = data.partition(b"\0")
            yield word.decode("latin-1")
            yield zlib.decompress(packed[1:]).decode("latin-1")
        at += 12 + length
