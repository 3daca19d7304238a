// ---
// title_zh: 设定了哪些目标，实际达到多少
// title_en: Which targets were set, and what was reached
// about_zh: 关于某主体的全部数字：目标、规划、实际与估计按主体、指标、期间排列，便于对照。地区包括其下属地区及位于其中的主体，环节包括其组成部分，产品包括其变体；数字以其为主体或范围均可。问年份时，期间未注明的不列出。
// about_en: Numbers about a subject, targets, plans, actuals and estimates side by side by subject, metric and period. A region includes the regions and things inside it, a segment its parts, a product its kinds, as subject or as scope of the number. Asked for a year, numbers without a period are left out.
// parameters:
//   subject: {type: any, zh: 主体, en: "whose numbers, a region with all inside it"}
//   metric: {type: text, values: metrics, zh: 指标, en: what is measured}
//   year: {type: year, zh: 年份, en: a year that the period touches}
// columns:
//   subject: {type: any, zh: 主体, en: subject}
//   scope: {type: any, zh: 范围, en: scope}
//   metric: {zh: 指标, en: metric, values: metrics}
//   period: {zh: 期间, en: period}
//   nature: {zh: 性质, en: nature, values: nature}
//   value: {zh: 数值, en: value, unit: unit, bound: bound, high: value_high}
//   value_high: {zh: 数值上限, en: upper value}
//   bound: {zh: 界限, en: bound, values: bound}
//   unit: {zh: 单位, en: unit}
//   basis: {zh: 口径, en: basis, values: basis}
//   set_by: {type: [Policy, Provision], zh: 设定依据, en: set by}
//   evidence: {zh: 证据, en: evidence}
// example: {subject: cn-430000, metric: output_value}
// nothing_zh: 没有记录这样的数字。这不等于没有目标或没有完成：来源没有给出，或尚未查阅。
// nothing_en: No such number is recorded. That is not the same as no target or nothing reached; the sources give none, or nobody has looked yet.
// ---
// :param {subject: 'cn-430000', metric: 'output_value', year: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (number:Indicator)-[:OF {role: 'subject'}]->(subject:Lichain)
WHERE ($metric IS NULL OR number.metric = $metric)
  AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
  AND ($year IS NULL OR ($year >= left(number.period_start, 4) AND $year <= left(number.period_end, 4)))
  AND ($subject IS NULL OR EXISTS {
    (number)-[:OF]->(:Lichain)-[:PART_OF|KIND_OF|LOCATED_IN|HEADQUARTERED_IN*0..8]->(:Lichain {id: $subject})
  })
WITH number, subject,
     COLLECT { MATCH (number)-[:OF {role: 'scope'}]->(scope:Lichain) RETURN scope ORDER BY scope.id } AS scope,
     COLLECT { MATCH (number)<-[:SETS]-(policy:Policy|Provision) RETURN policy ORDER BY policy.id } AS set_by
RETURN subject, scope, number.metric AS metric, number.period AS period, number.nature AS nature,
       number.value AS value, number.value_high AS value_high, number.bound AS bound, number.unit AS unit,
       number.basis AS basis, set_by,
       COLLECT { MATCH (number)-[link:OF|SETS|EVIDENCED_BY]-(:Lichain) RETURN link ORDER BY link.key } AS evidence
ORDER BY subject.id, metric, [each IN scope | each.id], period, nature, number.base_value, number.id
