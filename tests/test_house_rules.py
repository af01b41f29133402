"""The rules of the house that no tool checks: names, sizes, docstrings, words for every code."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from app.domain.deciding import Rule
from app.domain.decision import Reason
from app.domain.problems import Why
from app.errors import Fault, Refused
from ui.wording import fault_sentence, in_words, reason_sentence, rule_sentence, sentence

ROOT = Path(__file__).parents[1]
PACKAGES = ("app", "db", "ui", "resources", "tests")
LONGEST = 500  # lines
FORBIDDEN = re.compile(r"(Manager|Helper|Utils?|Base|Service)s?$")
GIVEN = {
    *("app", "ui", "resources", "db", "tests"),
    *("build_installer.py", "pyproject.toml", "README.md", "LICENSE"),
}
LATE_IMPORTS = {"ui/__main__.py"}
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
)


def source(module: str) -> str:
    return (ROOT / module).read_text("utf-8")


def nodes(module: str) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(source(module)))


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 150
    assert {"app/domain/deciding.py", "db/table.py", "ui/wording.py"} <= set(MODULES)


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    without = []
    for module in MODULES:
        lines = (ast.get_docstring(ast.parse(source(module))) or "").splitlines()
        if not lines or len(lines[0]) < 12 or lines[0][-1] not in ".:;,":
            without.append(module)

    assert without == []


def test_no_file_is_longer_than_anybody_can_hold_in_mind() -> None:
    long = {m: len(source(m).splitlines()) for m in MODULES}

    assert {module: lines for module, lines in long.items() if lines > LONGEST} == {}


def test_no_class_is_named_after_nothing() -> None:
    found = [
        f"{module}: {node.name}"
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.ClassDef) and FORBIDDEN.search(node.name)
    ]

    assert found == []


def test_nothing_is_imported_inside_a_function_but_at_the_start_of_the_program() -> None:
    found = {
        module
        for module in MODULES
        for outer in nodes(module)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    }

    assert found <= LATE_IMPORTS


def test_no_title_of_a_window_is_put_together_from_a_record() -> None:
    """A title is seen in the task list: it is a fixed sentence, or set by `name_window`."""
    found = [
        f"{module}: {function.name}"
        for module in MODULES
        if module.startswith("ui/")
        for function in nodes(module)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("setWindowTitle", "setWindowFilePath", "setWindowIconText")
        and not is_a_sentence(call.args[0], function)
    ]

    assert found == []


def is_a_sentence(said: ast.expr, function: ast.FunctionDef) -> bool:
    """Say whether something is translated and no more, by itself or as a name given once."""
    if isinstance(said, ast.Name):
        given = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign)
            and any(isinstance(to, ast.Name) and to.id == said.id for to in node.targets)
        ]
        return len(given) == 1 and is_a_sentence(given[0], function)
    if not isinstance(said, ast.Call):
        return False
    called = said.func.attr if isinstance(said.func, ast.Attribute) else ""
    called = said.func.id if isinstance(said.func, ast.Name) else called
    return called in ("tr", "translate")


def test_no_import_is_relative_or_takes_everything() -> None:
    found = [
        f"{module}:{node.lineno}"
        for module in MODULES
        for node in nodes(module)
        if isinstance(node, ast.ImportFrom)
        and (node.level > 0 or any(alias.name == "*" for alias in node.names))
    ]

    assert found == []


def test_every_module_reads_its_own_annotations_late() -> None:
    without = [
        module
        for module in MODULES
        if len(source(module).splitlines()) > 1
        and "from __future__ import annotations" not in source(module)
        and not module.endswith("__init__.py")
    ]

    assert without == []


@pytest.mark.parametrize("mark", ["TO" + "DO", "FIX" + "ME", "X" * 3 + ":"])
def test_nothing_is_left_for_later(mark: str) -> None:
    assert [module for module in MODULES if mark in source(module)] == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    marks = ("skip", "skipif", "xfail", "importorskip")
    found = [
        f"{module}:{node.lineno}"
        for module in MODULES
        if module.startswith("tests/")
        for node in nodes(module)
        if isinstance(node, ast.Attribute)
        and node.attr in marks
        and ast.unparse(node.value) in ("pytest", "pytest.mark")
    ]

    assert found == []


def test_no_rule_of_the_type_checker_is_silenced_without_its_name() -> None:
    bare = re.compile(r"#\s*type:\s*ignore(?!\[)")

    assert [module for module in MODULES if bare.search(source(module))] == []


def test_every_colour_lives_in_a_theme() -> None:
    colour = re.compile(r"""["']#[0-9a-fA-F]{6}["']""")
    product = [module for module in MODULES if not module.startswith("tests/")]

    assert [module for module in product if colour.search(source(module))] == []


def test_the_top_of_the_repository_is_exactly_as_given() -> None:
    ignored = [
        line.strip().rstrip("/")
        for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()
        if line.strip()
    ]

    found = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".") and not any(fnmatch(path.name, i) for i in ignored)
    }

    assert found == GIVEN


