"""What may be shared, row by row: each one a case a social worker could tell (practice 4 to 8)."""

from __future__ import annotations

from tests.app.decision_rows import (
    competence,
    disagreement,
    doubts,
    gateways,
    kinds,
    models,
    responsibility,
    states,
    who_decides,
)
from tests.app.decision_rows.row import Row

THEMES = (
    who_decides,
    responsibility,
    competence,
    gateways,
    states,
    kinds,
    disagreement,
    doubts,
    models,
)
ROWS: tuple[Row, ...] = tuple(row for theme in THEMES for row in theme.ROWS)
