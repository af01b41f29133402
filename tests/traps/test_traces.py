"""What stays behind on the computer: nothing that can be read (traps 17, 28 and 39)."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.household import Household
from app.domain.proof import Way
from app.domain.signing import bound_to
from db.place import STORE
from db.store import open_store
from tests.app.test_capture_consent import draft
from tests.app.test_proofs import DRAWN
from tests.builders import captured, caseload, family
from tests.conftest import WORDS, StorePlace
from tests.journeys.command_line import (
    ROOT,
    environment,
    held_open,
    households_in,
    told_in,
)
from tests.traps.desk_session import OUT
from tests.traps.leaving import all_forms, files_in, household_file, journal
from tests.ui.desk_builders import fill_place, reopened
from ui.clipboard import PrivateClipboard

pytestmark = pytest.mark.timeout(120)
RECENT = ("recently-used.xbel", "RecentDocuments", ".thumbnails", "thumbnails", "tracker", "crash")


def test_trap_17_a_day_at_the_desk_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    folders = {"HOME": home, "TMPDIR": home / "tmp", "XDG_RUNTIME_DIR": home / "run", OUT: out}
    folders |= {f"XDG_{kind}_HOME": home / kind for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    session = ROOT / "tests" / "traps" / "desk_session.py"

    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(session)],
        env=environment() | {name: str(path) for name, path in folders.items()}
        | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip

    saved = [path.name for path in out.iterdir() if path.suffix == ".pdf"]
    left = files_in(home)
    assert ended.returncode == 0, ended.stdout
    assert len(saved) == 1
    assert told_in(home) == []
    assert [name for name in left if any(word in name for word in RECENT)] == []
    assert [name for name, content in left.items() if saved[0].encode() in content] == []


def test_trap_17_no_file_name_that_is_written_out_names_anybody(demo_papers: Path) -> None:
    names = " ".join(files_in(demo_papers)).casefold()
    words = {
        word.casefold()
        for record in caseload().records
        for person in record.people
        for word in (person.given, person.family)
        if len(word) > 3
    }

    assert len(words) > 15
    assert [word for word in words if word in names] == []


def test_trap_17_no_paper_says_in_its_metadata_whom_it_is_about() -> None:
    for letter in "abc":
        for content in all_forms(family(letter)).values():
            with pikepdf.open(BytesIO(content)) as pdf:
                said = " ".join(str(value) for value in pdf.docinfo.values())
            people = family(letter).people
            names = {name for p in people for name in (p.given, p.family) if name}
            assert [name for name in names if name in said] == []
            assert "Think Family" in said


def test_trap_17_after_a_crash_nothing_can_be_read(store_place: StorePlace, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    with held_open(store_place.path, fill=True, temporary=temporary) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        found = told_in(store_place.path, temporary)

    assert found == []
    assert households_in(store_place.path) == ["family-a", "family-b", "family-c"]


def test_trap_17_what_was_copied_does_not_stay_on_the_clipboard(qtbot: QtBot) -> None:
    clipboard = PrivateClipboard()
    clipboard._timer.setInterval(10)

    clipboard.copy("07700 900411")

    there = QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")
    assert there == "07700 900411"


def test_trap_28_a_drawn_signature_is_on_no_disk_in_clear(store_place: StorePlace) -> None:
    fill_place(store_place)
    store = reopened(store_place)
    given = draft("A2", "P2", "A2", way=Way.SCREEN, strokes=DRAWN)
    kept = store.run(captured(given)).value
    (signature,) = store.ask(lambda work: work.record(kept.household)).signatures
    store.close()

    files = files_in(store_place.path)
    found = [name for name, content in files.items() if DRAWN.encode() in content]

    assert found == []
    assert bound_to(signature, kept)


def test_trap_39_a_lost_laptop_gives_nothing_away_without_the_passphrase(
    store_place: StorePlace,
) -> None:
    fill_place(store_place)

    stolen = b"".join(files_in(store_place.path).values())

    assert told_in(store_place.path) == []
    assert not stolen.startswith(b"SQLite format 3")
    assert len((store_place.path / STORE).read_bytes()) > 100_000


def test_trap_39_a_copy_of_the_folder_opens_elsewhere_with_every_decision(
    store_place: StorePlace, tmp_path: Path
) -> None:
    fill_place(store_place)
    copy = tmp_path / "usb" / "copy"
    copy.mkdir(parents=True, mode=0o700)
    for name, content in files_in(store_place.path).items():
        (copy / name).write_bytes(content)

    store = open_store(copy, passphrase=WORDS, by="kw-test")
    consents = store.ask(
        lambda work: {h.id: len(work.record(h.id).consents) for h in work.kept(Household).every()}
    )
    store.close()

    assert consents == {f"family-{n}": len(family(n).consents) for n in "abc"}


def test_trap_39_every_file_that_is_given_out_is_a_line_of_the_journal_with_its_hash(
    store_place: StorePlace,
) -> None:
    fill_place(store_place)
    store = reopened(store_place)
    before = len(journal(store))
    text = household_file(store, "family-b")
    rows = journal(store)[before:]
    store.close()

    assert [row[0] for row in rows] == ["export_file"]
    assert hashlib.sha256(text.encode()).hexdigest() in rows[0][2]
