"""What the command line refuses: status 1, one line, and nothing changed."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from db.place import KEYS, STORE
from tests.app.bad_files import BROKEN, SPOILT, spoilt
from tests.conftest import WORDS
from tests.journeys.command_line import (
    CASELOAD,
    held_open,
    households_in,
    kept_in,
    thinkfamily,
    told_in,
)
from ui.__main__ import main


def refused(*words: str | Path, typed: str | bytes = WORDS + "\n") -> str:
    """Run a command that must say no in one line, and return the line."""
    ended = thinkfamily(*words, typed=typed)
    assert (ended.status, ended.out, len(ended.lines)) == (1, "", 1), ended.err
    assert "Traceback" not in ended.err
    return ended.lines[0]


@pytest.mark.parametrize("typed", ["not this one at all\n", "\n", "", WORDS.upper() + "\n"])
def test_a_wrong_passphrase_is_refused(typed: str, filled: Path) -> None:
    line = refused("households", filled, typed=typed)

    assert line.startswith("That passphrase is not right.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("short\n", "Make it longer"),
        ("\n", "Please fill this in"),
        ("", "Please fill this in"),
        ("aaaaaaaaaaaaaaaaaaaa\n", "easy to guess"),
        (b"\xff\xfe nine lanterns\n", "not text"),
    ],
)
def test_a_new_store_is_not_made_with_a_weak_passphrase(
    typed: str | bytes, said: str, tmp_path: Path
) -> None:
    line = refused("new", tmp_path / "store", typed=typed)

    assert said in line
    assert list(tmp_path.iterdir()) == []


def test_a_new_store_does_not_take_the_place_of_another(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "holiday.jpg").write_bytes(b"x")
    before = (filled / STORE).read_bytes()

    assert "records in this place already" in refused("new", filled)
    assert "other things in it" in refused("new", tmp_path / "folder")
    assert (filled / STORE).read_bytes() == before


def test_a_store_that_is_open_elsewhere_is_left_alone(filled: Path) -> None:
    with held_open(filled, fill=False):
        line = refused("households", filled)

    assert line.startswith("It is already open")
    assert thinkfamily("check", filled).status == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"SQLite format 3\x00" + b"\x00" * 4096, "not encrypted"),
        (b"hello, this is a letter. " * 1000, "not the file these keys belong to"),
    ],
)
def test_a_records_file_that_is_none_is_told_for_what_it_is(
    content: bytes, said: str, filled: Path
) -> None:
    (filled / STORE).write_bytes(content)

    assert said in refused("households", filled)
    assert (filled / STORE).read_bytes() == content


def test_a_real_plain_database_is_not_opened(filled: Path) -> None:
    (filled / STORE).unlink()
    plain = sqlite3.connect(filled / STORE)
    plain.execute("CREATE TABLE person (name TEXT)")
    plain.commit()
    plain.close()

    assert "not encrypted" in refused("households", filled)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no records of this program"),
        (b"a letter", "no records of this program"),
        (b"", "empty"),
        (b"SQLite format 3\x00", "not encrypted"),
    ],
)
def test_a_place_that_is_no_store_is_told_for_what_it_is(
    content: bytes | None, said: str, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    if content is not None:
        place.write_bytes(content)

    assert said in refused("check", place)


def test_missing_keys_and_missing_records_are_told_apart(filled: Path, made: Path) -> None:
    (filled / STORE).unlink()
    records = refused("check", filled)
    shutil.copy(made / STORE, filled / STORE)
    (filled / KEYS).unlink()
    (filled / "store.keys.bak").unlink()
    keys = refused("check", filled)

    assert "records file is missing" in records
    assert "key file is missing" in keys


def test_a_damaged_store_is_found_by_the_check(filled: Path) -> None:
    content = bytearray((filled / STORE).read_bytes())
    content[20_000] ^= 0xFF
    (filled / STORE).write_bytes(content)

    assert "damaged" in refused("check", filled)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "{store}", "{out}.json", "--household", "none"), "no such household"),
        (("documents", "{store}", "--out", "{out}", "--household", "none"), "no such household"),
        (("picture", "{store}", "--household", "none", "--out", "{out}.svg"), "no such household"),
        (
            ("picture", "{store}", "--household", "family-a", "--out", "{out}.svg",
             "--recipient", "B1"),
            "no such person",
        ),
        (("import", "{store}", "{out}/none.json"), "none.json cannot be used"),
        (("households", "{store}", "--passphrase-file", "{out}"), "cannot be used"),
        (("export", "{store}", "{out}/none/out.json"), "cannot be used"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_in_one_line(
    words: tuple[str, ...], said: str, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    line = refused(*(word.format(store=filled, out=out) for word in words))

    assert said in line
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store"]


def test_nothing_is_left_beside_a_file_that_cannot_be_written(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "file").write_bytes(b"")

    export = refused("export", filled, tmp_path / "out")
    papers = refused("documents", filled, "--out", tmp_path / "out" / "file")
    picture = refused(
        "picture", filled, "--household", "family-a", "--out", tmp_path / "out" / "file" / "p.svg"
    )

    assert all("cannot be used" in line for line in (export, papers, picture))
    assert told_in(tmp_path) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "store"]


TYPED = ("cut in two", "in UTF-16", "nested 100,000 deep", "two main homes", "a nought byte")
BAD = [(name, content, path) for name, content, path, _ in BROKEN]
BAD += [(name, spoilt(change), path) for name, change, path, code in SPOILT if code]


@pytest.mark.parametrize(
    ("name", "content", "path"), [row for row in BAD if row[0] in TYPED], ids=TYPED
)
def test_a_bad_file_is_refused_where_somebody_types_it(
    name: str, content: bytes, path: str, empty: Path, tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)

    line = refused("import", empty, file)

    assert path in line, name
    assert line.endswith("Nothing was let in.")
    assert households_in(empty) == []


@pytest.mark.parametrize(("name", "content", "path"), BAD, ids=[row[0] for row in BAD])
def test_every_bad_file_is_refused_in_one_line_that_says_where(
    name: str,
    content: bytes,
    path: str,
    empty: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(WORDS.encode())))

    status = main(["import", str(empty), str(file)])

    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert (status, said.out) == (1, ""), name
    assert path in line
    assert line.endswith("Nothing was let in.")
    assert line.isprintable()
    assert len(line) <= 2000
    assert households_in(empty) == []


def test_a_name_that_steers_a_terminal_is_told_as_plain_text(empty: Path, tmp_path: Path) -> None:
    line = refused("import", empty, tmp_path / "a\x1b[2J\nb\x07.json")

    assert line.isprintable()
    assert "a [2J b .json cannot be used" in line


def test_the_same_file_is_not_let_in_twice(filled: Path) -> None:
    before = kept_in(filled)

    line = refused("import", filled, CASELOAD)

    assert "in this store already" in line
    assert line.endswith("Nothing was let in.")
    assert kept_in(filled) == before


@pytest.mark.parametrize("name", [KEYS, STORE, "family.json"])
def test_nothing_in_clear_is_written_into_the_folder_of_a_store(name: str, filled: Path) -> None:
    before = {path.name: path.read_bytes() for path in filled.iterdir()}

    line = refused("export", filled, filled / name)

    assert line == "That is inside the folder of a store. Choose a place outside it."
    after = {path.name: path.read_bytes() for path in filled.iterdir()}
    assert after.keys() == before.keys()
    assert after[KEYS] == before[KEYS]
    assert len(households_in(filled)) == 3


def test_papers_are_not_written_into_the_folder_of_a_store(filled: Path) -> None:
    line = refused("documents", filled, "--out", filled / "papers")

    assert line == "That is inside the folder of a store. Choose a place outside it."
    assert not (filled / "papers").exists()


def test_a_folder_in_the_place_of_a_file_is_said_in_one_line(filled: Path, tmp_path: Path) -> None:
    assert "cannot be used" in refused("export", filled, tmp_path)


def test_a_file_with_a_name_beside_the_one_written_is_left_alone(
    filled: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "family.json.new"
    mine.write_text("mine")

    ended = thinkfamily("export", filled, tmp_path / "family.json")

    assert ended.status == 0
    assert mine.read_text() == "mine"


def test_the_number_of_a_request_cannot_lead_out_of_the_folder(
    filled: Path, tmp_path: Path
) -> None:
    thinkfamily("documents", filled, "--out", tmp_path / "papers")
    written = thinkfamily("export", filled, "-").out
    number = next(part for part in written.split('"') if part.startswith("SR-"))
    crooked = tmp_path / "crooked.json"
    crooked.write_text(written.replace(number, "../../evil"))
    thinkfamily("new", tmp_path / "other")

    line = refused("import", tmp_path / "other", crooked)

    assert "number" in line
    assert "character that cannot be kept" in line or "cannot" in line


def test_a_check_says_that_the_spare_key_file_was_used(filled: Path) -> None:
    keys = filled / KEYS
    content = bytearray(keys.read_bytes())
    content[len(content) // 2] ^= 1
    keys.write_bytes(bytes(content))

    line = refused("check", filled)

    assert "spare copy" in line
