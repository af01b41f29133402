"""Run the program as somebody types it: a process of its own, with a time limit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.catalogue import demo_caseload
from app.domain.household import Household
from app.interchange.writing import file_text
from app.usecases.exchange import import_file
from db.store import open_store
from tests.builders import caseload
from tests.conftest import WORDS

ROOT = Path(__file__).parents[2]
CASELOAD = ROOT / "resources" / "demo" / "caseload.json"
LIMIT = 60  # seconds


class Ended:
    """What a command said, and how it ended."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status = status
        self.out = out.decode()
        self.err = err.decode()
        self.raw = out

    @property
    def lines(self) -> list[str]:
        """The lines of standard error."""
        return self.err.splitlines()


def thinkfamily(
    *words: str | Path, typed: str | bytes = WORDS + "\n", temporary: Path | None = None
) -> Ended:
    """Run `thinkfamily` with some words, type something, and wait for its end."""
    given = typed.encode() if isinstance(typed, str) else typed
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "ui", *map(str, words)],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=environment(temporary),
        timeout=LIMIT,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def environment(temporary: Path | None = None) -> dict[str, str]:
    """Return the variables of a computer without a display, and its temporary folder."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTEST_CURRENT_TEST")
    }
    if temporary is not None:
        kept |= dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(temporary))
    return kept


@contextmanager
def held_open(
    place: Path, *, fill: bool, temporary: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Hold a store open in another process, with the caseload let in if asked."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "tests.journeys.command_line", str(place), str(int(fill))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment(temporary),
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"open"
        yield process
    finally:
        process.kill()
        process.communicate(timeout=LIMIT)


def hold(place: Path, *, fill: bool) -> None:
    """Open a store, say so, and stay until killed."""
    store = open_store(place, passphrase=WORDS, by="kw-test")
    if fill:
        store.run(import_file(caseload(), sha256="0" * 64))
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.read()


def households_in(place: Path) -> list[str]:
    store = open_store(place, passphrase=WORDS, by="kw-test")
    found = store.ask(lambda work: work.kept(Household).every())
    store.close()
    return [household.id for household in found]


def kept_in(place: Path) -> str:
    store = open_store(place, passphrase=WORDS, by="kw-test")
    text = store.ask(
        lambda work: file_text(
            office=work.record(caseload().records[0].household.id).office,
            agencies=(),
            teams=(),
            professionals=(),
            records=tuple(work.record(h.id) for h in work.kept(Household).every()),
        )
    )
    store.close()
    return text


def telling_words() -> set[bytes]:
    """Return every word of the caseload by which somebody could be known, in all encodings."""
    text = demo_caseload().decode()
    words = {
        *("Whitfield", "Okafor", "Saltmarsh", "Larkfield", "Westholme", "Fernbank", "Samira"),
        *("Yusuf", "Ellie-Mae", "Margaret", "tulip", "9994128051", "07700 900411", "nightmares"),
        *("attendance is 83%", "Linden Practice", "Sylheti"),
    }
    found = {word for word in words if word in text}
    return {word.encode(code) for word in found for code in ("utf-8", "utf-16-le", "utf-16-be")}


def told_in(*folders: Path) -> list[Path]:
    """Return the files in which one of those words can be read."""
    words = telling_words()
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in words)
    ]


if __name__ == "__main__":
    hold(Path(sys.argv[1]), fill=sys.argv[2] == "1")
