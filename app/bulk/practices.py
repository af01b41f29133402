"""Read the national list of GP practices: 27 columns, no heading line, one line a practice.

Source: Organisation Data Service, prescribing practices file (epraccur): 1 code, 2 name, 5 to 9
address, 10 postcode, 11 opened, 12 closed, 13 status, 18 phone, 26 prescribing setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.bulk.sheet import Row, Sheet, cannot_keep
from app.domain.household import NAME_LENGTH, text_problems
from app.domain.identifiers import ods_fits
from app.domain.practice import Practice, PracticeState
from app.domain.problems import Problem, Why
from app.domain.reach import phone_problems

COLUMNS = 27
CODE, NAME, ADDRESS, POSTCODE, OPENED, CLOSED, STATUS, PHONE, SETTING = (
    0, 1, slice(4, 9), 9, 10, 11, 12, 17, 25,
)  # fmt: skip
GP_PRACTICE = "4"  # prescribing setting
STATES = {
    "A": PracticeState.ACTIVE,
    "C": PracticeState.CLOSED,
    "D": PracticeState.DORMANT,
    "P": PracticeState.PROPOSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeLine:
    """One line of the list; `practice` is None where it cannot be used."""

    line: int
    said: str
    practice: Practice | None = None
    problems: tuple[Problem, ...] = ()


def looks_like_practices(sheet: Sheet) -> bool:
    """Say whether a file, read without a heading line, has the places of the practice list."""
    first = sheet.rows[:20]
    return bool(first) and all(
        len(row.cells) == COLUMNS and row.cells[STATUS].strip() in STATES for row in first
    )


def read_practices(sheet: Sheet) -> tuple[PracticeLine, ...]:
    """Return every GP practice, with everything wrong with its line.

    Other prescribers, such as prisons and walk-in centres, are left out: nobody is registered
    there.
    """
    seen: set[str] = set()
    lines = []
    for row in sheet.rows:
        if len(row.cells) == COLUMNS and row.cells[SETTING].strip() not in ("", GP_PRACTICE):
            continue
        line = _practice(row, seen)
        lines.append(line)
        if line.practice is not None:
            seen.add(line.practice.id)
    return tuple(lines)


def _practice(row: Row, seen: set[str]) -> PracticeLine:
    said = row.cells[NAME].strip() if len(row.cells) > NAME else ""
    if len(row.cells) != COLUMNS:
        return _bad(row, said, Problem("columns", Why.NOT_27_COLUMNS))
    cells = tuple(cell.strip() for cell in row.cells)
    if any(cannot_keep(cell) for cell in cells):
        return _bad(row, "", Problem("columns", Why.BAD_CHARACTER))
    if any("\n" in cell for cell in cells):
        return _bad(row, "", Problem("columns", Why.SEVERAL_LINES))
    found = []
    code = cells[CODE].upper()
    if not ods_fits(code):
        found.append(Problem("ods", Why.ODS_SHAPE))
    elif code in seen:
        found.append(Problem("ods", Why.SAID_TWICE))
    found += text_problems("name", cells[NAME], NAME_LENGTH, required=True)
    days = {}
    for key, place in (("opened", OPENED), ("closed", CLOSED)):
        days[key] = _day(cells[place])
        if cells[place] and days[key] is None:
            found.append(Problem(key, Why.NOT_A_DATE))
    if cells[STATUS] not in STATES:
        found.append(Problem("state", Why.NOT_A_CHOICE))
    found += phone_problems("phone", cells[PHONE])
    if found:
        return _bad(row, said, *found)
    practice = Practice(
        id=code,
        name=cells[NAME],
        lines=tuple(line for line in cells[ADDRESS] if line),
        postcode=cells[POSTCODE].upper(),
        phone=cells[PHONE],
        state=STATES[cells[STATUS]],
        **days,
    )
    return PracticeLine(line=row.line, said=said, practice=practice)


def _bad(row: Row, said: str, *problems: Problem) -> PracticeLine:
    return PracticeLine(line=row.line, said=said, problems=tuple(dict.fromkeys(problems)))


def _day(text: str) -> date | None:
    """Return a day written YYYYMMDD."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
