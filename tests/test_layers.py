"""The arrows between the packages: plain pytest shows a broken one as well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMAND = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True))
"""


def contracts(folder: Path) -> tuple[int, str]:
    """Check the contracts of a checkout; return the status and what was said."""
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-c", COMMAND],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Give a copy of the packages, to be broken."""
    for name in ("app", "db", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_no_import_goes_against_the_arrows() -> None:
    status, said = contracts(ROOT)

    assert status == 0, said
    assert " 0 broken" in said


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("app/domain/person.py", "import PySide6.QtCore"),
        ("app/domain/person.py", "import db.store"),
        ("app/view/form.py", "import reportlab"),
        ("app/documents/consent_form.py", "import app.domain.record"),
        ("app/family_map/rows.py", "import app.ports"),
        ("app/view/papers.py", "import app.domain.record"),
        ("app/documents/share_request.py", "import app.view.letter"),
        ("ui/press.py", "import app.domain.record"),
        ("db/table.py", "import PySide6.QtCore"),
        ("db/table.py", "import ui.wording"),
        ("ui/wording.py", "import db.store"),
        ("ui/wording.py", "import pypdfium2"),
    ],
)
def test_an_import_against_the_arrows_is_noticed(file: str, line: str, copied: Path) -> None:
    broken = copied / file
    broken.write_text(f"{broken.read_text('utf-8')}\n{line}\n", "utf-8")

    status, said = contracts(copied)

    assert status == 1
    assert " 0 broken" not in said
    assert "broken" in said
