"""Bringing in a list through the window: columns, every line, all or the good ones, and undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bulk.columns import ListKind
from app.domain.household import Household
from app.domain.practice import Practice, PracticeState
from app.usecases.bulk_in import TakenIn
from tests.app.test_bulk import PEOPLE, practice_row
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import OpenDesk, settle, show_dialog
from ui.dialogs.agency_dialog import AgencyDialog
from ui.dialogs.bulk_dialog import BulkDialog
from ui.dialogs.bulk_preview import GOOD
from ui.dialogs.practice_picker import PracticePicker

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> BulkDialog:
    dialog = BulkDialog(office.desk, office.catalogue.columns)
    show_dialog(qtbot, dialog)
    return dialog


def file_in(folder: Path, content: bytes) -> Path:
    path = folder / "list.csv"
    path.write_bytes(content)
    return path


def read(office: OpenDesk, dialog: BulkDialog, path: Path) -> None:
    dialog.read(path)
    settle(office.qtbot, office.desk)


def look(office: OpenDesk, dialog: BulkDialog) -> None:
    dialog.next_button.click()
    settle(office.qtbot, office.desk)
    settle(office.qtbot, office.desk)


def said(dialog: BulkDialog) -> list[str]:
    model = dialog.preview.table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def keep(office: OpenDesk, dialog: BulkDialog) -> TakenIn:
    with office.qtbot.waitSignal(dialog.kept, timeout=10_000) as heard:
        dialog.keep_button.click()
    taken: TakenIn = heard.args[0] if heard.args else TakenIn(lines=-1)
    return taken


def families(office: OpenDesk) -> set[str]:
    return {h.name for h in office.ask(lambda work: work.kept(Household).every())}


def test_a_list_of_people_is_looked_at_and_kept(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    read(office, dialog, file_in(tmp_path, PEOPLE))
    guessed = dict(dialog.chosen_places())
    look(office, dialog)
    shown, summary = said(dialog), dialog.preview.summary.text()

    taken = keep(office, dialog)

    assert guessed["given"] == 1
    assert guessed["nhs_number"] == 4
    assert shown == [
        "Ashdown, born 3 April 1990, 999 410 0408, 5 Mill Lane, Northmarsh",
        "Ashdown, born May 2019, 5 mill lane, Northmarsh",
    ]
    assert summary == "Lines that are right: 2."
    assert (taken.lines, taken.families) == (2, 1)
    assert "Ashdown" in families(office)


def test_a_bad_line_is_explained_and_left_out_only_when_that_is_chosen(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    read(office, dialog, file_in(tmp_path, PEOPLE + b"Ashdown;Cy;Ashdown;31/2/20;;;;;;\n"))
    look(office, dialog)
    shown = said(dialog)
    dialog.keep_button.click()
    settle(office.qtbot, office.desk)
    trouble, before = dialog.trouble.accessibleName(), families(office)
    dialog.preview.which.choose(frozenset({GOOD}))

    taken = keep(office, dialog)

    assert shown == ["Date of birth: This does not look like the right date. Check it."]
    assert trouble.startswith("Some lines cannot be kept, so none was.")
    assert "Ashdown" not in before
    assert taken.lines == 2


def test_a_column_that_is_needed_must_be_said(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    read(office, dialog, file_in(tmp_path, b"Who,Born\nAmy,1990\n"))
    dialog.next_button.click()
    beside = dialog.places.row("family").problem.text()

    assert beside == "Please fill this in."
    assert dialog.pages.currentWidget() is dialog.places


def test_a_file_that_is_no_list_says_so_and_another_can_be_chosen(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    read(office, dialog, file_in(tmp_path, b""))
    empty = dialog.trouble.accessibleName()
    read(office, dialog, tmp_path / "gone.csv")

    assert empty.startswith("there are no lines in it") or "no lines" in empty
    assert dialog.trouble.accessibleName() == "This file cannot be read. Choose another."
    assert dialog.file_button.isVisible()


def test_the_practice_list_is_known_by_its_27_columns_and_can_be_chosen_from(
    qtbot: QtBot, office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    rows = [practice_row(), practice_row(c1="A99912", c2="WESTHOLME SURGERY", c13="C")]
    content = "\n".join(",".join(row) for row in rows).encode()
    read(office, dialog, file_in(tmp_path, content))
    settle(qtbot, office.desk)
    kind = dialog.kind.key()
    taken = keep(office, dialog)
    form = AgencyDialog(office.desk)
    show_dialog(qtbot, form)
    form.from_list.click()
    picker = form.findChild(PracticePicker)
    assert picker is not None
    settle(qtbot, office.desk)
    picker.search.setText("quay marsh")
    found = picker.table.current()
    picker.buttons.save.click()

    assert kind == ListKind.PRACTICES
    assert taken.lines == 2
    assert isinstance(found, Practice)
    assert (found.id, found.state) == ("A99911", PracticeState.ACTIVE)
    assert (form.ods.text(), form.name.text()) == ("A99911", "MARSH SURGERY")


def test_a_practice_list_is_said_to_stay_and_undo_is_not_offered(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    first = dialog.introduction.accessibleName()
    read(office, dialog, file_in(tmp_path, ",".join(practice_row()).encode()))
    settle(office.qtbot, office.desk)
    last = dialog.introduction.accessibleName()
    taken = keep(office, dialog)

    assert "It does not take back a list of GP practices" in first
    assert "Undo does not take that back" in last
    assert not taken.can_undo


def test_one_new_family_with_two_addresses_is_shown_to_be_checked(
    office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    other = b"Ashdown;Cy;Ashdown;;;;;9 Quay Street;;\n"
    read(office, dialog, file_in(tmp_path, PEOPLE + other))
    look(office, dialog)
    shown, summary = said(dialog), dialog.preview.summary.text()

    taken = keep(office, dialog)

    assert summary == "Lines that are right: 3. Right, but to be checked: 1."
    assert len(shown) == 1
    assert shown[0].startswith("Check: another address than an earlier line of this family.")
    assert taken.lines == 3


def test_the_steps_can_be_used_by_everybody(
    qtbot: QtBot, office: OpenDesk, dialog: BulkDialog, tmp_path: Path
) -> None:
    hard = [hard_to_use(qtbot, dialog)]
    read(office, dialog, file_in(tmp_path, PEOPLE + b"Ashdown;;;;;;;;;\n"))
    hard.append(hard_to_use(qtbot, dialog))
    look(office, dialog)
    hard.append(hard_to_use(qtbot, dialog))

    assert hard == [{}, {}, {}]


def test_nothing_of_the_first_step_or_the_picker_is_cut_off(qtbot: QtBot, office: OpenDesk) -> None:
    assert cut_off(qtbot, lambda: BulkDialog(office.desk, office.catalogue.columns)) == {}
    assert cut_off(qtbot, lambda: PracticePicker(office.desk)) == {}
