// ---
// title_zh: 某地区有哪些矿产，储量多少
// title_en: Which minerals a region has, and how much
// about_zh: 地区（含下属全部地区）或设施中已发现的矿产、勘查程度，以及来源给出的储量或资源量；没有数量的也列出。
// about_en: Minerals found in a region, everything inside it and the facilities there, how well they are known, and the reserves or resources that sources give. Minerals without an amount are listed too.
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   what: {type: Product, zh: 矿产, en: "the mineral, with its kinds"}
// columns:
//   place: {type: [Region, Facility], zh: 地点, en: place}
//   mineral: {type: Product, zh: 矿产, en: mineral}
//   status: {zh: 勘查程度, en: status, values: resource_status}
//   metric: {zh: 指标, en: metric, values: metrics}
//   amount: {zh: 数量, en: amount, unit: unit, bound: bound, high: amount_high}
//   amount_high: {zh: 数量上限, en: upper amount}
//   bound: {zh: 界限, en: bound, values: bound}
//   unit: {zh: 单位, en: unit}
//   basis: {zh: 口径, en: basis, values: basis}
//   period: {zh: 期间, en: period}
//   nature: {zh: 性质, en: nature, values: nature}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-430000}
// nothing_zh: 没有来源提到那里的矿产。这不等于没有矿产。
// nothing_en: No source at hand names a mineral there. That is not the same as there being none.
// ---
// :param {where: 'cn-430000', what: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (place:Region|Facility)-[has:HAS_RESOURCE]->(mineral:Product)
WHERE ($as_of IS NULL OR coalesce(has.valid_from, '') <= $as_of <= coalesce(has.valid_to + '~', '~'))
  AND has['known_' + $min_confidence] <= $known_at
  AND ($where IS NULL OR EXISTS { (place)-[:LOCATED_IN*0..1]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where}) })
  AND ($what IS NULL OR EXISTS { (mineral)-[:KIND_OF*0..4]->(:Product {id: $what}) })
OPTIONAL MATCH (place)<-[of:OF {role: 'subject'}]-(number:Indicator)-[narrowed:OF {role: 'scope'}]->(mineral)
WHERE number.metric IN ['reserves', 'resources'] AND of['known_' + $min_confidence] <= $known_at
RETURN place, mineral, has.status AS status, number.metric AS metric,
       number.value AS amount, number.value_high AS amount_high, number.bound AS bound, number.unit AS unit,
       number.basis AS basis, number.period AS period, number.nature AS nature,
       [link IN [has, of, narrowed] WHERE link IS NOT NULL] AS evidence
ORDER BY place.id, mineral.id, has.key, period, number.id
