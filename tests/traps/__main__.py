"""Run the tests of every trap and print a line for each: `python -m tests.traps`."""

from __future__ import annotations

import io
import sys
from collections import Counter
from contextlib import redirect_stdout

import pytest

from tests.traps.table import HERE, NAMED, TRAPS, awaited_as, missing_tests, named_tests, surfaces


class Results:
    """Counts the tests of each trap that passed and that did not."""

    def __init__(self) -> None:
        self.passed: Counter[int] = Counter()
        self.failed: Counter[int] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of one phase of one test."""
        named = NAMED.search(report.nodeid)
        if named is None:
            return
        if report.failed:
            self.failed[int(named[1])] += 1
        elif report.when == "call" and report.passed:
            self.passed[int(named[1])] += 1


def told(results: Results, missing: dict[int, str], waiting: dict[int, str]) -> list[str]:
    """Return a line for each trap."""
    lines = []
    for trap in TRAPS:
        passed, failed = results.passed[trap.number], results.failed[trap.number]
        if failed:
            how = f"FAILED {failed} of {passed + failed}"
        elif trap.number in missing:
            how = f"FAILED {missing[trap.number]}"
        elif passed:
            how = f"passed {passed}"
        else:
            how = f"awaited: there is no {waiting[trap.number]} yet"
        lines.append(f"{trap.number:2}  {trap.title:52} {how}")
    return lines


def main() -> int:
    """Run the tests, print the lines, and return the status: 0 when no trap is open."""
    results, heard, names = Results(), io.StringIO(), surfaces()
    with redirect_stdout(heard):
        status = pytest.main(["-q", "-p", "no:cacheprovider", str(HERE)], plugins=[results])
    missing = missing_tests(named_tests(), names)
    waiting = {trap.number: awaited_as(trap.number, names) for trap in TRAPS}
    for trap in TRAPS:
        ran = results.passed[trap.number] + results.failed[trap.number]
        if not ran and not waiting[trap.number]:
            missing.setdefault(trap.number, "no test ran")
    if status:
        sys.stderr.write(heard.getvalue())
    sys.stdout.write("\n".join(told(results, missing, waiting)) + "\n")
    return int(bool(status or missing or results.failed))


if __name__ == "__main__":
    sys.exit(main())
