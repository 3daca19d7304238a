"""More of the made-up graph: a town whose chain has gaps, with every trap of a maker and a place.

The products and segments of the loop bear the seed's ids, since the question names them.
"""

from __future__ import annotations

ENTERPRISES = {"q-firm": "丁公司", "q-seat": "戊公司", "q-two": "己公司", "q-seller": "庚公司"}

TABLES = {
    "nodes/Region+": """
        id       name_zh  kind        latitude  longitude  point_precision
        q-land   丁国     country     10        10         country
        q-town   丁市     prefecture  -         -          -
        q-other  戊国     country     10        20         country
        """,
    "nodes/Segment+": """
        id         name_zh   stage       position
        refining   冶炼乙    upstream    30
        precursor  前驱体乙  midstream   40
        cathode    正极乙    midstream   50
        cell       电芯乙    midstream   60
        recycling  回收乙    recycling   90
        """,
    "nodes/Product+": """
        id                 name_zh     kind
        retired-battery    退役电池乙  scrap
        black-mass         黑粉乙      scrap
        lithium-salt       锂盐乙      chemical
        lithium-carbonate  碳酸锂乙    chemical
        nickel-sulphate    硫酸镍乙    chemical
        ncm-precursor      前驱体乙品  material
        ncm-cathode        三元乙      material
        ncm-cell           三元电芯乙  cell
        """,
    "nodes/Facility+": """
        id           name_zh     kind             latitude  longitude  point_precision
        q-recycler   丁回收厂    recycling_works  -         -          -
        q-precursor  丁前驱体厂  plant            -         -          -
        q-cathode    丁正极厂    plant            -         -          -
        q-closed     丁电芯厂    plant            -         -          -
        q-near       戊镍厂      plant            10        11         site
        q-away       戊二镍厂    plant            -         -          -
        """,
    "nodes/Project+": """
        id       name_zh   kind
        q-cells  丁电芯    single
        """,
    "nodes/Indicator++": """
        subject      metric    scope            value  bound  unit        period  nature  source
        q-recycler   capacity  retired-battery  4000   exact  t_per_year  2023    actual  paper
        q-recycler   capacity  retired-battery  5000   exact  t_per_year  2024    actual  paper
        q-recycler   capacity  retired-battery  9000   exact  t_per_year  2030    plan    paper
        q-precursor  capacity  ncm-precursor    10000  exact  t_per_year  2024    actual  paper
        q-firm       capacity  ncm-cathode      70000  exact  t_per_year  2024    actual  paper
        q-near       capacity  nickel-sulphate  30000  exact  t_per_year  2024    actual  paper
        q-town       recycled  retired-battery  800    exact  t           2024    actual  paper
        """,
    "relationships/PART_OF+": """
        from    to      kind
        q-town  q-land  administrative
        """,
    "relationships/KIND_OF+": """
        from               to
        lithium-carbonate  lithium-salt
        """,
    "relationships/BELONGS_TO+": """
        from               to
        retired-battery    recycling
        black-mass         recycling
        lithium-salt       refining
        nickel-sulphate    refining
        ncm-precursor      precursor
        ncm-cathode        cathode
        ncm-cell           cell
        """,
    "relationships/INPUT_TO+": """
        from               to                 essential  amount  amount_high  amount_unit
        retired-battery    black-mass         yes        2       -            t_per_t
        black-mass         lithium-carbonate  no         -       -            -
        p-ore              lithium-carbonate  no         -       -            -
        nickel-sulphate    ncm-precursor      yes        0.5     1.2          t_per_t
        ncm-precursor      ncm-cathode        yes        0.95    -            t_per_t
        lithium-carbonate  ncm-cathode        -          0.4     -            t_per_t
        ncm-cathode        ncm-cell           yes        1000    -            t_per_GWh
        """,
    "relationships/HEADQUARTERED_IN+": """
        from    to
        q-firm  q-town
        q-seat  q-town
        q-two   q-town
        """,
    "relationships/LOCATED_IN+": """
        from         to
        q-recycler   q-town
        q-precursor  q-town
        q-cathode    q-town
        q-closed     q-town
        q-cells      q-town
        q-near       q-other
        q-away       q-other
        """,
    "relationships/OPERATES+": """
        from    to
        q-firm  q-cathode
        q-two   q-near
        """,
    "relationships/ACTIVE_IN+": """
        from        to         status
        q-recycler  recycling  operating
        """,
    "relationships/PRODUCES+": """
        from         to                 status        valid_from
        q-precursor  ncm-precursor      operating     -
        q-cathode    ncm-cathode        operating     2020
        q-cathode    ncm-cathode        construction  2024
        q-closed     ncm-cell           operating     2020
        q-closed     ncm-cell           closed        2023
        q-cells      ncm-cell           operating     2024
        q-seat       lithium-carbonate  -             -
        q-two        nickel-sulphate    operating     -
        q-near       nickel-sulphate    operating     -
        q-away       nickel-sulphate    stated        -
        """,
    "relationships/SUPPLIES+": """
        from      to      product          status      valid_from
        q-seller  q-firm  nickel-sulphate  delivering  2024
        q-seller  q-two   nickel-sulphate  cancelled   2024
        """,
    "relationships/LOOKED_INTO+": """
        from    segment   outcome   looked_on   source
        q-town  refining  withheld  2026-01-05  paper
        """,
}
