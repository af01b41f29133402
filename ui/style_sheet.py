"""The style sheet of the native controls, made from the theme's colours and sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_WORDS = """
QLabel { background: transparent; }
QLabel[words="title"] { font-size: ${s26}px; font-weight: 600; }
QLabel[words="heading"] { font-size: ${s20}px; font-weight: 600; }
QLabel[words="product"] { font-size: ${s16}px; font-weight: 600; }
QLabel[words="section"] { font-size: ${s14}px; font-weight: 600; }
QLabel[words="row"] { font-size: ${s14}px; font-weight: 500; }
QLabel[words="body"] { font-size: ${s14}px; }
QLabel[words="secondary"] { font-size: ${s13}px; color: $text2; }
QLabel[words="label"] { font-size: ${s13}px; font-weight: 500; }
QLabel[words="small"] { font-size: ${s12}px; color: $text2; }
QLabel[words="group"] { font-size: ${s12}px; font-weight: 600; color: $text2; }
QLabel[words="question"] { font-size: ${s28}px; font-weight: 600; }
QLabel[words="told"] { font-size: ${s18}px; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="stop"] { color: $stop; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="plain"] { color: $text; }
"""

_GROUNDS = """
QWidget { font-size: ${s14}px; color: $text; }
QMainWindow, QDialog, QWidget[ground="window"] { background: $window; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="side"] { background: $side; border: none; border-right: 1px solid $line; }
QWidget[ground="header"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QWidget[ground="strip"] { background: $surface; border: none; border-top: 1px solid $line; }
QWidget[ground="inspector"] { background: $surface; border: none; border-left: 1px solid $line; }
QWidget[ground="canvas"] { background: $canvas; }
QFrame[ground="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[ground="quiet"] { background: $sunken; border: none; border-radius: 10px; }
QFrame[ground="ok"] { background: $okbg; border: none; border-radius: 10px; }
QFrame[ground="warn"] { background: $warnbg; border: none; border-radius: 10px; }
QFrame[ground="stop"] { background: $stopbg; border: none; border-radius: 10px; }
QFrame[ground="info"] { background: $infobg; border: none; border-radius: 10px; }
QFrame[ground="notice"] { background: $surface; border: 1px solid $control; border-radius: 10px; }
QFrame[ground="info"][flat="true"] { border-radius: 0; }
QFrame[ground="row"] { background: transparent; border: 2px solid transparent; border-radius: 8px; }
QFrame[ground="row"]:hover { background: $sunken; }
QFrame[ground="row"]:focus { border: 2px solid $focus; }
QFrame[ground="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[ground="clear"] { background: transparent; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 6px; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  min-height: ${inner}px; padding: 0 ${s16}px; border: 1px solid $control; border-radius: 8px;
  background: $surface; color: $text; font-weight: 500;
}
QPushButton:hover, QToolButton:hover { background: $sunken; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus {
  border: 2px solid $focus; padding: 0 ${s15}px; min-height: ${inner2}px;
}
QPushButton:disabled, QToolButton:disabled { background: $sunken; color: $text2; }
QPushButton[kind="primary"], QPushButton[kind="primary"]:focus {
  margin: 4px; background: $primary; color: $onprimary; border: 1px solid $primary;
  padding: 0 ${s16}px; min-height: ${inner}px; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $primary_h; border-color: $primary_h; }
QPushButton[kind="primary"]:pressed { background: $onsoft; border-color: $onsoft; }
QPushButton[kind="primary"]:pressed { color: $soft; }
QPushButton[kind="primary"]:disabled {
  background: $sunken; color: $text2; border: 1px solid $control;
}
QPushButton[align="left"] { text-align: left; }
QPushButton[beside="primary"] { margin: 4px; }
QPushButton::menu-indicator { subcontrol-position: right center; right: ${s10}px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:focus {
  min-height: 0; border: none; padding: 0; background: transparent;
}
QPushButton[kind="step"], QPushButton[kind="step"]:focus { padding: 0; min-height: ${s42}px; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent; }
QPushButton[kind="quiet"] { padding: 0 ${s10}px; color: $text2; }
QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="quiet"]:pressed { background: $line; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: 0 ${s9}px; }
QPushButton[kind="link"], QPushButton[kind="link"]:focus {
  border: 1px solid transparent; background: transparent; padding: 0 4px; text-align: left;
  color: $text; text-decoration: underline;
}
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: 0 3px; }
QPushButton[kind="link"]:disabled { text-decoration: none; }
QPushButton[kind="section"] {
  border: 1px solid transparent; background: transparent; padding: 0 ${s10}px; text-align: left;
  font-weight: 600;
}
QPushButton[kind="section"]:hover { background: $sunken; }
QPushButton[kind="section"]:focus { border: 2px solid $focus; padding: 0 ${s9}px; }
QPushButton[kind="danger"] { border: 1px solid $stop; color: $stop; }
QPushButton[kind="danger"]:hover { background: $stopbg; }
QPushButton[kind="danger"]:focus { border: 2px solid $stop; padding: 0 ${s15}px; }
QPushButton[kind="icon"] {
  border: 1px solid transparent; background: transparent; padding: 0;
  min-width: ${inner}px; max-width: ${inner}px;
}
QPushButton[kind="icon"]:hover { background: $sunken; }
QPushButton[kind="icon"]:pressed { background: $line; }
QPushButton[kind="icon"]:focus {
  border: 2px solid $focus; padding: 0; min-width: ${inner2}px; max-width: ${inner2}px;
}
"""

_FIELDS = """
QLineEdit, QComboBox, QSpinBox, QDateEdit {
  min-height: ${inner}px; padding: 0 ${s12}px; border: 1px solid $control; border-radius: 8px;
  background: $surface; color: $text; selection-background-color: $primary;
  selection-color: $onprimary;
}
QPlainTextEdit, QTextEdit {
  padding: ${s8}px; border: 1px solid $control; border-radius: 8px; background: $surface;
  selection-background-color: $primary; selection-color: $onprimary;
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $focus; padding: 0 ${s11}px; min-height: ${inner2}px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: ${s7}px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] {
  border: 2px solid $stop; padding: 0 ${s11}px; min-height: ${inner2}px;
}
QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"] {
  border: 2px solid $stop; padding: ${s7}px;
}
QFrame[wrong="true"][ground="choices"] { border: 2px solid $stop; border-radius: 8px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
  background: $sunken; color: $text2;
}
QLineEdit:read-only { background: $sunken; }
QComboBox::drop-down { border: none; width: ${s32}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { border: 1px solid $control; background: $surface; padding: 4px; }
QComboBox QAbstractItemView { selection-background-color: $soft; selection-color: $onsoft; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding-left: 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QCheckBox, QRadioButton { spacing: ${s10}px; min-height: ${inner}px; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${s16}px; height: ${s16}px; border: 1px solid $control; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${s9}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
  width: ${s8}px; height: ${s8}px; border: ${s5}px solid $primary; background: $onprimary;
}
QCheckBox:disabled, QRadioButton:disabled { color: $text2; }
"""

_LISTS = """
QListView, QTreeView, QTableView {
  background: $surface; border: 1px solid $line; border-radius: 8px; gridline-color: $line;
  selection-background-color: $soft; selection-color: $onsoft; outline: none;
}
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; }
QListView::item, QTreeView::item { min-height: ${row}px; padding: 0 8px; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QListView::item:hover, QTreeView::item:hover { background: $sunken; color: $text; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
  background: $soft; color: $onsoft;
}
QTableView::item:focus { border: 2px solid $focus; }
QListView[kind="navigation"], QListView[kind="navigation"]:focus {
  background: transparent; border: none;
}
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $text2; font-size: ${s12}px; font-weight: 600; padding: 0 11px;
  min-height: ${s36}px; border: none; border-bottom: 1px solid $control;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTabBar { background: transparent; font-weight: 500; }
QTabBar::tab {
  min-height: ${s42}px; padding: 0 2px; margin-right: ${s24}px; color: $text2;
  border: none; border-bottom: 3px solid transparent; background: transparent;
}
QTabBar::tab:hover { color: $text; border-bottom: 3px solid $line; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 3px solid $primary; }
QTabBar::tab:focus { border-bottom: 3px solid $focus; }
QMenu { background: $surface; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: ${s10}px ${s24}px ${s10}px ${s12}px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $onsoft; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QGraphicsView { border: none; background: $canvas; }
QProgressBar { border: none; background: $line; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $primary; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_TOUCH = """
QDialog[touch="true"] QPushButton, QDialog[touch="true"] QLineEdit,
QDialog[touch="true"] QComboBox, QDialog[touch="true"] QPushButton[kind="primary"]:focus {
  min-height: ${touch}px;
}
QDialog[touch="true"] QPushButton:focus, QDialog[touch="true"] QLineEdit:focus,
QDialog[touch="true"] QComboBox:focus, QDialog[touch="true"] QLineEdit[wrong="true"],
QDialog[touch="true"] QComboBox[wrong="true"] { min-height: ${touch2}px; }
"""

_ACROSS_A_TABLE = """
QDialog[flow="true"] QPushButton, QDialog[flow="true"] QLineEdit, QDialog[flow="true"] QComboBox,
QDialog[flow="true"] QPlainTextEdit { font-size: ${s16}px; }
QDialog[flow="true"] QLabel[words="label"] { font-size: ${s16}px; }
QDialog[flow="true"] QLabel[words="small"] { font-size: ${s14}px; }
QDialog[flow="true"] QLabel[words="secondary"] { font-size: ${s16}px; }
QDialog[side="family"] QPlainTextEdit { font-size: ${s22}px; }
QDialog[flow="true"] QLabel[words="product"] { font-size: ${s20}px; }
QDialog[side="family"] QLabel[words="question"] { font-size: ${s40}px; }
QDialog[side="family"] QLabel[words="told"] { font-size: ${s28}px; }
QDialog[side="family"] QLabel[words="product"] { font-size: ${s28}px; }
QWidget[across="table"] QLabel[words="heading"] { font-size: ${s24}px; }
QWidget[across="table"] QLabel[words="told"] { font-size: ${s22}px; }
QWidget[across="table"] QLabel[words="body"] { font-size: ${s16}px; }
QDialog[side="family"] QLabel[words="label"] { font-size: ${s22}px; }
"""


def style_sheet(
    colours: Mapping[str, str], *, px: Callable[[float], int], control: int, tablet: bool
) -> str:
    """Return the sheet for these colours; `px` scales sizes, `control` is a control's height."""
    sizes = {
        f"s{n}": str(px(n)) for n in (5, *range(7, 17), 18, 20, 22, 24, 26, 28, 32, 36, 40, 42)
    }
    extra = {
        "inner": str(control - 2),  # the border of 1 on each side comes on top
        "inner2": str(control - 4),
        "touch": str(max(control, px(44)) - 2),
        "touch2": str(max(control, px(44)) - 4),
        "row": str(px(44) if tablet else px(40)),
        "bar": "18" if tablet else "14",
    }
    text = _GROUNDS + _WORDS + _BUTTONS + _FIELDS + _LISTS + _TOUCH + _ACROSS_A_TABLE
    return Template(text).substitute({**colours, **sizes, **extra})
