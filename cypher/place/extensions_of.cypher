// ---
// title_zh: 某地区的产业链可以向哪里延伸（延链）
// title_en: Where the chain of a region could be extended by one step
// about_zh: 从地区内已知在产的产品出发，向下一步（它们用于制造什么）和向上一步（制造它们需要什么），列出当地无人生产的产品。得分 = 2 × 本地已知买家 ＋ 本国已知买家 ＋ 本地需要它的生产者（仅向上一步）－ 本国已知生产者；分高表示已知需求多于已知供给。规划产能和政策只列出，不计分。买家指供应记录中未终止的客户；企业按总部或其设施所在地计入。
// about_en: "From what is known to be made in the region, one step down (what it goes into) and one step up (what it takes): the products that nobody there is known to make. Score = 2 × known buyers here + known buyers in the country + makers here that need it (one step up only) − known makers in the country; a high score means more demand than supply is known. Planned capacity and policies are shown and not counted. Buyers are customers of supply that has not ended; enterprises count by seat or by a site that they operate."
// parameters:
//   where: {type: Region, required: true, zh: 地区（含其下属地区）, en: "the region, with all inside it"}
// columns:
//   product: {type: Product, zh: 产品, en: product}
//   way: {zh: 方向, en: direction, values: {down: {zh: 向下一步, en: one step down}, up: {zh: 向上一步, en: one step up}}}
//   score: {zh: 得分, en: score}
//   segment: {type: Segment, zh: 环节, en: segment}
//   from: {type: Product, zh: 与之相连的本地产品, en: products here that it joins}
//   tied: {type: any, zh: 本地相关生产者, en: makers here that it joins}
//   buyers_here: {type: any, zh: 本地买家, en: buyers here}
//   buyers_home: {zh: 本国买家数, en: buyers in the country}
//   makers_home: {zh: 本国生产者数, en: makers in the country}
//   makers: {zh: 已知生产者总数, en: makers anywhere}
//   planned_here: {type: any, zh: 本地规划在建, en: planned here}
//   planned: {zh: 各地规划在建数, en: planned anywhere}
//   planned_capacity: {zh: 其规划产能, en: their planned capacity, unit: planned_unit}
//   planned_unit: {zh: 单位, en: unit}
//   without: {zh: 其中无产能数字者, en: of them without a figure}
//   targets: {zh: 目标与规划数, en: targets for it}
//   policies: {type: Policy, zh: 相关政策（产品或其环节）, en: policies on it or its segment}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-360900}
// nothing_zh: 没有可延伸的产品：该地区没有已知在产的产品，或上下一步都已有人生产。
// nothing_en: Nothing to extend to is found. Either nothing is known to be made there, or the next steps are all made there.
// limits_zh: 得分只数已录入的买家和生产者，不含价格、利润和技术难度；供应关系多数未公开，买家为 0 是“未知”，不是“没有”。相关政策可能是支持，也可能是限制。
// limits_en: The score counts recorded buyers and makers only, not prices, margins or know-how; most supply is not public, so no buyers means none known. A policy on a product may support or restrict it.
// ---
// :param {where: 'cn-360900', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (asked:Region {id: $where})
CALL (asked) {
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(maker:Facility|Project)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS]->(product:Product)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT maker, product, makes, at
  UNION
  MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(maker:Enterprise)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  MATCH (maker)-[makes:PRODUCES|RECOVERS]->(product:Product)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND NOT EXISTS {
      MATCH (maker)-[runs:OPERATES]->(:Facility)-[does:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(product)
      WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
        AND runs['known_' + $min_confidence] <= $known_at
        AND ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
        AND does['known_' + $min_confidence] <= $known_at
    }
  RETURN DISTINCT maker, product, makes, at
}
WITH asked, maker, product, makes, at
ORDER BY makes.key, at.key
WITH asked, maker, product, collect(DISTINCT makes) + collect(DISTINCT at) AS links,
     max(CASE WHEN coalesce(makes.status, 'operating') IN ['operating', 'stated'] AND NOT maker:Project
       THEN coalesce(makes.valid_from, '') END) AS begun,
     max(CASE WHEN makes.status IN ['idle', 'closed', 'cancelled'] THEN coalesce(makes.valid_from, '') END) AS stopped
