"""A small graph in which everything that can go wrong with a query is there once.

Ids say what a thing is: r- region, e- enterprise, p- product, s- segment, and so on.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from lichain.model import Record
from lichain.seed import read_record

from . import made_up_places

_EVIDENCE = {
    "source": "paper",
    "locator": "whole",
    "confidence": "reported",
    "recorded_at": "2026-01-01",
}
INJECTION = "'; MATCH (n) DETACH DELETE n //"
HOSTILE = {
    "e-quote": INJECTION,
    "e-tag": "<img src=x onerror=alert(1)>",
    "e-emoji": "🔋电池`}) RETURN 1 //",
    "e-arabic": "شركة الليثيوم",
    "e-long": "长" * 10_000,
}
RISK = {
    "e-up": "上游公司", "e-alt": "旁系公司", "e-mid": "中游公司", "e-mid2": "中游二公司",
    "e-end": "终端公司", "e-sister": "姊妹公司", "e-owner": "控股公司", "e-minor": "参股公司",
}  # fmt: skip
"""A small chain of supply with a cycle, one owner of two, and a stake of just half."""

TABLES = {
    "nodes/Source": """
        id         name_zh  kind   published
        paper      报纸     news   -
        other      旁报     news   2024-05
        unread     未读     news   -
        """,
    "nodes/Region": """
        id         name_zh  kind
        r-country  某国     country
        r-prov     某省     province
        r-city     某市     prefecture
        r-county   某县     county
        r-zone     某区     zone
        r-area     某片     area
        r-far      远方     country
        """,
    "nodes/Organization": """
        id           name_zh  kind
        o-gov        某政府   government
        o-committee  管委会   government
        """,
    "nodes/Segment": """
        id          name_zh    stage       position
        s-chain     全链       whole       0
        s-mine      采矿       upstream    10
        s-cath      正极       midstream   50
        s-cath-lfp  铁锂正极   midstream   51
        s-cell      电芯       midstream   60
        s-rec       回收       recycling   90
        s-alone     孤立环节   beside      99
        """,
    "nodes/Product": """
        id           name_zh        kind
        p-ore        锂矿石         mineral
        p-ore-hard   硬岩锂矿       mineral
        p-salt       锂盐           chemical
        p-cathode    正极材料甲     material
        p-lfp        铁锂甲         material
        p-lfp-dense  高压实铁锂甲   material
        p-ncm        三元甲         material
        p-cell       电芯甲         cell
        p-pack       电池包甲       battery
        p-black      黑粉甲         scrap
        """,
    "nodes/Facility": """
        id     name_zh   kind
        f-one  甲工厂    plant
        f-two  乙回收厂  recycling_works
        f-any  无名设施  plant
        f-up   上游盐厂  plant
        f-alt  旁系盐厂  plant
        """,
    "nodes/Project": """
        id     name_zh   kind    signed
        j-one  甲项目    single  2024-05
        j-two  乙项目    batch   -
        """,
    "nodes/Cluster": """
        id     name_zh  level     standing
        c-one  甲集群   national  goal
        """,
    "nodes/Event": """
        id     name_zh  kind        date
        v-one  甲会议   conference  2024-06-18
        v-two  乙签约   signing     -
        """,
    "nodes/Person": """
        id     name_zh
        h-one  张三
        h-two  李四
        """,
    "nodes/Policy": """
        id           name_zh    kind          issued      in_force_from  in_force_to
        a-58         第58号     announcement  2025-10-09  2025-11-08     -
        a-70         第70号     announcement  2025-11-07  2025-11-07     2026-11-10
        a-plain      有效的     plan          2024-01-01  2024-02-01     -
        a-undated    无日期     plan          -           -              -
        a-issued     仅发布     plan          2025-06-01  -              -
        a-month      只有月份   plan          -           2025-12        -
        a-year-end   只有年末   plan          -           2020-01-01     2026
        a-over       已过期     plan          -           2019-01-01     2022-12-31
        a-old        旧规       regulation    -           2015-01-01     -
        a-new        新规       regulation    -           2025-07-01     -
        a-perhaps    或已暂停   plan          -           2020-01-01     -
        a-vague      不明公告   announcement  -           -              -
        a-no-cover   无对象     strategy      -           2020-01-01     -
        """,
    "nodes/Provision": """
        id     name_zh  kind
        b-one  条款一   measure
        b-two  条款二   goal
        """,
    "nodes/Indicator": """
        subject   metric        scope           value  value_high  bound     unit      period     nature  set_by
        r-county  output_value  s-cath          80     -           exact     CNY_100m  2024       target  a-plain
        r-county  output_value  s-cath          60     -           about     CNY_100m  2024       actual  -
        r-county  output_value  s-cath          1      2           range     CNY_100m  2022/2025  plan    b-two
        r-far     output_value  -               9      -           exact     CNY_100m  -          actual  -
        f-one     capacity      p-lfp           10     -           at_least  t_per_year  -        plan    -
        e-a       revenue       -               7      -           exact     CNY_100m  2024-06    actual  -
        j-one     investment    r-zone          3      -           more_than CNY_100m  -          plan    -
        r-county  reserves      p-ore-hard      5      -           more_than Mt        2023       estimate  -
        r-county  resources     p-ore-hard      8      -           about     Mt        2023       estimate  -
        r-county  rank          p-ore-hard      1      -           exact     rank      2023       actual  -
        """,
    "nodes/Indicator+": """
        subject   metric        scope           value  bound     unit        period  nature    source
        r-far     production    p-ore           5      exact     t           2022    actual    paper
        r-far     production    p-ore           5.8    exact     t           2022    estimate  other
        r-far     production    p-ore           5.2    about     t           2022    actual    other
        r-far     production    p-ore           4      at_most   t           2022    actual    other
        r-far     production    p-ore           5.01   exact     t           2022    actual    other
        r-far     production    p-ore           9      exact     t           2022    target    other
        r-far     production    p-ore           6      exact     t           2023    actual    other
        r-far     capacity      p-ore           5      at_least  t_per_year  2023    target    paper
        """,
    "relationships/PART_OF": """
        from         to           kind
        r-prov       r-country    administrative
        r-city       r-prov       administrative
        r-city       r-area       geographic
        r-area       r-country    geographic
        r-county     r-city       administrative
        r-zone       r-county     administrative
        r-zone       o-committee  run_by
        o-committee  o-gov        administrative
        s-mine       s-chain      component
        s-cath       s-chain      component
        s-cath-lfp   s-cath       component
        s-cell       s-chain      component
        s-rec        s-chain      component
        """,
    "relationships/KIND_OF": """
        from         to
        p-ore-hard   p-ore
        p-lfp        p-cathode
        p-ncm        p-cathode
        p-lfp-dense  p-lfp
        """,
    "relationships/BELONGS_TO": """
        from       to
        p-cathode  s-cath
        p-lfp      s-cath-lfp
        p-cell     s-cell
        p-black    s-rec
        """,
    "relationships/FEEDS": """
        from    to
        s-mine  s-cath
        s-cath  s-cell
        s-cell  s-rec
        s-rec   s-cath
        s-rec   s-mine
        """,
    "relationships/INPUT_TO": """
        from       to         essential
        p-ore      p-salt     yes
        p-salt     p-lfp      yes
        p-salt     p-ncm      yes
        p-cathode  p-cell     yes
        p-cell     p-pack     yes
        p-pack     p-black    yes
        p-black    p-salt     no
        """,
    "relationships/HEADQUARTERED_IN": """
        from         to        valid_from  valid_to
        e-a          r-city    2010        2019
        e-a          r-far     2020        -
        e-b          r-prov    -           -
        e-c          r-city    -           -
        e-c          r-far     -           -
        e-quote      r-zone    -           -
        e-up         r-city    -           -
        e-alt        r-far     -           -
        o-committee  r-zone    -           -
        """,
    "relationships/LOCATED_IN": """
        from   to        valid_from
        f-one  r-county  2020
        f-one  r-zone    2021
        f-two  r-far     -
        f-up   r-zone    -
        f-alt  r-far     -
        e-c    r-far     -
        j-one  r-zone    -
        c-one  r-city    -
        v-one  r-county  -
        """,
    "relationships/SUPPLIES": """
        from     to     product      status      site   region    volume  volume_unit  valid_from  valid_to
        e-a      e-b    p-lfp        delivering  f-one  -         5       t            2023        2023
        e-a      e-b    p-lfp        delivering  f-one  -         6       t            2024        2024
        e-a      e-b    p-lfp        contracted  -      r-county  -       -            2024        2026
        e-a      e-b    p-ncm        delivering  f-any  -         -       -            2024        -
        e-a      e-b    -            stated      -      -         -       -            -           -
        e-c      e-b    p-lfp-dense  delivering  -      -         -       -            -           -
        e-c      e-b    p-lfp        delivering  -      -         -       -            -           -
        e-quote  e-tag  p-salt       delivering  -      -         -       -            -           -
        e-b      e-a    p-black      delivering  f-two  -         -       -            -           -
        e-tag    e-b    p-cell       announced   -      -         -       -            -           -
        e-tag    e-b    p-cell       cancelled   -      -         -       -            2025-03     -
        e-tag    e-a    p-cell       contracted  -      -         -       -            2022        2025-03
        e-tag    e-a    p-cell       cancelled   -      -         -       -            2025-03     -
        e-up     e-mid  p-salt       delivering  -      r-zone    -       -            -           -
        e-alt    e-mid  p-salt       ended       -      -         -       -            2020        2021
        e-up     e-mid2 p-salt       contracted  -      -         7       t            -           -
        e-alt    e-mid2 p-salt       delivering  -      -         -       -            2022        -
        e-mid    e-end  p-ore-hard   delivering  -      -         -       -            -           -
        e-mid2   e-end  p-cell       delivering  -      -         -       -            -           -
        e-alt    e-end  p-ore        delivering  -      -         -       -            -           -
        e-up     e-end  p-pack       delivering  -      -         -       -            -           -
        e-sister e-end  p-pack       delivering  -      -         -       -            -           -
        e-end    e-up   p-black      delivering  -      -         -       -            -           -
        """,
    "relationships/ACTIVE_IN": """
        from     to          status        valid_from  role
        e-a      s-cath-lfp  operating     2020        main
        e-a      s-cath-lfp  construction  2019        -
        e-a      s-mine      announced     -           side
        e-b      s-mine      construction  2021        -
        e-b      s-mine      operating     2021        -
        e-quote  s-cell      operating     -           -
        f-one    s-cath      operating     -           -
        j-one    s-cell      signed        -           -
        c-one    s-chain     stated        -           -
        r-zone   s-rec       planned       -           -
        """,
    "relationships/OPERATES": """
        from  to     valid_from  valid_to
        e-a   f-one  2020        2022
        e-a   f-one  2023        -
        e-tag f-two  -           -
        e-up  f-up   -           -
        e-alt f-alt  -           -
        """,
    "relationships/OWNS": """
        from  to     share  valid_from
        e-a   f-one  60     2020
        e-b   f-one  40     2020
        e-a   e-c    10     -
        e-b   e-a    1.5    -
        e-b   e-c    5      2021
        e-b   e-c    6      2021
        e-b   e-c    7      2022
        e-quote e-tag 80    2020
        e-tag e-quote 50    2020
        e-owner  e-up      60  -
        e-owner  e-sister  51  -
        e-owner  e-minor   50  -
        """,
    "relationships/LOOKED_INTO": """
        from    direction  segment  outcome   looked_on   source
        e-a     suppliers  -        found     2026-01-05  other
        e-c     suppliers  -        withheld  2026-01-05  paper
        e-c     customers  -        empty     2026-01-05  paper
        e-c     owners     -        empty     2025-01-05  other
        e-tag   suppliers  -        empty     2026-01-05  paper
        e-tag   suppliers  -        withheld  2026-01-06  other
        r-prov  -          s-rec    empty     2026-01-05  paper
        r-prov  -          s-mine   withheld  2026-01-05  paper
        r-prov  -          s-cath   found     2026-01-05  paper
        r-far   -          s-rec    withheld  2025-01-05  paper
        r-far   -          s-rec    empty     2026-01-05  other
        e-emoji customers  -        found     2026-01-05  other
        """,
    "relationships/INVESTS_IN": """
        from     to     role
        e-a      j-one  lead
        e-quote  j-one  partner
        """,
    "relationships/PRODUCES": """
        from   to      status
        f-one  p-lfp   operating
        j-one  p-cell  announced
        e-b    p-cell  -
        f-up   p-salt  operating
        e-sister  p-salt  operating
        e-minor   p-salt  operating
        e-mid2    p-salt  announced
        """,
    "relationships/PRODUCES+": """
        from   to      status     valid_from
        f-alt  p-salt  operating  2020
        f-alt  p-salt  closed     2023
        """,
    "relationships/SUPPLIES+": """
        from     to       product  status      sole
        e-minor  e-owner  p-salt   delivering  yes
        """,
    "relationships/RECOVERS": """
        from   to
        f-two  p-black
        """,
    "relationships/PARTNERS_WITH": """
        from     to       matter  valid_from
        e-a      e-b      j-one   -
        e-b      e-a      -       2024
        e-quote  e-a      s-rec   -
        """,
    "relationships/HAS_RESOURCE": """
        from      to          status
        r-county  p-ore-hard  proven
        r-county  p-ore       found
        r-zone    p-ore-hard  found
        f-two     p-ore       found
        """,
    "relationships/COVERS": """
        from        to
        a-58        p-lfp
        a-58        r-country
        a-plain     r-prov
        b-one       s-cath
        b-two       r-county
        a-undated   r-county
        a-issued    r-zone
        a-month     r-area
        a-year-end  s-chain
        a-over      r-prov
        a-old       r-country
        a-new       r-country
        a-perhaps   r-city
        a-perhaps   p-cathode
        a-vague     e-a
        """,
    "relationships/HAS_PROVISION": """
        from     to
        a-plain  b-one
        a-old    b-two
        """,
    "relationships/SUSPENDS": """
        from     to         valid_from  valid_to
        a-70     a-58       2025-11-07  2026-11-10
        a-vague  a-perhaps  -           -
        """,
    "relationships/SUPERSEDES": """
        from   to     valid_from
        a-new  a-old  -
        """,
    "relationships/ISSUED": """
        from   to       role
        o-gov  a-58     issuer
        o-gov  a-58     drafter
        o-gov  a-plain  issuer
        """,
    "relationships/HOLDS_ROLE": """
        from   to           title_zh  valid_from
        h-one  o-committee  主任      -
        h-one  o-committee  副主任    2019
        h-two  r-city       市长      -
        """,
    "relationships/TOOK_PART_IN": """
        from   to     role
        h-one  v-one  speaker
        h-one  v-one  witness
        e-a    v-one  attendee
        """,
}


def made_up_record(folder: Path) -> Record:
    """The graph, through the same reader as the seed."""
    tables = tables_of(TABLES, made_up_places.TABLES)
    names = {
        "e-a": "甲公司",
        "e-b": "乙公司",
        "e-c": "丙公司",
        **RISK,
        **HOSTILE,
        **made_up_places.ENTERPRISES,
    }
    tables["nodes/Enterprise"] = [{"id": id_, "name_zh": name} for id_, name in names.items()]
    return record_of(tables, folder)


def tables_of(*texts: Mapping[str, str]) -> dict[str, list[dict[str, str]]]:
    """Rows by table; `nodes/Indicator+` adds rows with other columns to `nodes/Indicator`."""
    tables: dict[str, list[dict[str, str]]] = {}
    for name, text in [item for each in texts for item in each.items()]:
        header, *lines = [line.split() for line in text.strip().splitlines()]
        rows = [dict(zip(header, line, strict=True)) for line in lines]
        tables.setdefault(name.rstrip("+"), []).extend(rows)
    return tables


def record_of(tables: Mapping[str, list[dict[str, str]]], folder: Path) -> Record:
    """What the seed's reader makes of the tables, written into `folder`; `-` is an empty cell."""
    for name, rows in tables.items():
        _write(folder, name, rows)
    return read_record(folder)


def _write(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    evidence = {} if name == "nodes/Source" else _EVIDENCE
    columns = dict.fromkeys(column for row in rows for column in {**row, **evidence})
    path = folder / f"{name}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow(evidence | {k: "" if v == "-" else v for k, v in row.items()})
