"""The small parts: buttons, pills, cards, banners, notices, tabs, fields, symbols."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.family_map.family import Symbol
from ui.theme import current_theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, DialogButtons, IconButton, PrimaryButton
from ui.widgets.card import QuoteCard
from ui.widgets.cover import Cover
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Choice, NoteField, TickList
from ui.widgets.notice import Notice
from ui.widgets.pill import Pill
from ui.widgets.symbol import PersonSymbol
from ui.widgets.tabs import PageTabs
from ui.widgets.text import Paragraph, words


def name_of(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_button_without_words_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    button = IconButton("pencil", "Edit Leah")
    qtbot.addWidget(button)

    button.say("Edit Grace")

    assert name_of(button) == "Edit Grace"
    assert button.toolTip() == "Edit Grace"
    assert role_of(button) == QAccessible.Role.Button


def test_the_focus_ring_of_a_primary_button_stands_off_it(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, button = QLineEdit(), PrimaryButton("Ask Grace")
    column.addWidget(field)
    column.addWidget(button)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    without = page.grab().toImage()

    button.setFocus()

    within = page.grab().toImage()
    left, middle = button.x(), button.y() + button.height() // 2
    ring, gap, inside = (left + 1, middle), (left + 3, middle), (left + 5, middle)
    ground = current_theme().colour("window")
    assert without.pixelColor(*ring) == ground
    assert within.pixelColor(*ring) == current_theme().colour("focus")
    assert within.pixelColor(*gap) == ground
    assert within.pixelColor(*inside) == current_theme().colour("primary")


def test_a_dialogs_buttons_are_one_to_save_and_one_to_leave(qtbot: QtBot) -> None:
    buttons = DialogButtons("Save the visit", "Cancel")
    qtbot.addWidget(buttons)

    with qtbot.waitSignal(buttons.accepted):
        buttons.save.click()
    with qtbot.waitSignal(buttons.rejected):
        buttons.cancel.click()

    assert buttons.save.isDefault()
    role = buttons.buttonRole(buttons.save)
    assert role == QDialogButtonBox.ButtonRole.AcceptRole


def test_a_pill_is_read_as_its_words(qtbot: QtBot) -> None:
    pill = Pill("Ran out 2 Nov", tone="warn", icon_name="clock")
    qtbot.addWidget(pill)
    narrow = pill.sizeHint().width()

    pill.say("Agreed to March 2027", tone="ok", icon_name="check")

    assert name_of(pill) == "Agreed to March 2027"
    assert pill.sizeHint().width() > narrow
    with pytest.raises(ValueError, match="no such tone"):
        pill.say("x", tone="pink")


def test_words_have_only_styles_of_the_scale(qtbot: QtBot) -> None:
    label = words("<b>Ash</b>", "title")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    with pytest.raises(ValueError, match="no such style"):
        words("x", "huge")


def test_a_paragraph_reads_nothing_as_markup(qtbot: QtBot) -> None:
    paragraph = Paragraph("x < y & <b>z</b>")
    qtbot.addWidget(paragraph)

    assert "&lt;b&gt;" in paragraph.text()
    assert name_of(paragraph) == "x < y & <b>z</b>"


def test_a_paragraph_has_no_line_over_70_characters(qtbot: QtBot) -> None:
    paragraph = Paragraph("word " * 100)
    qtbot.addWidget(paragraph)

    hint = paragraph.sizeHint()

    assert hint.width() <= paragraph.fontMetrics().averageCharWidth() * 72
    assert hint.height() > paragraph.fontMetrics().height() * 7


def test_a_quote_is_shown_with_its_source(qtbot: QtBot) -> None:
    card = QuoteCard(heading="In Leah’s words", quote="My chest goes tight.", where_and_when="")
    qtbot.addWidget(card)

    card.show_words(heading="In Sam’s words", quote="Fine.", where_and_when="Visit, 17 Nov")

    assert name_of(card) == "In Sam’s words"
    assert card._source.text() == "Visit, 17 Nov"
    assert "“Fine.”" in card._quote.text()


def test_a_banner_has_only_the_buttons_it_was_given(qtbot: QtBot) -> None:
    banner = Banner("We have not told Leah’s GP.", action="Draft a request")
    qtbot.addWidget(banner)
    banner.show()

    with qtbot.waitSignal(banner.acted):
        banner.action_button.click()

    assert not banner.why_button.isVisible()
    assert not banner.dismiss_button.isVisible()
    banner.say("We have not told the school.", more="2 more")
    assert banner.accessibleName() == "We have not told the school."
    assert banner.more.isVisible()


def test_an_empty_page_has_one_thing_to_do(qtbot: QtBot) -> None:
    empty = EmptyState(heading="No visits yet", sentence="They are kept here.", action="Record one")
    qtbot.addWidget(empty)
    empty.show()

    with qtbot.waitSignal(empty.acted):
        empty.action_button.click()

    assert not empty.second_button.isVisible()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_a_notice_stands_at_the_bottom_left_and_offers_undo(window: QWidget, qtbot: QtBot) -> None:
    notice = Notice(window, undo="Undo", close="Close")
    notice.show_sentence("Visit kept.", undo=True)
    window.resize(700, 500)
    QApplication.processEvents()
    corner = notice.geometry()

    with qtbot.waitSignal(notice.undo_asked):
        notice.undo_button.click()

    assert (corner.left(), corner.bottom()) == (20, 479)
    assert not notice.isVisible()
    assert notice.said == ["Visit kept."]


def test_a_notice_goes_after_its_time_but_not_while_focused(window: QWidget, qtbot: QtBot) -> None:
    notice = Notice(window, undo="Undo", close="Close")
    notice.show_sentence("Visit kept.")
    notice.close_button.setFocus()
    notice._time_is_up()
    while_focused = notice.isVisible()
    notice.close_button.clearFocus()

    notice._time_is_up()

    assert while_focused
    assert not notice.isVisible()


def test_escape_closes_a_notice(window: QWidget, qtbot: QtBot) -> None:
    notice = Notice(window, undo="Undo", close="Close")
    notice.show_sentence("Visit kept.")

    qtbot.keyClick(notice, Qt.Key.Key_Escape)

    assert not notice.isVisible()


def test_tabs_are_tabs_and_tell_their_key(qtbot: QtBot) -> None:
    tabs = PageTabs({"home": "Household", "plan": "Plan"}, name="Parts of this family")
    qtbot.addWidget(tabs)
    tabs.show()

    with qtbot.waitSignal(tabs.chosen) as heard:
        tabs.choose("plan")

    interface = QAccessible.queryAccessibleInterface(tabs)
    assert heard.args == ["plan"]
    assert tabs.current() == "plan"
    assert interface.role() == QAccessible.Role.PageTabList
    assert interface.child(0).text(QAccessible.Text.Name) == "Household"
    with pytest.raises(KeyError):
        tabs.choose("nowhere")


def test_the_arrow_keys_change_tabs(qtbot: QtBot) -> None:
    tabs = PageTabs({"home": "Household", "plan": "Plan"}, name="Parts of this family")
    qtbot.addWidget(tabs)

    qtbot.keyClick(tabs, Qt.Key.Key_Right)

    assert tabs.current() == "plan"


def test_the_wheel_does_not_change_a_choice(qtbot: QtBot) -> None:
    choice = Choice({"a": "Oakfield", "b": "Beech"})
    qtbot.addWidget(choice)
    heard: list[str] = []
    choice.picked.connect(heard.append)

    choice.choose("b")

    assert choice.key() == "b"
    assert heard == ["b"]
    with pytest.raises(KeyError):
        choice.choose("z")


def test_ticks_are_check_boxes_and_picks_are_round(qtbot: QtBot) -> None:
    many = TickList({"a": "Leah", "b": "Grace"})
    one = TickList({"a": "At home", "b": "By phone"}, single=True)
    for part in (many, one):
        qtbot.addWidget(part)

    many.choose(frozenset({"a", "b"}))
    one.box("a").click()
    one.box("b").click()

    assert many.chosen() == {"a", "b"}
    assert one.chosen() == {"b"}
    assert role_of(many.box("a")) == QAccessible.Role.CheckBox
    assert role_of(one.box("a")) == QAccessible.Role.RadioButton
    assert many.box("a").sizeHint().height() >= 40


def test_offering_other_things_forgets_what_was_ticked(qtbot: QtBot) -> None:
    ticks = TickList({"a": "Leah"})
    qtbot.addWidget(ticks)
    ticks.choose(frozenset({"a"}))

    ticks.set_options({"b": "Grace"})

    assert ticks.chosen() == frozenset()
    assert ticks.box("b").text() == "Grace"


def test_tab_leaves_a_note_and_control_tab_puts_one_in(qtbot: QtBot) -> None:
    note = NoteField()
    qtbot.addWidget(note)
    note.show()

    qtbot.keyClick(note, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)

    assert note.toPlainText() == "\t"
    assert note.tabChangesFocus()


def test_every_symbol_looks_different(qtbot: QtBot) -> None:
    pictures: list[QImage] = []

    for symbol in Symbol:
        drawn = PersonSymbol("LO", symbol)
        qtbot.addWidget(drawn)
        pictures.append(drawn.grab().toImage())
    gone = PersonSymbol("LO", Symbol.WOMAN, deceased=True)
    qtbot.addWidget(gone)
    pictures.append(gone.grab().toImage())

    assert all(one != other for nth, one in enumerate(pictures) for other in pictures[nth + 1 :])


def test_a_cover_hides_everything_and_lets_no_key_through(window: QWidget, qtbot: QtBot) -> None:
    button = Button("Ask Grace", parent=window)
    button.show()
    cover = Cover(window, name="Locked")

    cover.put_on()
    window.resize(800, 600)

    QApplication.processEvents()
    qtbot.keyClick(cover, Qt.Key.Key_Tab)
    assert cover.geometry() == window.rect()
    assert window.childAt(button.geometry().center()) is cover
    assert not button.hasFocus()
    cover.take_off()
    assert window.childAt(button.geometry().center()) is button
