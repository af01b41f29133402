"""The small window that explains every sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.families import an_ash_family, its_picture
from ui.widgets.legend import Kind, samples_of
from ui.widgets.map_signs import SignsDialog, group_words


def test_every_kind_of_sign_is_in_one_group(qapp: QApplication) -> None:
    kinds = [kind for group in group_words() for kind in group]

    assert sorted(kinds) == sorted(Kind)


def test_everything_drawn_is_explained(qtbot: QtBot) -> None:
    samples = samples_of(its_picture(), family=an_ash_family(), everybody=True)

    dialog = SignsDialog(samples)
    qtbot.addWidget(dialog)

    assert [s for group in dialog.groups for s in group.samples()] == list(samples)
    assert [group.accessibleName() for group in dialog.groups] == list(group_words().values())


def test_a_group_without_signs_is_not_there(qtbot: QtBot) -> None:
    dialog = SignsDialog(samples_of(its_picture()))
    qtbot.addWidget(dialog)

    assert [group.accessibleName() for group in dialog.groups] == ["Family lines"]


def test_escape_closes_it(qtbot: QtBot) -> None:
    dialog = SignsDialog(samples_of(its_picture()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
