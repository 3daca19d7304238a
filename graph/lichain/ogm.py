"""py2neo models of the main types, for notebooks that already use py2neo.

py2neo reached its end of life in 2023: version 2021.2.4 is the last, its authors advise the official
driver, and nobody mends it when a later Neo4j or Python breaks it. It is tested here against
Neo4j 5.26 and 2026.08, for reading only. Start new work with `lichain.open()`.

    from lichain import ogm
    graph = ogm.connect()
    catl = ogm.Enterprise.match(graph, "catl").first()
    [supplier.name_zh for supplier in catl.suppliers]

What to know of it: related things come once each, and of several facts between two things (two
products supplied, say) the properties of one alone, so count facts with `facts` or with a question
of `lichain.open()`; each related thing costs a round trip; and py2neo's own schema calls do not
work on either version. Saving, merging and deleting models is refused: the tables are the record.
"""

from __future__ import annotations

from typing import Any, NoReturn

from lichain import settings
from lichain.errors import QueryError, StoreError
from lichain.schema import schema

try:
    from py2neo import Graph, Node
    from py2neo import Relationship as Fact
    from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo
except ImportError as fault:
    raise ImportError(
        "lichain.ogm needs py2neo, which is not installed; run: pip install py2neo==2021.2.4"
    ) from fault


def connect(uri: str | None = None) -> Graph:
    """A py2neo Graph for the Neo4j that the settings name; starts the program's own where none is named."""
    found = settings.read().at(uri)
    address, user, password = found.uri, found.user, found.password
    if address is None:
        from lichain import local

        own = local.up(found)
        address, user, password = own.uri, own.user, own.password
    if password is None:
        raise StoreError(
            f"no password is set for {address}; put it in NEO4J_PASSWORD",
            f"尚未设置 {address} 的密码；请写入 NEO4J_PASSWORD",
        )
    try:
        return Graph(address, auth=(user, password), name=found.database)
    except Exception as fault:  # py2neo has no root of its own for what goes wrong on connecting
        raise StoreError(
            f"py2neo cannot connect to {address} ({fault}); check NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD",
            f"py2neo 无法连接 {address}（{fault}）；请检查 NEO4J_URI、NEO4J_USERNAME 和 NEO4J_PASSWORD",
        ) from fault


class Thing(Model):  # type: ignore[misc]
    """Anything in the graph: its id, and the properties of its type in the data dictionary."""

    __primarylabel__ = "Lichain"
    __primarykey__ = "id"

    id = Property("id")
    name_zh = Property("name_zh")
    name_en = Property("name_en")

    def __init_subclass__(cls) -> None:
        for name in schema().nodes[cls.__name__].properties:
            if name != "name_keys":
                setattr(cls, name, Property(name))

    @classmethod
    def wrap(cls, node: Node) -> Any:
        """The node as the model of its type; a Thing where its type has none here."""
        if node is None:
            return None
        kind = schema().type_of(frozenset(node.labels))
        return Model.wrap.__func__(_MODELS.get(kind or "", Thing), node)

    def facts(self, kind: str) -> list[Fact]:
        """Every relationship of type `kind` at either end of this thing, each fact by itself."""
        return list(self.__node__.graph.match({self.__node__}, r_type=kind))

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise QueryError(
            f"{self!r} is for reading; change the tables under seed/ and run `lichain load`",
            f"{self!r} 只供读取；请修改 seed/ 下的数据表，再运行 `lichain load`",
        )

    __db_create__ = __db_merge__ = __db_push__ = __db_delete__ = _refuse


class Source(Thing):
    """A document or data set that claims are taken from."""

    evidence_for = RelatedFrom(Thing, "EVIDENCED_BY")


class Region(Thing):
    """A country, province, prefecture, county, zone or named area."""

    part_of = RelatedTo("Region", "PART_OF")
    parts = RelatedFrom("Region", "PART_OF")
    head_offices = RelatedFrom(Thing, "HEADQUARTERED_IN")
    located_here = RelatedFrom(Thing, "LOCATED_IN")
    policies = RelatedFrom(Thing, "COVERS")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


class Segment(Thing):
    """A link of the chain, from mining to recycling."""

    part_of = RelatedTo("Segment", "PART_OF")
    parts = RelatedFrom("Segment", "PART_OF")
    feeds = RelatedTo("Segment", "FEEDS")
    fed_by = RelatedFrom("Segment", "FEEDS")
    products = RelatedFrom("Product", "BELONGS_TO")
    active_here = RelatedFrom(Thing, "ACTIVE_IN")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


class Product(Thing):
    """A tradable thing or material."""

    segments = RelatedTo("Segment", "BELONGS_TO")
    made_into = RelatedTo("Product", "INPUT_TO")
    made_from = RelatedFrom("Product", "INPUT_TO")
    kind_of = RelatedTo("Product", "KIND_OF")
    kinds = RelatedFrom("Product", "KIND_OF")
    producers = RelatedFrom(Thing, "PRODUCES")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


class Enterprise(Thing):
    """One legal entity, or a named brand of one."""

    supplies = RelatedTo("Enterprise", "SUPPLIES")
    suppliers = RelatedFrom("Enterprise", "SUPPLIES")
    owns = RelatedTo(Thing, "OWNS")
    owners = RelatedFrom(Thing, "OWNS")
    operates = RelatedTo("Facility", "OPERATES")
    produces = RelatedTo("Product", "PRODUCES")
    active_in = RelatedTo("Segment", "ACTIVE_IN")
    head_office = RelatedTo("Region", "HEADQUARTERED_IN")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


class Facility(Thing):
    """A mine, brine, refinery, plant, recycling works or research centre."""

    operators = RelatedFrom(Thing, "OPERATES")
    located_in = RelatedTo("Region", "LOCATED_IN")
    produces = RelatedTo("Product", "PRODUCES")
    recovers = RelatedTo("Product", "RECOVERS")
    active_in = RelatedTo("Segment", "ACTIVE_IN")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


class Policy(Thing):
    """A law, regulation, plan, opinion, announcement or strategy."""

    issuers = RelatedFrom(Thing, "ISSUED")
    provisions = RelatedTo(Thing, "HAS_PROVISION")
    covers = RelatedTo(Thing, "COVERS")
    supersedes = RelatedTo("Policy", "SUPERSEDES")
    suspends = RelatedTo("Policy", "SUSPENDS")
    evidenced_by = RelatedTo("Source", "EVIDENCED_BY")


_MODELS = {
    model.__name__: model
    for model in (Source, Region, Segment, Product, Enterprise, Facility, Policy)
}
