"""Two people side by side in a window: choose, make them one, or say that they are two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.identifiers import System
from app.domain.ids import PersonId
from app.domain.merging import BY_PART, BY_REASON, Side, differences
from app.domain.person import Person, Safety
from tests.app.test_merge_people import MIA, TWIN, enter_again
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import OpenDesk, settle, show_dialog
from ui.dialogs.merge_dialog import MergeDialog
from ui.merge_words import field_words, label_of, part_words
from ui.wording import reason_sentence

pytestmark = pytest.mark.timeout(60)


def make(office: OpenDesk, keep: PersonId = MIA, other: PersonId = TWIN) -> MergeDialog:
    return MergeDialog(office.desk, office.record(), keep, other)


@pytest.fixture
def dialog(qtbot: QtBot, office: OpenDesk) -> MergeDialog:
    office.run(enter_again())
    dialog = make(office)
    show_dialog(qtbot, dialog)
    return dialog


def test_every_difference_is_asked_with_both_values_in_words(
    office: OpenDesk, dialog: MergeDialog
) -> None:
    asked = {name: dialog.form.row(name).label.text() for name in dialog.fields}
    born = dialog.fields["born"]

    assert asked["given"] == "First names"
    assert asked["number:nhs-number"] == "NHS number"
    assert (born.box(Side.KEPT).text(), born.box(Side.OTHER).text()) == ("21 May 2018", "May 2018")
    assert dialog.fields["school_year"].box(Side.OTHER).text() == "not recorded"


def test_they_become_one_with_what_was_chosen(
    qtbot: QtBot, office: OpenDesk, dialog: MergeDialog
) -> None:
    dialog.fields["given"].choose(frozenset({Side.OTHER}))
    dialog.fields["number:nhs-number"].choose(frozenset({Side.OTHER}))

    with qtbot.waitSignal(dialog.done_with, timeout=10_000) as heard:
        dialog.merge_button.click()

    record = office.record()
    number = record.identifier(MIA, System.NHS)
    assert heard.args == [True]
    assert [p.given for p in record.people if p.id in (MIA, TWIN)] == ["Mya"]
    assert number is not None
    assert number.value == "9994100408"


def test_they_can_be_said_to_be_two(qtbot: QtBot, office: OpenDesk, dialog: MergeDialog) -> None:
    with qtbot.waitSignal(dialog.done_with, timeout=10_000) as heard:
        dialog.apart_button.click()

    assert heard.args == [False]
    assert [n.other for n in office.record().not_the_same] == [TWIN]
    assert len(office.record().people) == 8


def test_a_refusal_is_said_and_nothing_is_lost(qtbot: QtBot, office: OpenDesk) -> None:
    dialog = make(office, PersonId("A1"), PersonId("A5"))
    show_dialog(qtbot, dialog)

    dialog.merge_button.click()
    settle(qtbot, office.desk)

    assert dialog.trouble.accessibleName().startswith("They are recorded as related")
    assert dialog.merge_button.isEnabled()
    assert len(office.record().people) == 7


def test_there_are_words_for_every_field_that_can_differ(office: OpenDesk) -> None:
    record = office.record()
    found = differences(record, PersonId("A1"), PersonId("A7"))
    kinds = {field.split(".")[0] for field in field_words()}

    assert all(label_of(difference) for difference in found)
    assert set(Person.__slots__) - {"id", "household", "further_names"} <= kinds
    assert all("{0}" in text for text in part_words().values())


def test_every_part_that_contradicts_is_named_with_what_to_do() -> None:
    codes = {*BY_REASON.values(), *BY_PART.values(), "set-against", "contradiction"}
    said = {code: reason_sentence(f"merge-{code}") for code in codes}

    assert all(f"merge-{code}" != text and " first." in text for code, text in said.items())
    assert len(set(said.values())) == len(codes)
    assert "GP practices" in said["practice"]
    assert "nights at two homes" in said["nights"]


def test_nothing_private_is_counted_beside_a_name(
    qtbot: QtBot, office: OpenDesk, dialog: MergeDialog
) -> None:
    private = replace(
        office.record(),
        involvements=tuple(replace(one, safety=Safety.OWN) for one in office.record().involvements),
    )
    shown = MergeDialog(office.desk, private, MIA, TWIN)
    qtbot.addWidget(shown)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))

    assert "visits:" in said
    assert "agencies:" not in said
    assert "flags:" not in said


def test_it_can_be_used_by_everybody(qtbot: QtBot, office: OpenDesk, dialog: MergeDialog) -> None:
    hard = hard_to_use(qtbot, dialog)
    dialog.close()

    assert hard == {}
    assert cut_off(qtbot, lambda: make(office)) == {}
