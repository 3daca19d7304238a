// ---
// title_zh: 哪些声明相互矛盾
// title_en: Which claims contradict each other
// about_zh: 成对列出：同一主体、范围、指标与期间（期间不明的不比较）而数值不能同时成立的数字（出自不同来源；相差不超过 0.5% 视为舍入；实际与估计放在一起比较，目标、规划各自比较）；同一起始日期而比例不同的持股；同一日期的不同状态；已结束或取消而仍记为进行中的供应；同一时间设在两处互不隶属的总部。两条都保留，由读者判断。
// about_en: "In pairs: numbers of one subject, scope, metric and period (none without a period) that different sources give and that cannot both hold (half a percent is taken as rounding; actuals and estimates are compared together, targets and plans each among themselves); stakes from one day on that differ; two statuses on one date; supply recorded as ended or cancelled and as ongoing; head offices at one time in two places of which neither lies in the other. Both are kept; the reader judges."
// parameters:
//   what: {type: any, zh: 任何事物, en: only conflicts about this thing}
// columns:
//   kind: {zh: 类别, en: kind, values: {number: {zh: 数值, en: number}, share: {zh: 持股比例（%）, en: share in %}, status: {zh: 状态, en: status}, supply: {zh: 供应状态, en: supply}, head_office: {zh: 总部, en: head office}}}
//   subject: {type: any, zh: 主体, en: subject}
//   matter: {type: any, zh: 事项, en: matter}
//   one: {type: any, zh: 一说, en: one says, values: {exploration: {zh: 勘查评价, en: explored or evaluated}, announced: {zh: 已宣布, en: announced}, signed: {zh: 已签约, en: signed}, construction: {zh: 在建, en: under construction}, operating: {zh: 运营, en: operating}, paused: {zh: 暂停建设, en: building paused}, idle: {zh: 停产, en: idle}, closed: {zh: 关闭, en: closed}, planned: {zh: 规划, en: planned}, contracted: {zh: 已签约, en: contracted}, delivering: {zh: 供货中, en: delivering}, ended: {zh: 已结束, en: ended}, cancelled: {zh: 已取消, en: cancelled}}}
//   other: {type: any, zh: 另一说, en: another says, values: {exploration: {zh: 勘查评价, en: explored or evaluated}, announced: {zh: 已宣布, en: announced}, signed: {zh: 已签约, en: signed}, construction: {zh: 在建, en: under construction}, operating: {zh: 运营, en: operating}, paused: {zh: 暂停建设, en: building paused}, idle: {zh: 停产, en: idle}, closed: {zh: 关闭, en: closed}, planned: {zh: 规划, en: planned}, contracted: {zh: 已签约, en: contracted}, delivering: {zh: 供货中, en: delivering}, ended: {zh: 已结束, en: ended}, cancelled: {zh: 已取消, en: cancelled}}}
//   sources: {type: Source, zh: 来源, en: sources}
//   evidence: {zh: 证据, en: evidence}
// example: {}
// nothing_zh: 没有发现相互矛盾的声明。这不等于都正确：许多事实只有一个来源。
// nothing_en: No claims that contradict each other were found. That does not make them right; many facts rest on one source.
// ---
// :param {what: null}
MATCH (number:Indicator)-[of:OF {role: 'subject'}]->(subject:Lichain)
WHERE number.period IS NOT NULL
WITH number, subject,
     COLLECT { MATCH (number)-[:OF {role: 'scope'}]->(scope:Lichain) RETURN scope ORDER BY scope.id } AS scope,
     CASE WHEN number.nature IN ['actual', 'estimate'] THEN 'was' ELSE number.nature END AS nature,
     abs(number.base_value) AS size
WITH number, subject, scope, nature,
     CASE
       WHEN number.bound IN ['at_most', 'less_than'] THEN -1.0e300
       WHEN number.bound = 'about' THEN number.base_value - 0.1 * size
       WHEN number.bound = 'nearly' AND number.base_value > 0 THEN 0.9 * number.base_value
       WHEN number.bound = 'exact' THEN number.base_value - 0.0025 * size
       ELSE number.base_value
     END AS low,
     CASE
       WHEN number.bound IN ['at_least', 'more_than'] THEN 1.0e300
       WHEN number.bound = 'about' THEN number.base_value + 0.1 * size
       WHEN number.bound = 'nearly' AND number.base_value < 0 THEN 0.9 * number.base_value
       WHEN number.bound = 'exact' THEN number.base_value + 0.0025 * size
       WHEN number.bound = 'range' AND number.value = 0 THEN 1.0e300
       WHEN number.bound = 'range' THEN number.base_value * number.value_high / number.value
       ELSE number.base_value
     END AS high
WITH subject, scope, nature, number.metric AS metric, number.period AS period, coalesce(number.basis, '') AS basis,
     number.base_unit AS unit, collect({number: number, low: low, high: high}) AS numbers
