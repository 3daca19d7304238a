"""Made-up graphs for the tests of the map; no company, place or number here is real."""

from __future__ import annotations

import random

from lichain.model import Node, Relationship, Value

SEGMENTS = [
    ("new-energy", "新能源产业", "New energy industry", "whole", 0),
    ("chain", "锂电池全产业链", "Lithium-battery industry chain", "whole", 2),
    ("raw-materials", "基础原材料", "Basic raw materials", "upstream", 5),
    ("mining", "采矿", "Mining", "upstream", 10),
    ("beneficiation", "选矿", "Beneficiation", "upstream", 20),
    ("refining", "冶炼与锂盐", "Refining and lithium salts", "upstream", 30),
    ("fluorochemicals", "氟化工", "Fluorochemicals", "midstream", 38),
    ("precursor", "前驱体", "Precursor", "midstream", 40),
    ("cathode", "正极材料", "Cathode material", "midstream", 50),
    ("anode", "负极材料", "Anode material", "midstream", 51),
    ("electrolyte", "电解液", "Electrolyte", "midstream", 52),
    ("separator", "隔膜", "Separator", "midstream", 53),
    ("foil", "铜箔与铝箔", "Copper and aluminium foil", "midstream", 54),
    ("structural-part", "结构件", "Structural part", "midstream", 56),
    ("cell", "电芯", "Cell", "midstream", 60),
    ("pack", "电池包与系统", "Pack and system", "downstream", 70),
    ("electric-vehicle", "新能源汽车", "Electric vehicles", "downstream", 81),
    ("energy-storage", "储能", "Energy storage", "downstream", 82),
    ("recycling", "回收利用", "Recycling", "recycling", 90),
    ("equipment", "装备", "Equipment", "beside", 100),
]
FEEDS = [
    ("mining", "beneficiation"), ("beneficiation", "refining"), ("refining", "precursor"),
    ("refining", "cathode"), ("refining", "electrolyte"), ("fluorochemicals", "electrolyte"),
    ("precursor", "cathode"), ("cathode", "cell"), ("anode", "cell"), ("electrolyte", "cell"),
    ("separator", "cell"), ("foil", "cell"), ("structural-part", "cell"), ("cell", "pack"),
    ("pack", "electric-vehicle"), ("pack", "energy-storage"), ("electric-vehicle", "recycling"),
    ("energy-storage", "recycling"), ("recycling", "refining"), ("recycling", "precursor"),
]  # fmt: skip
_HEADS = [
    "中岭",
    "新舟",
    "恩泽",
    "邦泰",
    "雅江",
    "星海",
    "璞玉",
    "格致",
    "贝岭",
    "骏林",
    "当阳",
    "孚远",
    "容川",
    "永泽",
]
_LATIN = ["Zhongling", "Xinzhou", "Enze", "Bangtai", "Yajiang", "Xinghai", "Puyu", "Gezhi", "Beiling", "Junlin",
          "Dangyang", "Fuyuan", "Rongchuan", "Yongze"]  # fmt: skip
_TAILS = [("锂业", "Lithium"), ("新材", "New Materials"), ("能源", "Energy"), ("动力", "Power"), ("循环", "Recycling"),
          ("股份", "Group"), ("科技", "Technology")]  # fmt: skip
_PRODUCTS = [
    ("锂辉石", "Spodumene", "mining"), ("锂云母", "Lepidolite", "mining"), ("锂精矿", "Lithium concentrate", "beneficiation"),
    ("碳酸锂", "Lithium carbonate", "refining"), ("氢氧化锂", "Lithium hydroxide", "refining"),
    ("三元前驱体", "NCM precursor", "precursor"), ("磷酸铁", "Iron phosphate", "precursor"),
    ("磷酸铁锂", "Lithium iron phosphate", "cathode"), ("三元正极", "NCM cathode", "cathode"),
    ("人造石墨", "Artificial graphite", "anode"), ("硅碳负极", "Silicon-carbon anode", "anode"),
    ("六氟磷酸锂", "Lithium hexafluorophosphate", "electrolyte"), ("电解液", "Electrolyte", "electrolyte"),
    ("湿法隔膜", "Wet-process separator", "separator"), ("电池铜箔", "Battery copper foil", "foil"),
    ("电池铝箔", "Battery aluminium foil", "foil"), ("电池结构件", "Battery structural part", "structural-part"),
    ("锂离子电芯", "Lithium-ion cell", "cell"), ("动力电池包", "Traction battery pack", "pack"),
    ("储能系统", "Energy storage system", "energy-storage"), ("新能源汽车", "Electric car", "electric-vehicle"),
    ("黑粉", "Black mass", "recycling"), ("涂布机", "Coating machine", "equipment"),
]  # fmt: skip
_PROVINCES = [("江源省", "Jiangyuan"), ("湖川省", "Huchuan"), ("青岭省", "Qingling"), ("云泽省", "Yunze"),
              ("北海省", "Beihai"), ("东安省", "Dong'an"), ("西宁原", "Xiningyuan")]  # fmt: skip
