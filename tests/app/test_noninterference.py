"""Non-interference: changing anything a recipient may not see leaves what they get as it was.

The property of traps, section 1, over whole families by chance and every output and recipient.
`python -m tests.noninterference --pairs 50000` is the long run, `--mutate` the table of rules.
"""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from app.domain.sharing import PaperKind
from tests.noninterference import controls, facts, oracle, paper_oracle, said
from tests.noninterference.__main__ import main
from tests.noninterference.controls import LEAKS, leaking, sorted_by_what_is_hidden
from tests.noninterference.mutations import Fate, mutate, rules
from tests.noninterference.outputs import REGISTER, view_of
from tests.noninterference.pairs import Pair, Tally, compare, draw_pair, run
from tests.noninterference.sentinels import SENTINELS
from ui.press import Press

ROOT = Path(__file__).parents[2]
PARTS = 4
FORBIDDEN = {
    "app.view.permission",
    "app.view.rules",
    "app.view.leaks",
    "app.view.sender",
    "app.view.known",
    "app.view.choices",
    "app.domain.protection",
}
MAKES_NO_PAPER = {"draw", "pages"}  # of the press: a step to a picture, and a count of its pages


@cache
def few_pairs() -> tuple[Pair, ...]:
    return tuple(draw_pair(f"control/{number}") for number in range(40))


# --- The property.


@pytest.mark.parametrize("part", range(PARTS))
def test_nobody_gets_anything_else_whatever_they_may_not_see(part: int) -> None:
    tally = run(500, seed=part)

    assert tally.differences == []
    assert tally.pairs == 500
    assert tally.compared > 5_000
    assert min(tally.recipients[output.reader] for output in REGISTER) > 100


def test_pairs_are_two_states_of_families_most_of_whom_have_something_to_hide() -> None:
    pairs = few_pairs()

    hiding = [
        pair
        for pair in pairs
        if pair.first.flags or pair.first.orders or any(h.confidential for h in pair.first.homes)
    ]
    assert len(hiding) > len(pairs) / 2
    assert sum(pair.first != pair.second for pair in pairs) == len(pairs)
    assert all(any(a.output is pair.target.output for a in pair.asked) for pair in pairs)


def test_the_facts_of_a_recipient_are_said_without_the_wall() -> None:
    used = set()

    for module in (facts, oracle, paper_oracle, said):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.ImportFrom) and node.module:
                used |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
            elif isinstance(node, ast.Import):
                used |= {name.name for name in node.names}

    assert used & FORBIDDEN == set()


def test_a_run_says_what_it_compared_and_found(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--pairs", "8", "--seed", "3", "--every-pdf"])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines] == [
        *("pairs", "outputs", "changes", "recipients", "papers", "differences"),
    ]
    assert lines[0].startswith("pairs 8,")
    assert lines[-1] == "differences 0"


# --- Nothing is left out.


def test_every_kind_of_paper_is_in_the_register() -> None:
    assert {output.kind for output in REGISTER} == set(PaperKind)


def test_everything_the_press_makes_is_in_the_register() -> None:
    made = {name for name in vars(Press) if not name.startswith("_")} - MAKES_NO_PAPER

    compared = {name for output in REGISTER for name in output.papers}

    assert compared == made


# --- The same view gives the same bytes, whenever and wherever it is made.


def test_two_runs_of_the_program_make_the_same_bytes() -> None:
    runs = []

    for seed in ("1", "77"):
        done = subprocess.run(
            [sys.executable, "-m", "tests.noninterference", "--digest"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=100,
        )
        runs.append(done.stdout.splitlines())

    assert runs[0] == runs[1]
    assert len(runs[0]) > 2 * len(REGISTER)


# --- Switched off, each rule is missed.


@pytest.mark.parametrize("part", range(PARTS))
def test_each_rule_of_the_wall_is_missed_when_it_is_switched_off(part: int) -> None:
    fates = mutate(rules()[part::PARTS], pairs=100, seed=1)

    assert [fate.rule for fate in fates if fate.missed] == []
    assert [fate.rule for fate in fates if fate.unheard] == []


def test_a_rule_that_nothing_misses_would_be_told() -> None:
    assert Fate("a rule", pairs=9).missed
    assert not Fate("a rule", killed_by="consent form", pairs=9).missed


@pytest.mark.parametrize("rule", SENTINELS)
def test_what_only_a_sentinel_notices_holds(rule: str) -> None:
    assert SENTINELS[rule]()


# --- Renderers that leak are caught.


@pytest.mark.parametrize("name", LEAKS)
def test_a_leaky_renderer_of_any_output_is_caught(name: str) -> None:
    caught = Tally()

    for pair in few_pairs():
        compare(leaking(pair, LEAKS[name]), caught)

    assert {difference.output for difference in caught.differences} == {o.name for o in REGISTER}


def test_a_picture_sorted_by_what_is_hidden_is_caught() -> None:
    caught = Tally()

    for pair in few_pairs():
        compare(leaking(pair, sorted_by_what_is_hidden, only="picture"), caught)

    assert len(caught.differences) > 5


@pytest.mark.parametrize("leak", [controls.record_in_the_metadata, controls.number_on_the_paper])
def test_a_leaky_pdf_is_caught(leak: controls.Leak) -> None:
    form = next(output for output in REGISTER if output.name == "consent form")
    pairs = [
        (pair, asked)
        for pair in few_pairs()
        for asked in pair.asked
        if asked.output is form and not asked.nothing
    ][:6]

    differing = sum(
        leak(pair.first, view_of(form, pair.first, asked.key)[0])
        != leak(pair.second, view_of(form, pair.second, asked.key)[0])
        for pair, asked in pairs
    )

    assert differing > 0
