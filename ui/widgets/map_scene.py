"""Fills a scene from a family and its picture; the scene is made again whenever they change."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.family_map.family import Family
from app.family_map.picture import LineKind, NodeKind, Picture
from ui.widgets.map_fit import MapState
from ui.widgets.map_homes import HomeItem
from ui.widgets.map_items import AgencyItem, PersonItem
from ui.widgets.map_lines import FamilyLine, SharingLine


def fill_scene(scene: QGraphicsScene, family: Family, picture: Picture, state: MapState) -> None:
    """Put everything of a picture into an emptied scene."""
    scene.clear()
    people = {person.id: person for person in family.people}
    agencies = {agency.id: agency for agency in family.agencies}
    homes = {home.id: home for home in family.homes}
    for node in picture.nodes:
        if node.kind is NodeKind.PERSON:
            index = node.id == family.index
            known_by = frozenset(tie.agency for tie in family.ties if tie.person == node.id)
            person = people[node.id]
            scene.addItem(PersonItem(node, person, state, index=index, known_by=known_by))
        elif node.kind is NodeKind.AGENCY:
            known_to = frozenset(tie.person for tie in family.ties if tie.agency == node.id)
            scene.addItem(AgencyItem(node, agencies[node.id], state, known_to=known_to))
        else:
            scene.addItem(HomeItem(node, homes[node.id], state))
    for line in picture.lines:
        sharing = line.kind is LineKind.SHARING
        scene.addItem(SharingLine(line, state) if sharing else FamilyLine(line, state))
    show_selected_lines(scene)


def show_selected_lines(scene: QGraphicsScene) -> None:
    """Show the sharing lines of whoever is selected, and nobody else's."""
    for item in scene.items():
        if isinstance(item, SharingLine):
            item.show_if_selected()


def content_of(picture: Picture) -> QRectF:
    """Return where there is anything at all, without the margin of the layout."""
    found = QRectF()
    for node in picture.nodes:
        found = found.united(QRectF(node.x, node.y, node.width, node.height))
    points = [point for line in picture.lines for point in line.points]
    if points:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        found = found.united(QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    return found