WHERE size(numbers) > 1
UNWIND numbers AS one
UNWIND numbers AS other
WITH subject, scope, one, other
WHERE one.number.id < other.number.id AND (one.low > other.high OR other.low > one.high)
  AND ($what IS NULL OR subject.id = $what OR any(each IN scope WHERE each.id = $what))
WITH subject, scope, one.number AS one, other.number AS other, COLLECT {
  MATCH (each:Indicator)-[link:EVIDENCED_BY]->(source:Source)
  WHERE each.id IN [one.number.id, other.number.id]
  RETURN {number: each.id, link: link, source: source} ORDER BY each.id, source.id
} AS found
WHERE [each IN found WHERE each.number = one.id | each.source.id] <> [each IN found WHERE each.number = other.id | each.source.id]
RETURN 'number' AS kind, subject, scope AS matter, one, other,
       [each IN found | each.source] AS sources, [each IN found | each.link] AS evidence
ORDER BY subject.id, one.id, other.id
UNION ALL
MATCH (owner:Organization|Person)-[a:OWNS]->(owned:Lichain)<-[b:OWNS]-(owner)
WHERE a.key < b.key AND abs(a.share - b.share) > 0.005 * a.share
  AND coalesce(a.status, 'held') = coalesce(b.status, 'held') AND ($what IS NULL OR $what IN [owner.id, owned.id])
  AND (a.valid_from = b.valid_from OR (a.valid_from IS NULL AND b.valid_from IS NULL AND a.valid_to IS NULL AND b.valid_to IS NULL))
  AND coalesce(a.valid_to + substring('-01-01', size(a.valid_to) - 4), '9999')
      > coalesce(b.valid_from + substring('-12-31', size(b.valid_from) - 4), '')
  AND coalesce(b.valid_to + substring('-01-01', size(b.valid_to) - 4), '9999')
      > coalesce(a.valid_from + substring('-12-31', size(a.valid_from) - 4), '')
RETURN 'share' AS kind, owner AS subject, [owned] AS matter, a.share AS one, b.share AS other,
       COLLECT { MATCH (source:Source) WHERE source.id IN a.sources + b.sources RETURN source ORDER BY source.id } AS sources,
       [a, b] AS evidence
ORDER BY owner.id, owned.id, a.key, b.key
UNION ALL
MATCH (who:Lichain)-[a:ACTIVE_IN]->(segment:Segment)<-[b:ACTIVE_IN]-(who)
WHERE a.key < b.key AND a.valid_from = b.valid_from AND a.status <> b.status
  AND NOT 'stated' IN [a.status, b.status] AND ($what IS NULL OR $what IN [who.id, segment.id])
RETURN 'status' AS kind, who AS subject, [segment] AS matter, a.status AS one, b.status AS other,
       COLLECT { MATCH (source:Source) WHERE source.id IN a.sources + b.sources RETURN source ORDER BY source.id } AS sources,
       [a, b] AS evidence
ORDER BY who.id, segment.id, a.key, b.key
UNION ALL
MATCH (supplier:Enterprise)-[a:SUPPLIES]->(customer:Enterprise)<-[b:SUPPLIES]-(supplier)
WHERE a.status IN ['announced', 'contracted', 'delivering'] AND b.status IN ['ended', 'cancelled']
  AND coalesce(a.product, '') = coalesce(b.product, '') AND a.valid_to IS NULL
  AND coalesce(a.valid_from + substring('-01-01', size(a.valid_from) - 4), '')
      <= b.valid_from + substring('-12-31', size(b.valid_from) - 4)
  AND ($what IS NULL OR $what IN [supplier.id, customer.id, a.product])
OPTIONAL MATCH (product:Product {id: a.product})
RETURN 'supply' AS kind, supplier AS subject, [customer, product] AS matter, a.status AS one, b.status AS other,
       COLLECT { MATCH (source:Source) WHERE source.id IN a.sources + b.sources RETURN source ORDER BY source.id } AS sources,
       [a, b] AS evidence
ORDER BY supplier.id, customer.id, a.key, b.key
UNION ALL
MATCH (one:Region)<-[a:HEADQUARTERED_IN]-(who:Organization)-[b:HEADQUARTERED_IN]->(other:Region)
WHERE one.id < other.id AND ($what IS NULL OR $what IN [who.id, one.id, other.id])
  AND coalesce(a.valid_to + substring('-01-01', size(a.valid_to) - 4), '9999')
      > coalesce(b.valid_from + substring('-12-31', size(b.valid_from) - 4), '')
  AND coalesce(b.valid_to + substring('-01-01', size(b.valid_to) - 4), '9999')
      > coalesce(a.valid_from + substring('-12-31', size(a.valid_from) - 4), '')
  AND NOT EXISTS { (one)-[:PART_OF*1..8]->(other) } AND NOT EXISTS { (other)-[:PART_OF*1..8]->(one) }
RETURN 'head_office' AS kind, who AS subject, [one, other] AS matter, one, other,
       COLLECT { MATCH (source:Source) WHERE source.id IN a.sources + b.sources RETURN source ORDER BY source.id } AS sources,
       [a, b] AS evidence
ORDER BY who.id, a.key, b.key
