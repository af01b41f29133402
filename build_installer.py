"""Freeze the program into one folder that starts and answers `--version`.

    python build_installer.py [--out dist/]

A first version: it makes the folder for the computer it runs on, by PyInstaller, and proves that
what it made starts. Packages for Windows (MSI, set-up program) and for Debian are to follow.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NAME = "thinkfamily"
TIME_LIMIT = 120  # seconds for the frozen program to answer
DATA = ("resources", "db/migrations", "db/schema.sql")
LATE = (  # loaded late, inside functions of ui.__main__, where PyInstaller does not look for data
    "ui.program",
    "ui.press",
    "ui.windows.main_window",
    "ui.commands.papers",
    "ui.commands.stores",
    "ui.wording",
    "db.store",
)
LEFT_OUT = ("tkinter", "unittest", "pydoc_data", "PySide6.QtNetwork", "PySide6.QtQml")


def main() -> int:
    """Build, prove, report; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the folder goes")
    given = parser.parse_args()
    folder = freeze(given.out.resolve())
    said = ask_version(folder)
    papers = make_demo_papers(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    sys.stdout.write(f"{folder}: {size / 1_000_000:.0f} MB\n")
    sys.stdout.write(f"It says: {said}. It made {papers} papers.\n")
    return 0


def freeze(out: Path) -> Path:
    """Make the one-folder program below `out` and return its folder."""
    with tempfile.TemporaryDirectory() as work:
        start = Path(work) / "start.py"
        start.write_text("import sys\nfrom ui.__main__ import main\nsys.exit(main())\n", "utf-8")
        command = [
            sys.executable,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--onedir",
            f"--name={NAME}",
            f"--distpath={out}",
            f"--workpath={work}/build",
            f"--specpath={work}",
            f"--paths={ROOT}",
            "--copy-metadata=think-family",
            "--collect-submodules=reportlab.graphics.barcode",
            *(f"--add-data={ROOT / name}:{_target(name)}" for name in DATA),
            *(f"--hidden-import={name}" for name in LATE),
            *(f"--exclude-module={name}" for name in LEFT_OUT),
            str(start),
        ]
        subprocess.run(command, check=True, cwd=work)  # noqa: S603
    return out / NAME


def ask_version(folder: Path) -> str:
    """Start the frozen program and return what it says its version is; raises when it does not."""
    program = shutil.which(NAME, path=str(folder))
    if program is None:
        raise FileNotFoundError(f"{folder} holds no program named {NAME}")
    answer = subprocess.run(  # noqa: S603
        [program, "--version"], capture_output=True, text=True, timeout=TIME_LIMIT, check=True
    )
    said = answer.stdout.strip()
    if not said.startswith("Think Family "):
        raise RuntimeError(f"the frozen program said: {said!r}")
    return said


def make_demo_papers(folder: Path) -> int:
    """Have the frozen program write the made-up families' papers; return how many PDFs it made."""
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(  # noqa: S603
            [str(folder / NAME), "demo", "--out", out],
            check=True,
            capture_output=True,
            timeout=TIME_LIMIT,
        )
        return len(list(Path(out).rglob("*.pdf")))


def _target(name: str) -> str:
    path = Path(name)
    return str(path if (ROOT / name).is_dir() else path.parent)


if __name__ == "__main__":
    sys.exit(main())
