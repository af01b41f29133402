"""The legend: what is drawn, no more and no less, and it wraps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.family_map.family import CoupleKind, Symbol, TieState
from app.family_map.picture import Line, LineKind
from tests.ui.widgets.families import an_ash_family, its_picture
from ui.widgets.legend import Kind, Legend, LegendEntry, Sample, samples_of


@pytest.fixture
def legend(qtbot: QtBot) -> Legend:
    legend = Legend(name="What the lines mean")
    qtbot.addWidget(legend)
    legend.resize(900, 60)
    legend.show()
    return legend


def test_it_explains_what_is_drawn(qapp: QApplication) -> None:
    samples = samples_of(its_picture(), selected="alex")

    assert [sample.words for sample in samples] == [
        "Agreed",
        "Ran out",
        "Separated",
        "Child",
        "Adopted child",
    ]
    assert samples[-1].letter == "A"


def test_sharing_is_explained_only_while_it_is_drawn(qapp: QApplication) -> None:
    nobody, sam = samples_of(its_picture()), samples_of(its_picture(), selected="sam")

    assert nobody == sam
    assert all(sample.state is None for sample in nobody)


def test_each_meaning_is_explained_once(qapp: QApplication) -> None:
    picture = its_picture()

    samples = samples_of(replace(picture, lines=picture.lines * 3), selected="alex")

    assert len(samples) == len(set(samples)) == 5


def test_homes_and_symbols_are_explained_with_the_family(qapp: QApplication) -> None:
    samples = samples_of(its_picture(), family=an_ash_family())

    assert [sample.words for sample in samples][3:] == [
        "Live together",
        "Man or boy",
        "Woman or girl",
        "Another gender",
        "Gender not known",
    ]


def test_a_sample_is_read_as_its_words(legend: Legend) -> None:
    legend.show_picture(its_picture(), selected="alex")

    entries = legend.findChildren(LegendEntry)
    shown = [entry for entry in entries if entry.isVisible()]
    interface = QAccessible.queryAccessibleInterface(shown[0])
    assert interface.text(QAccessible.Text.Name) == "Agreed"
    assert len(shown) == 5


def test_it_follows_the_selection(legend: Legend) -> None:
    legend.show_picture(its_picture(), selected="alex")

    legend.show_picture(its_picture(), selected="sam")

    assert [sample.words for sample in legend.samples()] == [
        "Separated",
        "Child",
        "Adopted child",
    ]


def test_it_wraps_where_there_is_no_room(legend: Legend) -> None:
    legend.show_picture(its_picture(), selected="alex")

    wide, narrow = legend.heightForWidth(2000), legend.heightForWidth(200)

    assert narrow > 3 * wide


def test_what_has_no_room_in_two_rows_is_left_out_and_comes_back(qtbot: QtBot) -> None:
    legend = Legend(name="What the lines mean", rows=2)
    qtbot.addWidget(legend)
    legend.resize(260, 60)
    legend.show_picture(its_picture(), selected="alex")
    legend.show()
    narrow = [entry.isVisible() for entry in legend.findChildren(LegendEntry)]

    legend.resize(900, 60)

    wide = [entry.isVisible() for entry in legend.findChildren(LegendEntry)]
    assert narrow == [True, True, True, True, False]
    assert wide == [True] * 5
    assert len(legend.samples()) == 5


def test_only_the_kinds_that_are_wanted_are_shown(qtbot: QtBot) -> None:
    legend = Legend(name="x", kinds=frozenset({Kind.SHARING, Kind.LETTER}))
    qtbot.addWidget(legend)

    legend.show_picture(its_picture(), selected="alex", family=an_ash_family())

    assert [sample.words for sample in legend.samples()] == ["Agreed", "Ran out", "Adopted child"]


def test_everybodys_sharing_is_explained_when_asked_for(qapp: QApplication) -> None:
    samples = samples_of(its_picture(), everybody=True)

    assert [sample.words for sample in samples][:2] == ["Agreed", "Ran out"]


def test_every_line_has_a_sample_of_its_own(qtbot: QtBot) -> None:
    samples = [
        *(Sample(words="x", state=state) for state in TieState),
        *(Sample(words="x", couple=kind) for kind in CoupleKind),
        *(Sample(words="x", symbol=symbol) for symbol in Symbol),
        *(Sample(words="x", home=main) for main in (True, False)),
    ]
    pictures = []

    for sample in samples:
        entry = LegendEntry(sample)
        qtbot.addWidget(entry)
        pictures.append(entry.grab().toImage())

    same = [
        (samples[one], samples[other])
        for one in range(len(samples))
        for other in range(one + 1, len(samples))
        if pictures[one] == pictures[other]
    ]
    married = {CoupleKind.MARRIED, CoupleKind.CIVIL}
    assert [pair for pair in same if {pair[0].couple, pair[1].couple} != married] == []


def test_a_line_of_an_unknown_kind_is_left_out(qapp: QApplication) -> None:
    bare = Line(kind=LineKind.CARER, ends=("a", "b"), points=((0, 0), (1, 1)))

    samples = samples_of(replace(its_picture(), lines=(bare,)))

    assert samples == ()
