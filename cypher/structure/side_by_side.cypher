// ---
// title_zh: 两个地区或两家企业并列对比
// title_en: Two regions or enterprises side by side
// about_zh: 逐项并列：按环节的企业数与在产、在建、规划设施数，按产品的已知产能（每处设施取最近一期实际或估计数，同单位相加），已知的供应商、客户、股东、持股与覆盖政策数。地区包括其下属全部地区，企业包括其控股（超过 50%，或比例未知而登记为子公司）的企业。空白为未知，不是零。
// about_en: "Measure by measure: enterprises and sites at work, being built or planned by segment; known capacity by product (the latest actual or estimate of each site, summed within one unit); known suppliers, customers, owners, stakes and policies. A region includes everything inside it, an enterprise the firms it controls (more than 50 %, or a subsidiary whose share is not known). Blank is unknown, not nought."
// parameters:
//   first: {type: [Region, Enterprise], required: true, zh: 其一, en: the one}
//   second: {type: [Region, Enterprise], required: true, zh: 其二, en: the other}
// distinct: [first, second]
// step: side_by_side
// columns:
//   measure: {zh: 项目, en: measure, values: {enterprises: {zh: 企业（地区按总部，企业按集团）, en: "enterprises (a region by seat, an enterprise by group)"}, operating: {zh: 在产设施, en: sites at work}, building: {zh: 在建设施, en: sites being built}, planned: {zh: 规划设施, en: sites planned}, other: {zh: 其他状态设施, en: sites in another state}, capacity: {zh: 产能, en: capacity}, suppliers: {zh: 已知供应商, en: known suppliers}, customers: {zh: 已知客户, en: known customers}, owners: {zh: 已知股东, en: known owners}, holdings: {zh: 已知持股, en: known stakes}, policies: {zh: 覆盖政策, en: policies that cover it}}}
//   matter: {type: any, zh: 环节或产品, en: segment or product}
//   first: {zh: 其一, en: the one, unit: unit}
//   second: {zh: 其二, en: the other, unit: unit}
//   unit: {zh: 单位, en: unit}
//   evidence: {zh: 证据, en: evidence}
// example: {first: cn-360000, second: cn-430000}
// limits_zh: 只计来源提到者；数量多可能只是查得多，并非实力强。产能仅为有数字的设施之和。
// limits_en: Only what sources name is counted; more may mean that more was looked for. Capacity sums only the sites that have a figure.
// nothing_zh: 两者均无任何可比的记录。这不等于没有。
// nothing_en: Nothing that could be compared is recorded of either. That is not the same as nothing being there.
// ---
// :param {first: 'cn-360000', second: 'cn-430000', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
UNWIND [$first, $second] AS asked
MATCH (thing:Region|Enterprise {id: asked})
WITH thing, CASE WHEN thing:Enterprise THEN COLLECT {
  MATCH path = (thing)-[:OWNS*0..4]->(firm:Enterprise)
  WHERE all(stake IN relationships(path) WHERE coalesce(stake.status, 'held') = 'held'
    AND (stake.share > 50 OR (stake.share IS NULL AND endNode(stake).form = 'subsidiary'))
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN DISTINCT firm
} ELSE COLLECT {
  MATCH (thing)<-[:PART_OF*0..8]-(:Region)<-[seat:HEADQUARTERED_IN]-(firm:Enterprise)
  WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
    AND seat['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT firm
} END AS firms
WITH thing, firms, CASE WHEN thing:Enterprise THEN COLLECT {
  UNWIND firms AS firm
  MATCH (firm)-[runs:OPERATES|OWNS]->(site:Facility)
  WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
    AND runs['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT site
} ELSE COLLECT {
  MATCH (thing)<-[:PART_OF*0..8]-(:Region)<-[at:LOCATED_IN]-(site:Facility)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT site
} END AS sites
CALL (thing, firms, sites) {
  UNWIND firms AS firm
  MATCH (firm)-[active:ACTIVE_IN]->(segment:Segment)
  WHERE ($as_of IS NULL OR coalesce(active.valid_from, '') <= $as_of <= coalesce(active.valid_to + '~', '~'))
    AND active['known_' + $min_confidence] <= $known_at
  WITH segment, count(DISTINCT firm) AS value, collect(active) AS links
  RETURN 'enterprises' AS measure, segment AS matter, toFloat(value) AS value, 'count' AS unit, links
  UNION
  UNWIND sites AS site
  MATCH (site)-[active:ACTIVE_IN]->(segment:Segment)
  WHERE ($as_of IS NULL OR coalesce(active.valid_from, '') <= $as_of <= coalesce(active.valid_to + '~', '~'))
    AND active['known_' + $min_confidence] <= $known_at
  WITH site, segment, active ORDER BY coalesce(active.valid_from, '') DESC, active.key
  WITH site, segment, collect(active)[0] AS latest
  WITH segment, latest, CASE
    WHEN latest.status = 'operating' THEN 'operating'
    WHEN latest.status = 'construction' THEN 'building'
    WHEN latest.status IN ['exploration', 'announced', 'signed', 'planned'] THEN 'planned'
    ELSE 'other'
  END AS measure
  WITH measure, segment, count(*) AS value, collect(latest) AS links
  RETURN measure, segment AS matter, toFloat(value) AS value, 'count' AS unit, links
  UNION
  UNWIND sites AS site
  MATCH (site)<-[:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})-[:OF {role: 'scope'}]->(product:Product)
  WHERE number.nature IN ['actual', 'estimate']
    AND ($as_of IS NULL OR coalesce(number.period_start, '') <= $as_of)
    AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
  WITH site, product, number.base_unit AS unit, number
  ORDER BY coalesce(number.period_end, '') DESC, number.nature, number.base_value DESC, number.id
  WITH site, product, unit, collect(number)[0] AS latest
  WITH product, unit, sum(latest.base_value) AS value, collect(latest) AS numbers
  RETURN 'capacity' AS measure, product AS matter, value, unit, COLLECT {
    UNWIND numbers AS number
    MATCH (number)-[shown:EVIDENCED_BY]->(:Source)
    RETURN shown ORDER BY shown.key
  } AS links
  UNION
  UNWIND firms AS firm
  MATCH (firm)-[supplies:SUPPLIES]-(other:Enterprise)
  WHERE NOT supplies.status IN ['ended', 'cancelled'] AND NOT other IN firms
    AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
    AND supplies['known_' + $min_confidence] <= $known_at
  WITH CASE WHEN endNode(supplies) = firm THEN 'suppliers' ELSE 'customers' END AS measure, other, supplies
  WITH measure, count(DISTINCT other) AS value, collect(DISTINCT supplies) AS links
  RETURN measure, null AS matter, toFloat(value) AS value, 'count' AS unit, links
  UNION
  WITH thing WHERE thing:Enterprise
  MATCH (thing)-[stake:OWNS]-(other:Lichain)
  WHERE coalesce(stake.status, 'held') = 'held'
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at
  WITH CASE WHEN endNode(stake) = thing THEN 'owners' ELSE 'holdings' END AS measure, other, stake
  WITH measure, count(DISTINCT other) AS value, collect(DISTINCT stake) AS links
  RETURN measure, null AS matter, toFloat(value) AS value, 'count' AS unit, links
  UNION
  WITH thing WHERE thing:Region
  MATCH (thing)-[:PART_OF*0..8]->(wider:Region)<-[covers:COVERS]-(body:Policy|Provision)
  WHERE covers['known_' + $min_confidence] <= $known_at
  MATCH (policy:Policy)-[:HAS_PROVISION*0..1]->(body)
  WITH count(DISTINCT policy) AS value, collect(DISTINCT covers) AS links
  WHERE value > 0
  RETURN 'policies' AS measure, null AS matter, toFloat(value) AS value, 'count' AS unit, links
}
WITH measure, matter, unit, collect({of: thing.id, value: value}) AS found, collect(links) AS all
RETURN measure, matter, [each IN found WHERE each.of = $first | each.value][0] AS first,
       [each IN found WHERE each.of = $second | each.value][0] AS second, unit,
       reduce(links = [], each IN all | links + each) AS evidence
ORDER BY measure, matter.position, matter.id, unit
