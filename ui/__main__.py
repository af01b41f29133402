"""Start the program. The one place where `ui` meets `db`, and where slow parts are loaded late.

The command line needs no window; the windows need ReportLab and PDFium only after the first of
them is on the screen. So this module, and only it, imports inside functions.
"""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ThinkFamilyError
from app.operation import OpenStore
from ui.commands.parser import make_parser
from ui.commands.said import BAD, USAGE, Said
from ui.door import DEMO_PASSPHRASE, StoreDoor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.program import MakeWindow
    from ui.settings import Settings

DEMO_DAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)  # the day the made-up caseload is told on


def main(arguments: list[str] | None = None) -> int:
    """Run a command, or the desk until its last window closes; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = make_parser(program_version()).parse_args(arguments)
    if given.command is None or (given.command == "demo" and given.out is None):
        return open_desk(place=given.store or usual_place(), demo=given.command == "demo")
    from ui.wording import in_words

    try:
        said = _carry_out(given)
    except ThinkFamilyError as error:
        said = Said.bad(in_words(error))
    except OSError as error:
        said = Said.bad(f"{error.filename or 'The file'} cannot be used: {error.strerror}.")
    except UnicodeDecodeError:
        said = Said.bad("The passphrase is not text in UTF-8.")
    except KeyboardInterrupt:
        said = Said.bad("Stopped. What was not finished was not kept.")
    return _say(said)


def _say(said: Said) -> int:
    """Write the lines; return the exit status, a bad one where there is nobody to tell."""
    stream = sys.stderr if said.status == BAD else sys.stdout
    try:
        for line in said.lines:
            stream.write(line + "\n")
        stream.flush()
    except OSError:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())  # Python flushes once more at its end
        return BAD
    return said.status


def open_desk(*, place: Path, demo: bool) -> int:
    """Open the windows; without a display, say so and return 2."""
    unix = sys.platform.startswith(("linux", "freebsd"))
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if unix and not any(os.environ.get(name) for name in displays):
        sys.stderr.write(
            "There is no display to open a window on. "
            "Try: thinkfamily demo --out FOLDER, or thinkfamily --help\n"
        )
        return USAGE
    from ui.program import run_windows

    return run_windows(
        store_door(), place=place, demo=demo, load_rest=_load_rest, version=program_version()
    )


def store_door() -> StoreDoor:
    """Return the way to stores. The store's code is loaded when it is first used."""

    def open_(place: Path, passphrase: str | None, recovery_code: str | None) -> OpenStore:
        from db.store import open_store

        return open_store(
            place, passphrase=passphrase, recovery_code=recovery_code, by=worker_name()
        )

    def create(place: Path, passphrase: str) -> str:
        from db.store import create_store

        return create_store(place, passphrase, by=worker_name())

    def demo() -> OpenStore:
        from app.catalogue import demo_caseload
        from db.store import open_in_memory
        from ui.commands.stores import fill_with_demo

        store = open_in_memory(by="Robin Ashby", clock=lambda: DEMO_DAY, passphrase=DEMO_PASSPHRASE)
        return fill_with_demo(store, demo_caseload())

    return StoreDoor(open=open_, create=create, exists=_holds_a_store, demo=demo)


def usual_place() -> Path:
    """Return where this person's store lies: local application data, never Documents."""
    local = os.environ.get("LOCALAPPDATA")
    if local:
        return Path(local) / "ThinkFamily"
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "think-family"


def worker_name() -> str:
    """Return the name of whoever is logged in, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("think-family")
    except PackageNotFoundError:
        return "0.1.0"


def _carry_out(given: Namespace) -> Said:
    from ui.commands import papers, stores

    door = store_door()
    simple = {
        "new": stores.new,
        "import": stores.take_in,
        "export": stores.give_out,
        "check": stores.check,
        "households": stores.households,
    }
    if given.command in simple:
        return simple[given.command](door, given)
    from app.catalogue import read_catalogue
    from ui.press import Press

    catalogue = read_catalogue()
    press = Press(catalogue, made_up=given.command == "demo")
    if given.command == "demo":
        store = door.demo()
        try:
            return papers.demo_papers(store, catalogue, press, given.out)
        finally:
            store.close()
    if given.command == "documents":
        return papers.documents(door, catalogue, press, given)
    return papers.picture(door, catalogue, press, given)


def _load_rest() -> MakeWindow:
    """Load the desk's windows, the press and the catalogue, and return what makes the window."""
    from app.catalogue import read_catalogue
    from ui.press import Press
    from ui.windows.main_window import MainWindow

    catalogue = read_catalogue()

    def make(desk: Desk, settings: Settings, made_up: bool) -> QWidget:
        press = Press(catalogue, made_up=made_up)
        return MainWindow(desk, catalogue, press, settings, made_up=made_up)

    return make


def _holds_a_store(place: Path) -> bool:
    return any((place / name).exists() for name in ("store.tfdb", "store.keys"))


if __name__ == "__main__":
    sys.exit(main())
