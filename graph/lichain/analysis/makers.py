"""Who makes a product: plants and enterprises, how far each has come, and what it can make a year."""

from __future__ import annotations

from dataclasses import dataclass, field

from lichain.analysis.figures import Figure, Group, chosen, figures
from lichain.analysis.ground import Ground, text
from lichain.analysis.standing import AT_WORK, GONE, STOPS, state

MAKES = ("PRODUCES", "RECOVERS")


@dataclass(frozen=True, slots=True)
class Maker:
    """One plant or enterprise; `joint` are figures that count other products too."""

    id: str
    plant: bool
    state: str
    at_work: bool
    figures: dict[Group, list[Figure]] = field(default_factory=dict)
    joint: tuple[Figure, ...] = ()

    def amount(self, group: Group) -> float:
        """Its capacity in the base unit of the group."""
        return sum(figure.value for figure in self.figures[group])


def makers(ground: Ground, product: str, as_of: str | None) -> list[Maker]:
    """Those of a product or its kinds that are not gone, by id."""
    kinds = ground.down(product, "KIND_OF")
    ids = {link.start for kind in kinds for link in ground.into(kind, *MAKES)}
    numbers = {link.start for kind in kinds for link in ground.into(kind, "OF")}
    ids |= {
        of.end
        for number in numbers
        for of in ground.out(number, "OF")
        if text(of, "role") == "subject"
    }
    found = []
    for id_ in sorted(ids):
        node = ground.nodes.get(id_)
        if node is None or node.type not in ("Facility", "Enterprise"):
            continue
        makes = any(link.end in kinds for link in ground.out(id_, *MAKES))
        if makes or any(figure.products & kinds for figure in figures(ground, id_, as_of)):
            found.append(_maker(ground, id_, kinds, as_of))
    return [maker for maker in found if maker.state not in GONE]


def _maker(ground: Ground, id_: str, kinds: set[str], as_of: str | None) -> Maker:
    plant = ground.nodes[id_].type == "Facility"
    makes = [link for link in ground.out(id_, *MAKES) if link.end in kinds]
    stands = standing(ground, id_, kinds) if plant else state(makes)
    # An estimate of a plant that does not yet work is of what it is to be.
    counted = [
        figure
        for figure in figures(ground, id_, as_of)
        if not figure.estimated or not plant or stands in AT_WORK or not stands
    ]
    best = chosen(ground, counted, kinds)
    joint = [
        figure for figure in counted if figure.products & kinds and not figure.products <= kinds
    ]
    actual = any(not figure.estimated for several in best.values() for figure in several)
    works = stands in AT_WORK or actual or (not stands and bool(makes))
    return Maker(id_, plant, stands, works, best, () if best else tuple(joint))


def standing(ground: Ground, plant: str, kinds: set[str]) -> str:
    """How far a plant has come with these products: what is said of them, else of the plant."""
    makes = [link for link in ground.out(plant, "PRODUCES") if link.end in kinds]
    said = [link for link in makes if text(link, "status")]
    active = ground.out(plant, "ACTIVE_IN")
    stops = [link for link in active if text(link, "status") in STOPS]
    return state([*said, *stops] if said else active)