_CITIES = [("郴阳", "Chenyang"), ("宜川", "Yichuan"), ("新渝", "Xinyu"), ("上泽", "Shangze"), ("临川", "Linchuan"),
           ("南丰", "Nanfeng")]  # fmt: skip

SOURCES = {
    "doc-1": Node("doc-1", "Source", {
        "name_zh": "锂电新闻：某市锂电产业观察", "name_en": "Lithium news: a city's battery industry", "kind": "news",
        "publisher": "示例日报 Example Daily", "published": "2024-06-18", "address": "https://example.org/a?b=1",
        "licence": "all rights reserved", "language": "zh"}),
    "doc-2": Node("doc-2", "Source", {
        "name_zh": "某公司年度报告", "name_en": "Annual report of a company", "kind": "filing",
        "publisher": "示例股份", "published": "2025-03", "address": "javascript:alert(1)", "language": "zh"}),
    "doc-3": Node("doc-3", "Source", {"name_zh": "产业链分类", "kind": "editorial"}),
}  # fmt: skip


def claims(number: int, confidence: str, *sources: str) -> dict[str, Value]:
    """What a relationship carries: one claim per source, in step."""
    return {
        "key": f"key-{number}",
        "claims": tuple(f"claim-{number}-{source}" for source in sources),
        "sources": sources,
        "locators": tuple(f"{number * 10}-{number * 10 + 60}" for _ in sources),
        "notes": tuple(
            "来源未说明年份，按上下文推断。" if confidence == "inferred" else "" for _ in sources
        ),
        "confidence": confidence,
        "recorded_at": "2026-11-22",
    }


