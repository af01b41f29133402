"""The models of tables: what Qt expects of a model, and what each line says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.sharing import LeavesBy, Output, Paper, PaperKind
from app.usecases.list_households import list_households
from tests.ui.desk_builders import FAMILY_A, FAMILY_B, FAMILY_C, OpenDesk
from ui.models.tables import (
    families_model,
    papers_model,
    people_model,
    person_lines,
    sharing_lines,
    sharing_model,
)
from ui.models.tuple_model import VALUE, Column, TupleModel
from ui.widgets.navigation import Place, PlacesModel

pytestmark = pytest.mark.timeout(60)
PAPER = Paper(
    id="p1",
    household=FAMILY_A,
    number="CF-7K3Q-D9XM",
    kind=PaperKind.CONSENT_FORM,
    output=Output.PRINTED,
    at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    sha256="0" * 64,
    pages=4,
)


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Have Qt check a model from now on; what it finds is a warning, which fails a test."""
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )


def texts(model: TupleModel[Any], row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_families_are_a_sound_model(office: OpenDesk) -> None:
    model = families_model()
    watched(model)

    model.show(office.ask(list_households))

    assert [texts(model, row) for row in range(3)] == [
        ["Begum and Hale"],
        ["Doyle"],
        ["Whitfield and Okafor"],
    ]


@pytest.mark.parametrize("household", [FAMILY_A, FAMILY_B, FAMILY_C])
def test_a_households_tables_are_sound_models(office: OpenDesk, household: Any) -> None:
    presented = office.presented(household)
    words = office.catalogue.picture
    seconds = {person.id: person.second_line for person in presented.family.people}
    people, sharing, papers = (people_model(), sharing_model(), papers_model())
    for model in (people, sharing, papers):
        watched(model)

    people.show(person_lines(presented.view, words, presented.relations, seconds))
    sharing.show(sharing_lines(presented.record, presented.view, words))
    left = replace(PAPER, id="p2", output=Output.SAVED, leaves_by=LeavesBy.POST)
    papers.show((PAPER, left))

    assert people.rowCount() == len(presented.view.people)
    assert sharing.rowCount() == len(presented.view.ties)
    about_it = ["22 November 2026", "Consent form", PAPER.number, "4"]
    assert texts(papers, 0) == [*about_it, "Printed", "Not said"]
    assert texts(papers, 1) == [*about_it, "Saved", "By post"]


def test_what_is_somebodys_own_is_in_no_table(office: OpenDesk) -> None:
    presented = office.presented(FAMILY_C)
    words = office.catalogue.picture
    seconds = {person.id: person.second_line for person in presented.family.people}

    lines = [
        *person_lines(presented.view, words, presented.relations, seconds),
        *sharing_lines(presented.record, presented.view, words),
    ]

    assert "Sexual" not in str(lines)


def test_a_state_is_words_and_a_sign(office: OpenDesk) -> None:
    presented = office.presented()
    model = sharing_model()
    model.show(sharing_lines(presented.record, presented.view, office.catalogue.picture))
    row = model.row_of(lambda line: (line.person, line.agency) == ("A2", "adult-mental-health"))

    cell = model.index(row, 2)

    assert "no" in str(cell.data()).lower()
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_the_last_request_is_the_one_that_is_said(office: OpenDesk) -> None:
    presented = office.presented()
    lines = sharing_lines(presented.record, presented.view, office.catalogue.picture)

    asked = {(line.person, line.agency): line.asked for line in lines}

    assert asked["A6", "health-visiting"] == "Answered"
    assert asked["A1", "perinatal"] == "Partner refused"
    assert asked["A4", "camhs"] == "Asked, no reply"
    assert asked["A1", "P1"] == "No request yet"


def test_a_table_that_is_filled_again_forgets_the_rest(qapp: QApplication) -> None:
    model = TupleModel[str]((Column("Word", str), Column("Capitals", str.upper)))
    watched(model)
    model.show(("ash", "elm", "oak"))

    model.show(("fir",))

    assert (model.rowCount(), texts(model, 0)) == (1, ["fir", "FIR"])
    assert model.index(0, 0).data(VALUE) == "fir"
    assert model.row_of(lambda word: word == "elm") == -1
    assert model.data(QModelIndex()) is None
    heading = model.headerData(1, Qt.Orientation.Horizontal)
    assert heading == "Capitals"


def test_the_sidebar_has_a_sound_model(qapp: QApplication) -> None:
    model = PlacesModel((Place(key="a", text="Ash", icon="users"),))
    watched(model)

    model.set_badge("a", "3 due")

    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ash, 3 due"
