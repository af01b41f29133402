"""Fills a scene from a family and its picture; the scene is made again whenever they change."""

from __future__ import annotations

from PySide6.QtWidgets import QGraphicsScene

from app.family_map.family import Family
from app.family_map.picture import LineKind, NodeKind, Picture
from ui.widgets.map_homes import HomeItem
from ui.widgets.map_items import AgencyItem, MapState, PersonItem, words_fit
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
            scene.addItem(PersonItem(node, people[node.id], state, index=index))
        elif node.kind is NodeKind.AGENCY:
            known_to = frozenset(tie.person for tie in family.ties if tie.agency == node.id)
            scene.addItem(AgencyItem(node, agencies[node.id], state, known_to=known_to))
        else:
            scene.addItem(HomeItem(node, homes[node.id], state))
    for line in picture.lines:
        sharing = line.kind is LineKind.SHARING
        scene.addItem(SharingLine(line, state) if sharing else FamilyLine(line, state))
    scene.setSceneRect(0, 0, picture.width, picture.height)
    raise_selected_lines(scene)


def raise_selected_lines(scene: QGraphicsScene) -> None:
    """Have the sharing lines of whoever is selected stand above everything else."""
    for item in scene.items():
        if isinstance(item, SharingLine):
            item.raise_if_selected()


def note_what_fits(family: Family, picture: Picture, state: MapState) -> None:
    """Decide which words are drawn at this zoom: the same for everybody."""
    people = {person.id: person for person in family.people}
    tiles = [(people[n.id], n) for n in picture.nodes if n.kind is NodeKind.PERSON]
    state.names_fit = all(words_fit(p, n, state, second=False) for p, n in tiles)
    state.seconds_fit = all(words_fit(p, n, state, second=True) for p, n in tiles)