class Draft:
    """Collects nodes and relationships with ids and keys of their own."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.nodes: list[Node] = []
        self.relationships: list[Relationship] = []

    def node(
        self, node_type: str, node_id: str, zh: str = "", en: str = "", **properties: Value
    ) -> str:
        named = {"name_zh": zh, "name_en": en} | properties
        self.nodes.append(
            Node(node_id, node_type, {key: value for key, value in named.items() if value != ""})
        )
        self.link(node_id, "EVIDENCED_BY", self.random.choice(["doc-1", "doc-2"]))
        return node_id

    def link(
        self, start: str, link_type: str, end: str, confidence: str = "", **properties: Value
    ) -> None:
        number = len(self.relationships)
        sure = confidence or self.random.choice(["disclosed", "reported", "reported", "inferred"])
        sources = (
            ["doc-3"]
            if sure == "inferred"
            else self.random.sample(["doc-1", "doc-2"], self.random.choice([1, 1, 2]))
        )
        body = claims(number, sure, *sources) | properties
        self.relationships.append(Relationship(f"key-{number}", link_type, start, end, body))


def industry(scale: float = 1.0, seed: int = 7) -> tuple[list[Node], list[Relationship]]:
    """A whole industry, of about 600 nodes and 1,500 relationships at scale 1."""
    draft = Draft(seed)
    regions = _regions(draft)
    products = _chain(draft)
    companies = _companies(draft, round(95 * scale), regions, products)
    bodies = _bodies(draft, round(45 * scale), regions)
    _sites(draft, round(40 * scale), companies, regions, products)
    _policies(draft, round(16 * scale), bodies, regions)
    _events(draft, round(14 * scale), bodies + companies, regions)
    _numbers(draft, round(90 * scale), regions + companies)
    return draft.nodes, draft.relationships


def _regions(draft: Draft) -> list[str]:
    found = [draft.node("Region", "cn", "华夏", "Huaxia", kind="country", code="HX")]
    for index, (zh, en) in enumerate(_PROVINCES):
        province = draft.node(
            "Region", f"p{index}", zh, f"{en} Province", kind="province", code=f"{36 + index}0000"
        )
        draft.link(province, "PART_OF", "cn", "reported", kind="administrative")
        found.append(province)
        for city_index in range(draft.random.choice([1, 3, 6])):
            city_zh, city_en = _CITIES[city_index]
            city = draft.node(
                "Region",
                f"{province}-{city_index}",
                f"{zh[0]}{city_zh}市",
                f"{city_en} City",
                kind="prefecture",
            )
            draft.link(city, "PART_OF", province, "reported", kind="administrative")
            found.append(city)
            for county_index in range(draft.random.choice([0, 1, 3])):
                county = draft.node(
                    "Region",
                    f"{city}-{county_index}",
                    f"{city_zh}{'甲乙丙'[county_index]}县",
                    "",
                    kind="county",
                )
                draft.link(county, "PART_OF", city, "reported", kind="administrative")
                found.append(county)
    return found


def _chain(draft: Draft) -> list[str]:
    for node_id, zh, en, stage, position in SEGMENTS:
        draft.node("Segment", node_id, zh, en, stage=stage, position=position)
        if stage not in ("whole",):
            draft.link(node_id, "PART_OF", "chain", "inferred", kind="component")
    for start, end in FEEDS:
        draft.link(start, "FEEDS", end, "inferred")
    found = []
    for index, (zh, en, segment) in enumerate(_PRODUCTS):
        found.append(draft.node("Product", f"prod-{index}", zh, en, kind="material"))
        draft.link(found[-1], "BELONGS_TO", segment, "inferred")
        if index:
            draft.link(
                found[index - draft.random.choice([1, 1, 2]) if index > 1 else 0],
                "INPUT_TO",
                found[-1],
                essential="yes",
            )
    return found


def _companies(draft: Draft, count: int, regions: list[str], products: list[str]) -> list[str]:
    found: list[str] = []
    for index in range(count):
        head, tail = index % len(_HEADS), (index // len(_HEADS)) % len(_TAILS)
        zh, en = f"{_HEADS[head]}{_TAILS[tail][0]}", f"{_LATIN[head]} {_TAILS[tail][1]}"
        found.append(draft.node(
            "Enterprise", f"e{index}", zh, en, form=draft.random.choice(["listed", "private", "subsidiary"]),
            stock_code=f"{300000 + index}.SZ" if index % 3 else "", name_keys=f"|{zh}|{en.lower().replace(' ', '')}|",
            aliases=(f"{zh}公司",) if index % 4 == 0 else ""))  # fmt: skip
        chosen = draft.random.choice(SEGMENTS[2:])[0]
        draft.link(
            found[-1], "ACTIVE_IN", chosen, role="main", status="operating", valid_from="2019"
        )
        if index % 2:
            draft.link(found[-1], "ACTIVE_IN", draft.random.choice(SEGMENTS)[0], role="side")
        draft.link(found[-1], "HEADQUARTERED_IN", draft.random.choice(regions))
        draft.link(found[-1], "PRODUCES", draft.random.choice(products), status="operating")
    for _ in range(round(count * 1.3)):
        supplier, customer = draft.random.sample(found, 2)
        draft.link(
            supplier,
            "SUPPLIES",
            customer,
            product=draft.random.choice(products),
            status="delivering",
        )
    return found


def _bodies(draft: Draft, count: int, regions: list[str]) -> list[str]:
    found = []
    for index in range(count):
        zh, en, kind = draft.random.choice(
            [("工业和信息化局", "Bureau of Industry", "government"), ("锂电研究院", "Lithium Institute", "institute"),
             ("农商银行", "Commercial Bank", "bank"), ("锂电协会", "Lithium Association", "association")])  # fmt: skip
        found.append(
            draft.node(
                "Organization",
                f"o{index}",
                f"{_HEADS[index % 14]}{zh}",
                f"{_LATIN[index % 14]} {en}",
                kind=kind,
            )
        )
        draft.link(found[-1], "LOCATED_IN", draft.random.choice(regions))
        if index % 2:
            person = draft.node("Person", f"per{index}", f"王某{index}", f"Wang {index}")
            draft.link(
                person,
                "HOLDS_ROLE",
                found[-1],
                title_zh="主任",
                title_en="Director",
                as_of="2024-05",
            )
    return found


def _sites(
    draft: Draft, count: int, companies: list[str], regions: list[str], products: list[str]
) -> None:
    for index in range(count):
        owner, region = draft.random.choice(companies), draft.random.choice(regions)
        if index % 2:
            site = draft.node(
                "Facility", f"f{index}", f"{index} 号工厂", f"Plant {index}", kind="plant"
            )
            draft.link(owner, "OPERATES", site)
        else:
            site = draft.node(
                "Project", f"j{index}", f"年产 {index} 万吨项目", f"Project {index}", kind="single"
            )
            draft.link(owner, "INVESTS_IN", site, role="lead")
        draft.link(site, "LOCATED_IN", region)
        draft.link(site, "PRODUCES", draft.random.choice(products), status="construction")
        if index % 5 == 0:
            cluster = draft.node(
                "Cluster",
                f"k{index}",
                f"{_HEADS[index % 14]}产业集群",
                f"{_LATIN[index % 14]} cluster",
                level="provincial",
            )
            draft.link(cluster, "LOCATED_IN", region)


def _policies(draft: Draft, count: int, bodies: list[str], regions: list[str]) -> None:
    for index in range(count):
        policy = draft.node("Policy", f"pol{index}", f"支持锂电产业发展若干措施（{2010 + index}）", f"Battery measures {2010 + index}",
                            kind="measures", issued=f"{2010 + index}-05-01")  # fmt: skip
        draft.link(draft.random.choice(bodies), "ISSUED", policy, role="issuer")
        draft.link(policy, "COVERS", draft.random.choice(regions))
        draft.link(policy, "COVERS", draft.random.choice(SEGMENTS)[0])
        for part in range(draft.random.choice([0, 2, 5, 14])):
            provision = draft.node("Provision", f"pol{index}-{part}", f"第{part + 1}条 支持事项", f"Article {part + 1}", kind="support",
                                   summary_zh="对符合条件的项目给予支持。", summary_en="Supports projects that qualify.")  # fmt: skip
            draft.link(policy, "HAS_PROVISION", provision)
            draft.link(provision, "COVERS", draft.random.choice(SEGMENTS)[0])


def _events(draft: Draft, count: int, bodies: list[str], regions: list[str]) -> None:
    for index in range(count):
        event = draft.node(
            "Event",
            f"ev{index}",
            f"第{index}届锂电大会",
            f"Lithium Conference {index}",
            kind="conference",
            date="2024-06",
        )
        draft.link(event, "LOCATED_IN", draft.random.choice(regions))
        for body in draft.random.sample(bodies, 4):
            draft.link(body, "TOOK_PART_IN", event, role="attendee")


def _numbers(draft: Draft, count: int, subjects: list[str]) -> None:
    for index in range(count):
        number = draft.node("Indicator", f"ind{index}", metric="output_value", value=100 + index, bound="at_least",
                            unit="CNY_100m", nature="target", period=str(2020 + index % 8))  # fmt: skip
        draft.link(number, "OF", draft.random.choice(subjects[: count // 2]), role="subject")
        if index % 3 == 0:
            draft.link(number, "OF", draft.random.choice(SEGMENTS)[0], role="scope")


HOSTILE = [
    "<img src=x onerror=\"window.pwned=1\">",
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    "'; MATCH (n) DETACH DELETE n //",
    "javascript:window.pwned=1",
    "{{7*7}}${7*7}{% raw %}",
    "&lt;b&gt;&amp;",
    "\u202eevil\u2066 \u200f宁德",
    "👩‍🔬🔋 电池",
    "line\nbreak\ttab\u2028",
    "__proto__",
    "constructor",
    "超" * 10_000,
]  # fmt: skip


def hostile() -> tuple[list[Node], list[Relationship], dict[str, Node]]:
    """Every hostile text as id, name, property, note, locator, source title and address."""
    draft = Draft()
    source = Node(
        HOSTILE[1],
        "Source",
        {"name_zh": HOSTILE[0], "publisher": HOSTILE[1], "address": HOSTILE[4]},
    )
    for index, name in enumerate(HOSTILE):
        draft.node(
            "Enterprise",
            name,
            name,
            f"{name} en",
            aliases=(name,),
            website=HOSTILE[4],
            name_keys=f"|{name}|",
            **{name: name},
        )
        if index:
            body = claims(index, "reported", source.id) | {
                "notes": (name,),
                "locators": (name,),
                "status": name,
                "product": name,
            }
            draft.relationships.append(
                Relationship(name, "SUPPLIES", HOSTILE[index - 1], name, body)
            )
    draft.node(HOSTILE[0], "strange-type", "类型不明", "Unknown type")
    draft.link("strange-type", HOSTILE[1], HOSTILE[0], confidence=HOSTILE[0])
    return draft.nodes, draft.relationships, {source.id: source} | SOURCES
