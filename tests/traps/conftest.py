"""What the tests of the traps share: the caseload in a store, and the desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId
from app.view.recipient import the_person
from db.store import Store
from tests.app.wall_cases import (
    DANIEL,
    asked,
    copy_of,
    forms,
    notice_of,
    printed_form,
    printed_letter,
)
from tests.builders import fill
from tests.journeys.command_line import thinkfamily
from tests.traps.leaving import pictures
from tests.ui.conftest import collected_here as collected_here
from tests.ui.desk_builders import FAMILY_B, OpenDesk, open_desk

P1 = AgencyId("P1")


@pytest.fixture
def caseload_store(store: Store) -> Store:
    """Give an open store in memory that holds the made-up caseload."""
    return fill(store)


@pytest.fixture(scope="session")
def demo_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which the command line wrote every paper of the made-up families."""
    out = tmp_path_factory.mktemp("demo") / "papers"
    ended = thinkfamily("demo", "--out", out)
    assert ended.status == 0, ended.err
    return out


@pytest.fixture
def daniels(caseload_store: Store) -> dict[str, bytes]:
    """Give everything that Daniel, or his practice about him, can ever get."""
    view = asked(caseload_store, "b", DANIEL, P1)
    record = caseload_store.ask(lambda work: work.record(FAMILY_B))
    (form,) = forms(record, DANIEL)
    drawn = pictures(record, the_person(DANIEL))
    return {
        "consent-form.pdf": printed_form(form.view),
        f"share-request-{view.number}.pdf": printed_letter(view),
        "notice.pdf": notice_of(record, DANIEL, DANIEL, P1),
        "copy.pdf": copy_of(record, DANIEL, DANIEL),
        **{f"household-picture.{ending}": content for ending, content in drawn.items()},
    }


@pytest.fixture
def office(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Give a desk over the caseload that is ready, and close it afterwards."""
    with open_desk(qtbot) as office:
        yield office
