"""How a benchmark says what it found: name, value, unit, target, and whether it holds."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value and its target; `note` names the peer or the circumstances."""

    name: str
    value: float
    unit: str
    target: float
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the value is within the target (less is better)."""
        return self.value <= self.target


def median_of(act: Callable[[], object], times: int) -> float:
    """Return the median duration of `act` in milliseconds, after one run to warm up."""
    act()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def say(figures: Sequence[Figure], *, as_json: bool) -> None:
    """Print the figures. A benchmark never fails for time."""
    if as_json:
        rows = [asdict(figure) | {"holds": figure.holds} for figure in figures]
        sys.stdout.write(json.dumps(rows, indent=1) + "\n")
        return
    widest = max(len(figure.name) for figure in figures)
    for figure in figures:
        holds = "holds" if figure.holds else "MISSED"
        sys.stdout.write(
            f"{figure.name.ljust(widest)}  {figure.value:9.2f} {figure.unit:<6} "
            f"target {figure.target:g}  {holds}  {figure.note}\n"
        )