WHERE stopped IS NULL OR begun > stopped
WITH asked, maker, product, links, begun
ORDER BY maker.id, product.id
WITH asked, collect({maker: maker, product: product, links: links, made: begun IS NOT NULL}) AS works
WITH asked, [work IN works WHERE work.made] AS makers, [work IN works WHERE NOT work.made] AS plans
WITH asked, makers, plans, COLLECT {
       UNWIND makers AS work
       WITH DISTINCT work.product AS made
       MATCH (made)-[:KIND_OF*0..4]->(wider:Product)
       RETURN DISTINCT wider
     } AS covered, COLLECT {
       MATCH (asked)-[:PART_OF*0..8]->(country:Region {kind: 'country'})
       WITH DISTINCT country
       RETURN country ORDER BY country.id LIMIT 1
     }[0] AS country
WITH asked, makers, plans, covered, country, COLLECT {
       MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(firm:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT firm
       UNION
       MATCH (asked)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(:Facility)<-[runs:OPERATES]-(firm:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
         AND ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
         AND runs['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT firm
     } AS here, COLLECT {
       MATCH (country)<-[:PART_OF*0..8]-(:Region)<-[at:HEADQUARTERED_IN|LOCATED_IN]-(firm:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT firm
       UNION
       MATCH (country)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(:Facility)<-[runs:OPERATES]-(firm:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
         AND ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
         AND runs['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT firm
     } AS home
WITH asked, makers, plans, covered, country, COLLECT {
       UNWIND here + home AS firm
       WITH DISTINCT firm
       MATCH (firm)<-[link:SUPPLIES]-(:Enterprise)
       WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
         AND link['known_' + $min_confidence] <= $known_at
         AND NOT coalesce(link.status, '') IN ['ended', 'cancelled'] AND link.product IS NOT NULL
       RETURN {firm: firm, link: link, here: firm IN here, home: firm IN home} ORDER BY link.key
     } AS deals
WITH asked, makers, plans, covered, country, deals, COLLECT {
       MATCH (policy:Policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(:Region)<-[:PART_OF*0..8]-(asked)
       WITH DISTINCT policy
       MATCH (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[covers:COVERS]->(target:Product|Segment)
       WHERE covers['known_' + $min_confidence] <= $known_at
       WITH DISTINCT policy, target
       RETURN {policy: policy, target: target} ORDER BY policy.id, target.id
     } AS rules
UNWIND makers AS work
WITH asked, makers, plans, covered, country, deals, rules, work.product AS made
CALL (made) {
  MATCH (made)-[:KIND_OF*0..4]->(:Product)-[joins:INPUT_TO]->(product:Product)
  RETURN product, joins, 'down' AS way
  UNION
  MATCH (made)-[:KIND_OF*0..4]->(:Product)<-[joins:INPUT_TO]-(product:Product)
  RETURN product, joins, 'up' AS way
}
WITH asked, makers, plans, covered, country, deals, rules, made, product, joins, way
WHERE NOT product IN covered
WITH asked, makers, plans, covered, country, deals, rules, made, product, joins, way
ORDER BY made.id, joins.key
WITH asked, makers, plans, country, deals, rules, product, way, collect(DISTINCT made) AS outputs, collect(DISTINCT joins) AS joins
WITH asked, plans, country, deals, rules, product, way, outputs, joins, [work IN makers WHERE work.product IN outputs] AS works,
     COLLECT {
       MATCH route = (product)-[:KIND_OF*0..4]->(:Product)-[:BELONGS_TO]->(segment:Segment)
       RETURN segment ORDER BY length(route), segment.position, segment.id LIMIT 1
     }[0] AS segment,
     COLLECT { MATCH (kind:Product)-[:KIND_OF*0..4]->(product) RETURN DISTINCT kind } AS kinds, COLLECT {
       MATCH (kind:Product)-[:KIND_OF*0..4]->(product)
       MATCH (kind)<-[makes:PRODUCES|RECOVERS]-(maker:Facility|Project|Enterprise)
       WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
         AND makes['known_' + $min_confidence] <= $known_at
       WITH maker, kind,
            max(CASE WHEN coalesce(makes.status, 'operating') IN ['operating', 'stated'] AND NOT maker:Project
              THEN coalesce(makes.valid_from, '') END) AS begun,
            max(CASE WHEN makes.status IN ['idle', 'closed', 'cancelled'] THEN coalesce(makes.valid_from, '') END) AS stopped
       WHERE (stopped IS NULL OR begun > stopped)
         AND NOT EXISTS {
           MATCH (maker)-[runs:OPERATES]->(:Facility)-[does:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(kind)
           WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
             AND runs['known_' + $min_confidence] <= $known_at
             AND ($as_of IS NULL OR coalesce(does.valid_from, '') <= $as_of <= coalesce(does.valid_to + '~', '~'))
             AND does['known_' + $min_confidence] <= $known_at
         }
       WITH maker, max(CASE WHEN begun IS NULL THEN 0 ELSE 1 END) AS made
       RETURN {maker: maker, made: made = 1, home: EXISTS {
         MATCH (maker)-[at:LOCATED_IN|HEADQUARTERED_IN]->(:Region)-[:PART_OF*0..8]->(country)
         WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
           AND at['known_' + $min_confidence] <= $known_at
       }} ORDER BY maker.id
     } AS others
WITH asked, plans, deals, rules, product, way, outputs, joins, works, segment, [kind IN kinds | kind.id] AS kinds,
     others, [other IN others WHERE NOT other.made | other.maker] AS planned
WITH asked, plans, rules, product, way, outputs, joins, works, segment, kinds, others, planned,
     [deal IN deals WHERE deal.link.product IN kinds] AS deals, COLLECT {
       UNWIND planned AS maker
       MATCH (maker)<-[:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})-[:OF {role: 'scope'}]->(scope:Product)
       WHERE scope.id IN kinds AND number.nature IN ['plan', 'target']
         AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
       WITH maker, number ORDER BY coalesce(number.period_end, ''), number.id
       WITH maker, number.base_unit AS base, collect(number)[-1] AS number
       RETURN {maker: maker, base: base, number: number} ORDER BY maker.id, base
     } AS figures, COLLECT {
       MATCH (kind:Product)-[:KIND_OF*0..4]->(product)
       MATCH (kind)<-[:OF {role: 'scope'}]-(number:Indicator)
       WHERE number.nature IN ['target', 'plan']
         AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
         AND EXISTS {
           MATCH (number)-[:OF {role: 'subject'}]->(place:Region)
           WHERE EXISTS { (asked)-[:PART_OF*0..8]->(place) } OR EXISTS { (place)-[:PART_OF*0..8]->(asked) }
         }
       WITH DISTINCT number
       RETURN number ORDER BY number.id
     } AS targets, COLLECT {
       MATCH (product)-[:KIND_OF*0..4]->(wider:Product)
       WITH collect(DISTINCT wider.id) + kinds + CASE WHEN segment IS NULL THEN [] ELSE [segment.id] END AS named
       UNWIND [rule IN rules WHERE rule.target.id IN named | rule.policy] AS policy
       WITH DISTINCT policy
       RETURN policy ORDER BY policy.id
     } AS policies,
     COLLECT { UNWIND works AS work WITH DISTINCT work.maker AS maker RETURN maker ORDER BY maker.id } AS tied
WITH plans, product, way, outputs, joins, works, segment, kinds, others, planned, deals, figures, targets, policies, tied,
     COLLECT { UNWIND deals AS deal WITH DISTINCT deal.firm AS firm, deal.here AS here WHERE here RETURN firm ORDER BY firm.id } AS here,
     COUNT { UNWIND deals AS deal WITH DISTINCT deal.firm AS firm, deal.home AS home WHERE home RETURN firm } AS home,
     size([other IN others WHERE other.made AND other.home]) AS makers_home, COLLECT {
       UNWIND figures AS one
       WITH one.base AS base, sum(one.number.base_value) AS total
       RETURN {
         value: total / CASE base WHEN 'Wh/a' THEN 1e9 WHEN 'm2/a' THEN 1e8 WHEN 'vehicles/a' THEN 1e4 ELSE 1.0 END,
         unit: CASE base
           WHEN 't/a' THEN 't_per_year'
           WHEN 'Wh/a' THEN 'GWh_per_year'
           WHEN 'm2/a' THEN 'm2_100m_per_year'
           WHEN 'vehicles/a' THEN 'vehicles_10k_per_year'
           ELSE base
         END
       } ORDER BY base
     } AS sums
RETURN product, way, 2 * size(here) + home + CASE way WHEN 'up' THEN size(tied) ELSE 0 END - makers_home AS score,
       segment, outputs AS from, tied, here AS buyers_here, home AS buyers_home, makers_home,
       size([other IN others WHERE other.made]) AS makers,
       COLLECT {
         UNWIND plans AS work
         WITH DISTINCT work.maker AS maker, work.product AS made
         WHERE made.id IN kinds
         RETURN DISTINCT maker ORDER BY maker.id
       } AS planned_here,
       size(planned) AS planned, [one IN sums | one.value] AS planned_capacity, [one IN sums | one.unit] AS planned_unit,
       size([maker IN planned WHERE NOT maker IN [one IN figures | one.maker]]) AS without,
       size(targets) AS targets, policies,
       joins + [deal IN deals | deal.link][..20] + COLLECT {
         UNWIND works AS work
         UNWIND work.links AS link
         WITH DISTINCT link
         RETURN link ORDER BY link.key LIMIT 20
       } AS evidence
ORDER BY score DESC, product.id, way
