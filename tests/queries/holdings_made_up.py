"""A small graph of plants, totals and stakes in which every way to count something twice is there once.

Capacities are in t a year unless said. Sums worked out by hand stand in test_structure.py.
"""

from __future__ import annotations

from pathlib import Path

from lichain.model import Record

from .made_up import record_of, tables_of

TABLES = {
    "nodes/Source": """
        id     name_zh  kind  published
        paper  报纸     news  2025-01-31
        """,
    "nodes/Region": """
        id         name_zh  kind
        land       甲国     country
        land-east  东省     province
        land-west  西省     province
        land-city  东市     prefecture
        isle       乙国     country
        """,
    "nodes/Segment": """
        id        name_zh  stage       position
        s-all     全链     whole       0
        s-mine    采矿     upstream    10
        s-mid     材料     midstream   50
        s-cell    电芯     downstream  60
        """,
    "nodes/Product": """
        id      name_zh
        p-ore   矿
        p-wide  材料
        p-a     材料甲
        p-b     材料乙
        p-base  基膜
        p-coat  涂覆膜
        p-film  隔膜
        p-cell  电芯
        """,
    "nodes/Enterprise": """
        id       name_zh      stock_code
        mother   母公司       600001.SH
        child    子公司       -
        grand    孙公司       -
        partner  伙伴         -
        venture  合资         -
        round-a  循环甲       -
        round-b  循环乙       -
        old      旧主         -
        quiet    无数公司     -
        both     合计公司     -
        buyer    买方         -
        miner    矿商         -
        """,
    "nodes/Person": """
        id    name_zh
        boss  老板
        """,
    "nodes/Facility": """
        id       name_zh    kind
        f-child  子厂       plant
        f-grand  孙厂       plant
        f-joint  合办厂     plant
        f-vent   合资厂     plant
        f-round  循环厂     plant
        f-sold   易主厂     plant
        f-quiet  无数厂     plant
        f-gone   关闭厂     plant
        f-plan   规划厂     plant
        f-none   无主厂     plant
        f-film   隔膜厂     plant
        f-mine   矿山       mine
        """,
    "nodes/Indicator": """
        subject  metric    scope     value  unit            period   nature    bound
        mother   capacity  p-a       500    t_per_year      2024     actual    exact
        child    capacity  p-a       90     t_per_year      2023     actual    exact
        f-child  capacity  p-a       100    t_per_year      2023     actual    exact
        f-child  capacity  p-a       120    t_per_year      2024     actual    exact
        f-child  capacity  p-a       900    t_per_year      2025     estimate  exact
        f-child  capacity  p-a       999    t_per_year      2030     plan      exact
        f-child  capacity  p-cell    7      GWh_per_year    2024     actual    exact
        f-grand  capacity  p-b       40     t_per_year      2024     actual    exact
        f-joint  capacity  p-a       60     t_per_year      -        actual    about
        f-vent   capacity  p-b       200    t_per_year      2024     actual    exact
        f-round  capacity  p-b       80     t_per_year      2024     estimate  exact
        f-sold   capacity  p-b       80     t_per_year      2022     actual    exact
        f-gone   capacity  p-b       5000   t_per_year      2019     actual    exact
        f-plan   capacity  p-b       7000   t_per_year      2024     estimate  exact
        f-none   capacity  p-b       10     t_per_year      2024     actual    exact
        both     capacity  p-a;p-b   300    t_per_year      2024     actual    exact
        f-film   capacity  p-film    50     m2_100m_per_year  2024   actual    exact
        f-film   capacity  p-base    40     m2_100m_per_year  2024   actual    exact
        f-film   capacity  p-coat    30     m2_100m_per_year  2024   actual    exact
        f-mine   capacity  p-ore     1      Mt_per_year     2024     actual    exact
        land-east  capacity  p-a     2      t_10k_per_year  2030     target    exact
        """,
    "relationships/PART_OF": """
        from       to         kind
        land-east  land       administrative
        land-west  land       administrative
        land-city  land-east  administrative
        s-mine     s-all      component
        s-mid      s-all      component
        s-cell     s-all      component
        """,
    "relationships/KIND_OF": """
        from    to
        p-a     p-wide
        p-b     p-wide
        p-base  p-film
        p-coat  p-film
        """,
    "relationships/BELONGS_TO": """
        from    to
        p-ore   s-mine
        p-wide  s-mid
        p-a     s-mid
        p-b     s-mid
        p-base  s-mid
        p-coat  s-mid
        p-film  s-mid
        p-cell  s-cell
        """,
    "relationships/FEEDS": """
        from    to
        s-mine  s-mid
        s-mid   s-cell
        """,
    "relationships/INPUT_TO": """
        from    to      essential
        p-ore   p-a     yes
        p-a     p-cell  yes
        p-b     p-cell  no
        p-base  p-coat  yes
        """,
    "relationships/LOCATED_IN": """
        from     to
        f-child  land-city
        f-grand  land-east
        f-joint  land-west
        f-vent   isle
        f-round  land-west
        f-sold   land-west
        f-quiet  land-east
        f-plan   land-east
        f-film   land
        f-mine   land-west
        """,
    "relationships/HEADQUARTERED_IN": """
        from    to
        mother  land-city
        quiet   land-west
        """,
    "relationships/OPERATES": """
        from     to       valid_from  valid_to
        child    f-child  -           -
        mother   f-child  -           -
        grand    f-grand  -           -
        mother   f-joint  -           -
        partner  f-joint  -           -
        venture  f-vent   -           -
        round-a  f-round  -           -
        old      f-sold   2015        2020
        partner  f-sold   2021        -
        quiet    f-quiet  -           -
        partner  f-gone   -           -
        partner  f-plan   -           -
        partner  f-film   -           -
        miner    f-mine   -           -
        """,
    "relationships/OWNS": """
        from     to       share  valid_from  valid_to  status
        mother   child    100    -           -         -
        child    grand    51     2020        -         -
        partner  grand    70     2010        2019      -
        partner  grand    49     2020        -         -
        mother   venture  50     -           -         -
        partner  venture  50     -           -         -
        round-a  round-b  60     -           -         -
        round-b  round-a  60     -           -         -
        boss     partner  80     -           -         -
        mother   quiet    90     -           -         announced
        """,
    "relationships/PRODUCES": """
        from     to      status     valid_from
        child    p-a     -          -
        f-child  p-a     operating  2020
        f-child  p-a     announced  2024
        f-grand  p-b     operating  -
        f-quiet  p-b     operating  -
        quiet    p-b     operating  -
        both     p-a     operating  -
        buyer    p-a     announced  -
        f-gone   p-b     operating  2015
        f-plan   p-b     planned    -
        f-sold   p-b     operating  -
        f-mine   p-ore   operating  -
        miner    p-ore   operating  -
        """,
    "relationships/ACTIVE_IN": """
        from     to      status        valid_from
        f-gone   s-mid   closed        2020
        f-child  s-mid   construction  2019
        f-child  s-mid   operating     2020
        f-grand  s-mid   operating     -
        f-joint  s-mid   idle          2024
        f-quiet  s-mid   stated        -
        f-plan   s-mid   planned       -
        mother   s-mid   operating     -
        """,
    "relationships/SUPPLIES": """
        from     to       product  status      valid_to
        miner    child    p-ore    delivering  -
        child    buyer    p-a      delivering  -
        partner  buyer    p-b      delivering  -
        grand    child    p-b      contracted  -
        buyer    child    -        stated      -
        miner    partner  p-ore    cancelled   -
        """,
}


def holdings_record(folder: Path) -> Record:
    """The graph, through the same reader as the seed."""
    return record_of(tables_of(TABLES), folder)
