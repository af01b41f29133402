"""Non-interference from the command line: how many pairs, how many outputs, every difference.

`python -m tests.noninterference --pairs 50000 --seed 7` compares so many pairs of states;
`--every-pdf` makes papers of every pair and not of each fourth; `--mutate` switches each rule of
the wall off in turn and says what notices; `--digest` prints a hash of every kind of paper.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a PNG is made by a Qt library

from tests.noninterference.digests import digests
from tests.noninterference.mutations import Fate, mutate, rules
from tests.noninterference.pairs import Tally, run

SHOWN = 20  # differences


def main(words: Sequence[str] | None = None) -> int:
    """Do what was asked; 1 where something was given away, or a rule is missed by nothing."""
    parser = argparse.ArgumentParser(description="Compare what recipients get of two states.")
    parser.add_argument("--pairs", type=int, help="2,000 pairs, or 250 for --mutate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every-pdf", action="store_true")
    parser.add_argument("--mutate", action="store_true")
    parser.add_argument("--digest", action="store_true")
    given = parser.parse_args(words)
    if given.digest:
        sys.stdout.writelines(f"{name} {digest}\n" for name, digest in digests(given.seed))
        return 0
    if given.mutate:
        fates = mutate(rules(), pairs=given.pairs or 250, seed=given.seed)
        sys.stdout.writelines(f"{line}\n" for line in table(fates))
        return 1 if any(fate.missed for fate in fates) else 0
    began = perf_counter()
    tally = run(given.pairs or 2_000, given.seed, every_pdf=given.every_pdf)
    sys.stdout.writelines(f"{line}\n" for line in report(tally, perf_counter() - began))
    return 1 if tally.differences else 0


def report(tally: Tally, seconds: float) -> list[str]:
    """Return what a run did and found."""
    lines = [
        f"pairs {tally.pairs}, seconds {seconds:.0f}",
        f"outputs compared {tally.compared}, refused in one state {tally.refused}",
        f"changes redrawn {tally.redrawn}",
        "recipients " + ", ".join(f"{who} {n}" for who, n in sorted(tally.recipients.items())),
        "papers " + ", ".join(f"{name} {n}" for name, n in sorted(tally.papers.items())),
        f"differences {len(tally.differences)}",
    ]
    lines += [f"  {d.seed} {d.output} {d.key}: {d.what}" for d in tally.differences[:SHOWN]]
    return lines


def table(fates: list[Fate]) -> list[str]:
    """Return what became of each rule that was switched off."""
    width = max(len(fate.rule) for fate in fates)
    return [f"{fate.rule:<{width}}  {fate.words}" for fate in fates]


if __name__ == "__main__":
    sys.exit(main())
