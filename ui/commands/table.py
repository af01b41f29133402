"""The table a paper run ends with: file, for whom, about whom, pages, basis, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.commands.said import one_line

HEADINGS = ("File", "For", "About", "Pages", "Basis, or why not")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One paper, or one that was refused."""

    file: str
    whom: str
    about: str
    pages: int = 0
    basis: str = ""
    refused: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as words."""
        why = f"refused: {self.refused}" if self.refused else self.basis
        pages = str(self.pages) if self.pages else "-"
        return self.file, one_line(self.whom), one_line(self.about), pages, one_line(why)


def table_lines(rows: Sequence[Row]) -> list[str]:
    """Return the table, columns as wide as they need to be, and a line of totals."""
    cells = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS) - 1)]
    lines = [
        "  ".join([*(text.ljust(w) for text, w in zip(row, widths, strict=False)), row[-1]])
        for row in cells
    ]
    lines.insert(1, "  ".join("-" * width for width in (*widths, len(HEADINGS[-1]))))
    written = sum(1 for row in rows if not row.refused)
    return [*lines, "", f"{written} written, {len(rows) - written} refused."]
