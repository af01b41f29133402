"""A family lived step by step through the real use-cases, and what must hold after each step.

`python -m tests.decision_machine --steps 10000 --seed 7` lives so many steps in families of forty
and prints the steps, how often each rule ran, and every violation.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field

from app.domain.counting import covers
from app.domain.decision import Decision, Reason, Verdict
from app.domain.gateway import NOES
from app.domain.ids import PersonId
from app.domain.record import Record
from app.domain.rulebook import Rulebook
from app.errors import Invalid, Refused
from tests.app.chance_decisions import mixed
from tests.builders import law
from tests.decision_family import ADULTS, QUESTIONS, Answers, Chance, Family, Question
from tests.decision_steps import RULES

LIFE = 40  # steps lived by one family


@dataclass(slots=True)
class Lived:
    """What a run did: how often each rule ran, was refused, and what did not hold."""

    ran: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)
    opened: int = 0  # answers that were a yes, over all steps


NEVER_OPENS = frozenset(
    {
        "agree to less",
        "refuse",
        "take back",
        "prepare a form",
        "days pass",
        "something runs out",
        "turn 16",
        "decide not to share",
        "ask not to",
    }
)


def step(family: Family, name: str, lived: Lived) -> None:
    """Live one step by its name, and look at everything that must hold."""
    lived.ran[name] += 1
    about = None
    try:
        about = RULES[name](family)
    except (Invalid, Refused):
        lived.refused[name] += 1
    record = family.record()
    after = family.answers(record)
    lived.violations += [f"{name}: {what}" for what in broken(family, name, about, record, after)]
    lived.opened += sum(found.allowed for found in after.values())
    family.before = after


def broken(
    family: Family, name: str, about: PersonId | None, record: Record, after: Answers
) -> list[str]:
    """Return what does not hold after a step about somebody."""
    found = []
    before = family.before
    if name in NEVER_OPENS:
        new = [q for q in QUESTIONS if after[q].allowed and not before[q].allowed]
        found += [f"opened {q} by {after[q].reasons}, was {before[q].reasons}" for q in new]
    if about is not None:
        found += [
            f"about {about}, changed {q}"
            for q in QUESTIONS
            if q[0] != about and before[q] != after[q]
        ]
    if family.answers(mixed(record, family.chance)) != after:
        found.append("the order of entry changed an answer")
    book = Rulebook(record, law())
    for question, answer in after.items():
        found += [f"{what} {question}" for what in unfounded(family, book, question, answer)]
    return found


def unfounded(family: Family, book: Rulebook, question: Question, answer: Decision) -> list[str]:
    """Return what a yes is wrongly founded on, by the last word of everybody."""
    if not answer.allowed:
        return []
    who, partner, kinds, purpose = question
    if answer.confidentiality is None or not answer.gateway or not answer.dp_basis:
        return ["a yes without two bases"]
    if answer.ground is not None:
        return []
    signers = book.deciders(who, partner, family.today).signers
    words = {
        signer.person: family.said[who, partner, purpose, signer.person]
        for signer in signers
        if (who, partner, purpose, signer.person) in family.said
    }
    said_no = [by for by, (said, _) in words.items() if said in NOES]
    if said_no and Reason.RULED not in answer.reasons:
        return ["a yes over the no of somebody who decides"]
    if answer.verdict is Verdict.YES_BUT_TELL:
        return []
    relied = [c for c in book.record.consents if c.id in answer.consents]
    wrong = []
    if not relied:
        wrong.append("agreement without anybody’s yes")
    for consent in relied:
        said = family.said.get((who, partner, purpose, consent.decider or who))
        if said is None or said[0] in NOES or not kinds <= covers(consent) & said[1]:
            wrong.append("agreement that is not the last word")
    if who in ADULTS and {c.decider for c in relied} != {who}:
        wrong.append("an adult’s information on another’s yes")
    return wrong


def live(steps: int, seed: int) -> Lived:
    """Live so many steps, a new family every forty; return what was found."""
    chance, lived = Chance(seed), Lived()
    names = list(RULES)
    family: Family | None = None
    for number in range(steps):
        if family is None or number % LIFE == 0:
            if family is not None:
                family.close()
            family = Family(chance)
        step(family, chance.choice(names), lived)
    if family is not None:
        family.close()
    return lived


def main() -> int:
    """Live, print what was found; 1 when anything did not hold."""
    parser = argparse.ArgumentParser(description="Live families step by step.")
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lived = live(given.steps, given.seed)
    say = sys.stdout.write
    say(f"steps {sum(lived.ran.values())}, answers that were a yes {lived.opened}\n")
    for name in RULES:
        say(f"  {name:<24} ran {lived.ran[name]:>5}, refused {lived.refused[name]:>5}\n")
    say(f"violations {len(lived.violations)}\n")
    for violation in lived.violations[:20]:
        say(f"  {violation}\n")
    return 1 if lived.violations else 0


if __name__ == "__main__":
    sys.exit(main())