def test_every_data_file_can_be_read() -> None:
    readers = {".json": json.loads, ".toml": tomllib.loads}
    read = {
        path.relative_to(ROOT).as_posix(): readers[path.suffix](path.read_text("utf-8"))
        for path in sorted((ROOT / "resources").rglob("*"))
        if path.suffix in readers
    }

    assert len(read) > 8
    assert [name for name, content in read.items() if not content] == []


def test_the_synthetic_people_are_the_only_ones_in_the_demo() -> None:
    text = (ROOT / "resources" / "demo" / "caseload.json").read_text("utf-8")

    numbers = re.findall(r'"nhs-number",\s+"value": "(\d+)"', text)
    phones = re.findall(r'"(0\d{4} \d{6})"', text)
    mails = re.findall(r"[\w.]+@[\w.-]+", text)
    postcodes = re.findall(r'"postcode": "(.*?)"', text)

    assert len(numbers) == 15
    assert all(number.startswith("999") for number in numbers)
    assert phones
    assert all(phone.startswith(("01632 960", "07700 900")) for phone in phones)
    assert mails
    assert all(mail.endswith(".example") for mail in mails)
    assert all(postcode.startswith("ZZ99 ") for postcode in postcodes)


# --- Words.


@pytest.mark.parametrize("why", Why)
def test_there_is_a_sentence_for_every_problem(why: Why) -> None:
    words = sentence(why)

    assert words.endswith(".")
    assert why.value not in words or why in (Why.UNBORN, Why.DECEASED)


def test_no_two_problems_of_a_form_are_told_in_the_same_words() -> None:
    said = [sentence(why) for why in Why]

    assert len(set(said)) == len(said)


@pytest.mark.parametrize("reason", Reason)
def test_there_is_a_sentence_for_every_reason(reason: Reason) -> None:
    words = reason_sentence(reason)

    assert words != reason.value
    assert words.endswith(".")


@pytest.mark.parametrize("rule", Rule)
def test_there_is_a_sentence_for_every_rule(rule: Rule) -> None:
    words = rule_sentence(rule)

    assert words != rule.value
    assert words.endswith(".")


def test_there_is_a_sentence_for_every_refusal_of_a_use_case() -> None:
    codes = {
        node.args[0].value
        for module in MODULES
        if module.startswith(("app/", "ui/commands"))
        for node in nodes(module)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Refused"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }

    without = [code for code in codes if in_words(Refused(str(code))) == code]

    assert len(codes) > 6
    assert without == []


def test_there_is_a_sentence_for_every_fault_of_a_file() -> None:
    codes = {
        node.args[1].value
        for module in MODULES
        if module.startswith(("app/bulk", "app/interchange", "app/usecases"))
        for node in nodes(module)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Fault"
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }

    without = [code for code in codes if fault_sentence(Fault("", str(code))) == code]

    assert len(codes) > 12
    assert without == []


def test_a_refusal_is_told_in_neutral_words() -> None:
    codes = ("said-no", "changed-mind", "parents-disagree")
    blaming = re.compile(r"refus|fail|non-complian|unco-?operat|hostile|declin", re.IGNORECASE)

    assert [code for code in codes if blaming.search(reason_sentence(code))] == []
