"""Read a CSV file as people save it: any usual separator and encoding, lines with numbers."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from app.domain.household import TEXT_LENGTH, printable
from app.errors import Fault, Unreadable

LARGEST = 64 * 1024 * 1024  # bytes
MOST_LINES = 100_000
MOST_COLUMNS = 200
SEPARATORS = (",", ";", "\t", "|")
_SAYS_SEPARATOR = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)  # as Excel writes it


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number in the file, counting from 1, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a file holds. Without a heading line, columns are named by their number."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_sheet(content: bytes, *, headed: bool = True) -> Sheet:
    """Return what a CSV file holds, or raise `Unreadable` with what is wrong and where.

    Takes UTF-8, UTF-16 with a mark, and the old Windows encoding of western Europe. Empty lines
    are left out. A cell that holds what cannot be kept is a fault of its line.
    """
    if len(content) > LARGEST:
        raise Unreadable((Fault("", "too-large", f"{LARGEST // 1024 // 1024} MB"),))
    text = _decoded(content)
    rows = _rows(text)
    if not rows:
        raise Unreadable((Fault("", "no-lines", ""),))
    width = max(len(row.cells) for row in rows)
    if width > MOST_COLUMNS:
        raise Unreadable((Fault("", "too-many-columns", str(MOST_COLUMNS)),))
    headings = tuple(str(number) for number in range(1, width + 1))
    if headed:
        named = tuple(cell.strip() for cell in rows[0].cells)
        headings = (*named, *headings[len(named) :])
        rows = rows[1:]
    return Sheet(headings=headings, rows=tuple(rows))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable((Fault("", "not-a-sheet", ""),))


def _rows(text: str) -> list[Row]:
    lines = io.StringIO(text, newline="")
    said = _SAYS_SEPARATOR.fullmatch(lines.readline())
    if said is None:
        lines.seek(0)
    skipped = 0 if said is None else 1
    separator = _probable_separator(text) if said is None else said[1]
    reader = csv.reader(lines, delimiter=separator, strict=True)
    found: list[Row] = []
    line = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(line, tuple(cell.replace("\r\n", "\n") for cell in cells)))
            if len(found) > MOST_LINES + 1:
                raise Unreadable((Fault("", "too-many-lines", str(MOST_LINES)),))
            line = reader.line_num + skipped + 1
    except csv.Error as error:
        too_long = "field limit" in str(error)
        where = f"line {line}"
        fault = Fault(where, "cell-too-long", "") if too_long else Fault(where, "bad-quotes", "")
        raise Unreadable((fault,)) from None
    return found


def _probable_separator(text: str) -> str:
    """Return what makes the most cells of the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def cells(separator: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=separator), []))
        except csv.Error:  # a cell longer than can be read
            return 0

    return max(SEPARATORS, key=cells)


def cannot_keep(cell: str) -> bool:
    """Say whether a cell holds what cannot be kept: a control character, or far too much."""
    return not printable(cell) or len(cell) > TEXT_LENGTH
