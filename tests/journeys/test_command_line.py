"""The command line as a user runs it: status 0, 1 or 2, one line when it says no, no trace."""

from __future__ import annotations

import json
import signal
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.catalogue import demo_caseload
from tests.conftest import WORDS
from tests.journeys.command_line import (
    CASELOAD,
    held_open,
    households_in,
    telling_words,
    thinkfamily,
    told_in,
)
from ui.commands.parser import make_parser

COMMANDS = ("demo", "new", "import", "export", "documents", "picture", "check", "households")


# --- Help and usage.


@pytest.mark.parametrize("words", [(), *((command,) for command in COMMANDS)])
def test_help_is_there_for_every_command(words: tuple[str, ...]) -> None:
    ended = thinkfamily(*words, "--help")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("usage: thinkfamily")


def test_the_help_names_every_command_and_the_statuses() -> None:
    ended = thinkfamily("--help")

    assert [command for command in COMMANDS if command not in ended.out] == []
    assert "Exit status: 0 done, 1 refused" in " ".join(ended.out.split())


def test_the_version_is_told() -> None:
    ended = thinkfamily("--version")

    assert (ended.status, ended.out, ended.err) == (0, "Think Family 0.1.0\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("import",),
        ("import", "only-a-store"),
        ("picture", "store", "--household", "h", "--out", "picture.gif"),
        ("picture", "store", "--out", "picture.svg"),
        ("documents", "store"),
        ("new", "store", "--passphrase", "nine lanterns under the bridge"),
        ("check", "store", "--pass", "nine lanterns under the bridge"),
        ("check", "store", "--house", "h"),
    ],
)
def test_wrong_usage_is_status_2(words: tuple[str, ...]) -> None:
    ended = thinkfamily(*words)

    assert ended.status == 2
    assert ended.out == ""
    assert ended.lines[0].startswith("usage: thinkfamily")
    assert "Traceback" not in ended.err


def test_no_command_takes_a_passphrase_as_an_argument() -> None:
    parser = make_parser("0")
    (commands,) = (a for a in parser._actions if a.dest == "command")
    assert commands.choices is not None

    options = {
        option
        for command in dict(commands.choices).values()
        for action in command._actions
        for option in action.option_strings
    }

    assert options == {
        *("-h", "--help", "--out", "--passphrase-file", "--household", "--recipient"),
        "--private",
    }


def test_without_a_display_the_desk_says_so_in_one_line() -> None:
    ended = thinkfamily()

    assert (ended.status, len(ended.lines)) == (2, 1)
    assert "display" in ended.err


# --- A store from its making to its export.


def test_a_store_is_made_filled_looked_at_and_written_out(tmp_path: Path) -> None:
    place, out = tmp_path / "store", tmp_path / "out.json"

    new = thinkfamily("new", place)
    let_in = thinkfamily("import", place, CASELOAD)
    listed = thinkfamily("households", place)
    checked = thinkfamily("check", place)
    written = thinkfamily("export", place, out)
    to_the_screen = thinkfamily("export", place, "-")

    assert [e.status for e in (new, let_in, listed, checked, written, to_the_screen)] == [0] * 6
    assert [e.err for e in (new, let_in, listed, checked, written, to_the_screen)] == [""] * 6
    assert len(new.out.splitlines()[-1]) == 44  # nine groups of four
    assert let_in.out == "Let in: 3 households.\n"
    assert listed.out.splitlines() == [
        "family-b  Begum and Hale",
        "family-c  Doyle",
        "family-a  Whitfield and Okafor",
    ]
    assert checked.out.startswith("All is well: ")
    assert json.loads(out.read_bytes()) == json.loads(demo_caseload())
    assert to_the_screen.raw == out.read_bytes()
    assert out.stat().st_mode & 0o077 == 0
    assert {path.name for path in tmp_path.iterdir()} == {"store", "out.json"}


