"""Each paper of the desk comes with what goes, what was held back and what to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.person import Person
from app.operation import operation
from app.ports import Work
from tests.ui.desk_builders import (
    FAMILY_B,
    OpenDesk,
    choose_way,
    open_household,
    open_window,
    preview_of,
)
from ui.dialogs.preview_dialog import PreviewDialog

pytestmark = pytest.mark.timeout(120)


@operation()
def kept_as(work: Work, person: Person) -> None:
    """Keep somebody as they are given."""
    work.about(person.household)
    work.kept(Person).change(person)


def form_for(qtbot: QtBot, office: OpenDesk, folder: Path, person: str) -> PreviewDialog:
    """Have the consent form of somebody of family B made, and wait for its preview."""
    window = open_window(office, folder)
    open_household(qtbot, window, FAMILY_B)
    presented = window.household.presented
    assert presented is not None
    window.papers.consent_form(person, presented)
    return preview_of(office, window)


def said(part: QWidget) -> str:
    return "\n".join(one.accessibleName() or one.text() for one in part.findChildren(QLabel))


def test_a_form_lists_what_goes_to_whoever_signs_it(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    preview = form_for(qtbot, office, tmp_path, "B2")

    goes = said(preview.before.goes)

    assert "Daniel Hale" in goes
    assert "40 Quay Lane" in goes
    assert "Samira" not in goes


def test_a_form_lists_for_the_worker_what_was_held_back(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    preview = form_for(qtbot, office, tmp_path, "B2")

    preview.before.held.heading.click()

    held = said(preview.before.held)
    assert "Samira Begum" in held
    assert "Flags: 1" in held


def test_a_wish_typed_long_ago_is_looked_at_before_it_is_printed(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    samira = office.person("B1", FAMILY_B)
    needs = replace(samira.needs, interpreter_wish="nobody who knows Daniel")
    office.run(kept_as(replace(samira, needs=needs)))
    preview = form_for(qtbot, office, tmp_path, "B1")
    choose_way(qtbot, preview)
    before = preview.print_button.isEnabled()

    for tick in preview.before.looks.ticks.values():
        tick.setChecked(True)

    assert "Daniel" in said(preview.before.looks)
    assert (before, preview.print_button.isEnabled()) == (False, True)
