"""The traps table: its 45 rows, the outputs each touches, and what tests each of them.

An output that does not exist yet is awaited; `surfaces` says by itself when it has appeared.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.sharing import PaperKind
from ui.commands.parser import make_parser
from ui.press import Press

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMED = re.compile(r"test_trap_(\d{2})_(\w+)")
OUTPUTS = frozenset(["SCR", "TXT", "META", "FN", "EML", "EXP", "SRCH", "DIAG", "AUD", "OS", "DATA"])
PLACES = (  # where an output of the program is made or asked for
    *("app/documents", "app/usecases", "app/interchange", "app/view", "app/bulk"),
    *("ui/commands", "ui/dialogs", "ui/windows", "ui/pages"),
)


@dataclass(frozen=True, slots=True)
class Trap:
    """One row: its number, what it is in short, and the keys of the outputs it touches."""

    number: int
    title: str
    outputs: str

    @property
    def touched(self) -> frozenset[str]:
        """The keys of the outputs."""
        return OUTPUTS if self.outputs == "ALL" else frozenset(self.outputs.split())


@dataclass(frozen=True, slots=True)
class Awaited:
    """An output that is not made yet: the words its name would hold, and whose tests it needs.

    A word of several parts is several words beside each other. `whole` says that the traps are
    about this output alone; else they are tested already, and each needs one test more that has
    `said` in its name.
    """

    name: str
    words: tuple[str, ...]
    traps: tuple[int, ...]
    whole: bool = True
    said: str = ""


TRAPS = (
    Trap(1, "A form shows the other parent’s new address", "SCR TXT META FN EML EXP SRCH DIAG"),
    Trap(2, "A place leaks through practice, school or phone", "SCR TXT META FN EML EXP SRCH DIAG"),
    Trap(3, "A new address is typed into a note", "SCR DATA TXT EML EXP"),
    Trap(4, "A letter goes to an old address", "SCR TXT EML"),
    Trap(5, "One consent for two adults", "SCR TXT DATA"),
    Trap(6, "A parent signs for a 16–17-year-old", "SCR TXT EXP DATA"),
    Trap(7, "A birthday passes silently", "SCR DATA EXP DIAG"),
    Trap(8, "A step-parent is assumed to hold responsibility", "SCR TXT DIAG EXP DATA"),
    Trap(9, "Sexual health is seen by a parent", "ALL"),
    Trap(10, "Consent is copied forward", "SCR TXT EXP DATA"),
    Trap(11, "Withdrawal deletes history", "SCR TXT EML EXP AUD DATA"),
    Trap(12, "Consent is asked for and then ignored", "SCR TXT"),
    Trap(13, "A refusal is treated as risk", "SCR TXT EXP DIAG SRCH"),
    Trap(14, "Early help for children relies on s251B", "SCR TXT DATA"),
    Trap(15, "A key worker prints a s47 request", "SCR TXT DATA AUD"),
    Trap(16, "Redaction by black box", "TXT META"),
    Trap(17, "Traces stay in the operating system", "OS FN META"),
    Trap(18, "Third-party data in subject access", "TXT META EXP"),
    Trap(19, "A parent makes a child’s subject access request", "SCR TXT EXP DATA"),
    Trap(20, "The clock of subject access", "SCR"),
    Trap(21, "Retention by calendar only", "SCR AUD DATA"),
    Trap(22, "A staff-safety flag is shown to the family", "SCR TXT META EML EXP SRCH DIAG"),
    Trap(23, "The screen is visible at a visit", "SCR SRCH DIAG"),
    Trap(24, "An estranged father is invited by default", "TXT META EML EXP"),
    Trap(25, "The perpetrator is a patient of the same practice", "TXT META EML EXP FN"),
    Trap(26, "The interpreter is a child or relative", "SCR TXT DATA"),
    Trap(27, "Machine translation of legal words", "TXT SCR"),
    Trap(28, "A signature is kept open or used again", "TXT META OS DATA"),
    Trap(29, "The form changes after signing", "TXT META AUD"),
    Trap(30, "An NHS number is guessed or copied", "SCR TXT EXP DATA"),
    Trap(31, "A blank form shows the wrong person", "TXT META FN"),
    Trap(32, "An unborn child has a consent or a number", "SCR TXT EXP DIAG DATA"),
    Trap(33, "Letters go on after a death", "SCR TXT EML SRCH DIAG"),
    Trap(34, "An adopted child’s birth name leaks", "ALL"),
    Trap(35, "Gender history leaks through previous names", "ALL"),
    Trap(36, "Immigration status is shared with everyone", "SCR TXT META EML EXP SRCH DIAG"),
    Trap(37, "“Any information you hold”", "SCR TXT DATA"),
    Trap(38, "E-mail to an nhs.uk typo", "SCR EML"),
    Trap(39, "Offline consent is lost with the laptop", "SCR EXP OS AUD"),
    Trap(40, "Two workers edit the same family", "SCR AUD DATA"),
    Trap(41, "A worker sees a neighbour’s family", "SCR SRCH AUD"),
    Trap(42, "The audit is edited", "AUD"),
    Trap(43, "Received health information in a shared plan", "SCR TXT EML EXP DATA"),
    Trap(44, "Opinion is repeated as fact", "SCR TXT EXP DIAG"),
    Trap(45, "The family is asked for the same story again", "SCR TXT"),
)
BY_NUMBER = {trap.number: trap for trap in TRAPS}

AWAITED = (
    Awaited("subject access", ("subject access", "sar", "disclosure", "dsar"), (18, 19, 20)),
    Awaited("retention and purge", ("retention", "purge", "retain"), (21,)),
    Awaited("e-mail draft", ("email", "e mail", "eml", "mail draft", "mailto"), (38,)),
    Awaited(
        "calendar",
        ("calendar", "ics", "ical", "icalendar"),
        (1, 2, 9, 22, 24, 34, 35, 36),
        whole=False,
        said="calendar",
    ),
    Awaited(
        "FHIR",
        ("fhir",),
        (1, 2, 3, 6, 8, 9, 13, 22, 25, 30, 32, 34, 35, 36, 44),
        whole=False,
        said="fhir",
    ),
)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, however they are joined: "SubjectAccess", "subject-access"."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return tuple(word.casefold() for word in re.findall(r"[A-Za-z0-9]+", apart))


def appeared(awaited: Awaited, names: Iterable[str]) -> list[str]:
    """Return the names that speak of an output that is awaited."""
    return [name for name in names if any(_beside(word, name) for word in awaited.words)]


def surfaces() -> list[str]:
    """Return the name of everything an output can come from: modules, papers, commands."""
    modules = [
        path.relative_to(ROOT).with_suffix("").as_posix()
        for place in PLACES
        for path in sorted((ROOT / place).rglob("*.py"))
    ]
    commands = (line.split()[0] for line in _commands())
    papers = (str(kind) for kind in PaperKind)
    makes = (name for name in vars(Press) if not name.startswith("_"))
    return [*modules, *commands, *papers, *makes]


def named_tests(folder: Path = HERE) -> dict[int, list[str]]:
    """Return the names of the tests of each trap, in the order they are written."""
    found: dict[int, list[str]] = {}
    for path in sorted(folder.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = NAMED.fullmatch(node.name) if isinstance(node, ast.FunctionDef) else None
            if named is not None:
                found.setdefault(int(named[1]), []).append(named[0])
    return found


def missing_tests(tests: dict[int, list[str]], names: Iterable[str]) -> dict[int, str]:
    """Return each trap that lacks a test it owes, with what for; an awaited one owes none yet."""
    names = list(names)
    there = {one: appeared(one, names) for one in AWAITED}
    waiting = {n for one in AWAITED if one.whole and not there[one] for n in one.traps}
    missing = {
        trap.number: "no test"
        for trap in TRAPS
        if trap.number not in waiting and not tests.get(trap.number)
    }
    for one, seen in there.items():
        for number in one.traps if seen and not one.whole else ():
            if not any(one.said in name for name in tests.get(number, [])):
                missing.setdefault(number, f"no test of {one.name}: {seen[0]}")
    return missing


def awaited_as(number: int, names: Iterable[str]) -> str:
    """Return the output a trap waits for, or nothing."""
    names = list(names)
    return next(
        (one.name for one in AWAITED if one.whole and number in one.traps
         and not appeared(one, names)),
        "",
    )  # fmt: skip


def _beside(wanted: str, name: str) -> bool:
    """Say whether words stand beside each other in a name."""
    some, words = wanted.split(), words_of(name)
    return any(list(words[at : at + len(some)]) == some for at in range(len(words)))


def _commands() -> Iterator[str]:
    """Yield the commands that can be typed, each with what is said of it."""
    for action in make_parser("0")._actions:
        yield from (
            f"{choice.dest} {choice.help or ''}"
            for choice in getattr(action, "_choices_actions", ())
        )