def test_an_export_let_into_another_store_is_written_out_the_same(
    filled: Path, empty: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    thinkfamily("export", filled, first)
    thinkfamily("import", empty, first)

    thinkfamily("export", empty, second)

    assert first.read_bytes() == second.read_bytes()


def test_a_file_may_come_through_standard_input_behind_the_passphrase(empty: Path) -> None:
    ended = thinkfamily("import", empty, "-", typed=WORDS.encode() + b"\n" + demo_caseload())

    assert (ended.status, ended.out) == (0, "Let in: 3 households.\n")


@pytest.mark.parametrize("content", [WORDS, WORDS + "\n", WORDS + "\r\nmore", "\ufeff" + WORDS])
def test_a_passphrase_may_come_from_the_first_line_of_a_file(
    content: str, empty: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(content.encode())

    ended = thinkfamily("households", empty, "--passphrase-file", secret, typed="")

    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_one_family_is_written_out_alone(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "b.json"

    ended = thinkfamily("export", filled, out, "--household", "family-b")

    text = out.read_text("utf-8")
    assert ended.status == 0
    assert [h["id"] for h in json.loads(text)["households"]] == ["family-b"]
    assert "Whitfield" not in text


def test_one_family_is_written_out_with_what_is_private_only_for_a_reason(
    filled: Path, tmp_path: Path
) -> None:
    usual, whole = tmp_path / "usual.json", tmp_path / "whole.json"

    said = thinkfamily("export", filled, usual, "--household", "family-c")
    thinkfamily("export", filled, whole, "--household", "family-c", "--private", "hand-over")
    wrong = thinkfamily("export", filled, whole, "--household", "family-c", "--private", "because")

    assert "sexual-health" not in usual.read_text("utf-8")
    assert "sexual-health" in whole.read_text("utf-8")
    assert "--private REASON puts them in" in said.out
    assert wrong.status == 2


def test_a_familys_name_is_listed_on_one_line(empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    family = {"id": "ash", "name": "Ash\n\u202efamily\t and\nBirch"}
    file.write_text(json.dumps({"format": "think-family/1", "households": [family]}), "utf-8")
    thinkfamily("import", empty, file)

    listed = thinkfamily("households", empty)

    assert listed.out == "ash  Ash family and Birch\n"


# --- Papers and pictures.


def test_documents_are_written_with_a_table_of_what_was_refused(
    filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "papers"

    ended = thinkfamily("documents", filled, "--out", out, "--household", "family-b")

    papers = [path.relative_to(out).as_posix() for path in out.rglob("*.pdf")]
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[-1].startswith(f"{len(papers)} written, ")
    assert len(papers) > 6
    assert ended.out.startswith("Nobody has said how these leave.")
    assert [name for name in papers if name not in ended.out] == []
    assert all(path.read_bytes().startswith(b"%PDF") for path in out.rglob("*.pdf"))
    assert [name for name in papers if "aniel" in name or "amira" in name] == []
    assert {path.stat().st_mode & 0o077 for path in out.rglob("*.pdf")} == {0}


def test_documents_for_one_recipient_are_theirs_only(filled: Path, tmp_path: Path) -> None:
    person = thinkfamily("documents", filled, "--out", tmp_path / "p", "--recipient", "B2")
    agency = thinkfamily("documents", filled, "--out", tmp_path / "a", "--recipient", "P4")
    nobody = thinkfamily("documents", filled, "--out", tmp_path / "n", "--recipient", "Z9")

    assert person.out.splitlines()[-1] == "1 written, 0 refused."
    assert "Linden Practice" in agency.out
    assert "form-CF-" not in agency.out
    assert (nobody.status, len(nobody.lines)) == (1, 1)
    assert not (tmp_path / "n").exists()


def test_a_recipient_who_gets_nothing_is_not_called_unknown(filled: Path, tmp_path: Path) -> None:
    ended = thinkfamily("documents", filled, "--out", tmp_path / "x", "--recipient", "primary")

    assert (ended.status, ended.out.splitlines()[-1]) == (0, "0 written, 0 refused.")


@pytest.mark.parametrize("ending", ["svg", "pdf", "png", "json", "SVG"])
def test_a_picture_is_written_in_the_form_its_name_asks_for(
    ending: str, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"picture.{ending}"

    ended = thinkfamily("picture", filled, "--household", "family-a", "--out", out)

    content = out.read_bytes()
    assert (ended.status, ended.out, ended.err) == (0, f"Written: {out}\n", "")
    assert {
        "svg": lambda: ET.fromstring(content).tag.endswith("svg"),  # noqa: S314
        "pdf": lambda: content.startswith(b"%PDF"),
        "png": lambda: content.startswith(b"\x89PNG"),
        "json": lambda: "nodes" in json.loads(content) or bool(json.loads(content)),
    }[ending.lower()]()


def test_daniels_own_picture_shows_nobody_else(filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "picture.svg"
    words = ("picture", filled, "--household", "family-b", "--out", out, "--recipient", "B2")

    ended = thinkfamily(*words)

    text = out.read_text("utf-8")
    assert ended.status == 0
    assert "Daniel" in text
    assert [n for n in ("Samira", "Nadia", "Aisha", "Yusuf", "Linden") if n in text] == []


def test_the_demo_writes_every_familys_papers_and_keeps_nothing(tmp_path: Path) -> None:
    out, temporary = tmp_path / "demo", tmp_path / "temporary"
    temporary.mkdir()

    ended = thinkfamily("demo", "--out", out, typed="", temporary=temporary)

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[-1] == "45 written, 10 refused."
    assert sorted(path.name for path in out.iterdir()) == ["family-a", "family-b", "family-c"]
    assert told_in(temporary) == []


# --- No trace in clear.


def test_nothing_of_the_caseload_can_be_read_in_the_store_or_the_temporary_folder(
    tmp_path: Path,
) -> None:
    place, temporary = tmp_path / "store", tmp_path / "temporary"
    temporary.mkdir()
    thinkfamily("new", place, temporary=temporary)
    let_in = thinkfamily("import", place, CASELOAD, temporary=temporary)

    thinkfamily("documents", place, "--out", tmp_path / "out", temporary=temporary)
    thinkfamily("export", place, tmp_path / "out" / "all.json", temporary=temporary)

    assert let_in.status == 0
    assert len(telling_words()) > 40
    assert told_in(tmp_path / "out") == [tmp_path / "out" / "all.json"]  # meant to be read
    assert told_in(place, temporary) == []


def test_nothing_can_be_read_after_a_crash(empty: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with held_open(empty, fill=True, temporary=temporary) as process:
        while_open = told_in(empty, temporary)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        after = told_in(empty, temporary)
        left = sorted(path.name for path in empty.iterdir())

    assert while_open == after == []
    assert "store.tfdb-wal" in left  # it had no time to tidy up
    assert households_in(empty) == ["family-a", "family-b", "family-c"]
    assert told_in(empty, temporary) == []


def test_the_passphrase_is_said_nowhere(filled: Path, tmp_path: Path) -> None:
    ended = [
        thinkfamily("households", filled),
        thinkfamily("households", filled, typed=WORDS + " \n"),
        thinkfamily("export", filled, tmp_path / "out.json"),
        thinkfamily("check", filled),
    ]

    said = "".join(e.out + e.err for e in ended)

    assert WORDS not in said
    assert all(WORDS.encode() not in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
