"""What was acknowledged is still there after the program is killed, and the chain is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from app.domain.household import Household
from app.domain.ids import HouseholdId
from app.operation import operation
from app.ports import Work
from db.store import open_store
from tests.conftest import WORDS, StorePlace
from tests.db.cases import reopened

KILLS = 10


@operation()
def open_numbered(work: Work, number: int) -> None:
    household = HouseholdId(f"h{number}")
    work.about(household)
    work.kept(Household).add(Household(id=household, name=f"Family {number} " * 20))


def keep_working(path: Path) -> None:
    """Open case after case and say each number once it is kept, until killed."""
    store = open_store(path, passphrase=WORDS, by="kw-test")
    number = len(store.ask(lambda work: work.kept(Household).every()))
    while True:
        store.run(open_numbered(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1
        if number % 7 == 0:
            store.undo()
            store.run(open_numbered(number - 1))


def test_killing_the_program_loses_nothing_that_was_acknowledged(
    store_place: StorePlace,
) -> None:
    rng, missing, findings, seen = random.Random(20261122), [], [], 0  # noqa: S311
    for _ in range(KILLS):
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "tests.db.test_kill", str(store_place.path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(rng.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        rest = child.communicate()[0]
        # The last number may have been killed between its undo and its second keeping.
        told = [int(line) for line in (first + rest).split(b"\n")[:-1]]
        store = reopened(store_place)
        kept = {h.id for h in store.ask(lambda work: work.kept(Household).every())}
        missing += [number for number in told[:-1] if f"h{number}" not in kept]
        findings += [*store.check().findings]
        seen += len(told)
        store.close()

    assert seen > KILLS
    assert missing == []
    assert findings == []


if __name__ == "__main__":
    keep_working(Path(sys.argv[1]))
