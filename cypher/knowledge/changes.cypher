// ---
// title_zh: 某日以来有什么变化
// title_en: What has changed since a day
// about_zh: 一项变化一行，新的在前：某日以来首次有来源公开的事实；某日以来开始或终止的事实；发布、施行、失效或被暂停的政策；期间在某日以后结束的实际或估计数字。公开日期取来源发布日期；来源无日期的只知记录日期，另称首次记录；只有年月的日期，只要可能落在该日之后就列出。
// about_en: "One row a change, newest first: facts that a source first made public since that day; facts that began or ended since; policies issued, entered into force, expired or suspended since; and actual or estimated figures whose period ended since. Public is the date of the source; where it has none only the day of record is known, and the row says so. A year or month is listed if any of its days could be on or after that day."
// parameters:
//   since: {type: since, required: true, zh: 自此日期起, en: on or after this day}
//   what: {type: any, zh: 任何事物, en: only what this thing has part in}
// columns:
//   change: {zh: 变化, en: change, values: {known: {zh: 首次公开, en: first made public}, recorded: {zh: 首次记录（来源无日期）, en: first recorded (source bears no date)}, began: {zh: 开始, en: began}, ended: {zh: 终止, en: ended}, issued: {zh: 发布, en: issued}, in_force: {zh: 施行, en: entered into force}, expired: {zh: 失效, en: expired}, suspended: {zh: 被暂停, en: suspended}, figure: {zh: 新一期数字, en: figure of a new period}}}
//   date: {zh: 日期, en: date}
//   type: {zh: 类型, en: type, values: types}
//   subject: {type: any, zh: 主体, en: subject}
//   matter: {type: any, zh: 事项, en: matter}
//   evidence: {zh: 证据, en: evidence}
// example: {since: "2026-10-01"}
// nothing_zh: 自该日起没有记录的变化。这不等于没有变化：图谱只收录已查阅的来源。
// nothing_en: No change since that day is recorded. That is not the same as no change; only sources read so far are here.
// limits_zh: 到今天为止；将来的日期不列。首次公开指已收录的来源中最早的一个，更早的公开可能未收录。
// limits_en: Up to today; days to come are not listed. First made public goes by the sources recorded here; an earlier one may not be among them.
// ---
// :param {since: '2026-10-01', what: null}
CALL () {
  MATCH (subject:Lichain)-[link:SUPPLIES|OWNS|OPERATES|ACTIVE_IN|PRODUCES|RECOVERS|HEADQUARTERED_IN|LOCATED_IN|PARTNERS_WITH|INVESTS_IN|HAS_RESOURCE]->(matter:Lichain)
  WHERE $what IS NULL OR $what IN [subject.id, matter.id, link.product]
  WITH subject, link, matter, toString(date()) AS today
  UNWIND [
    {change: 'known', date: link.known_inferred},
    {change: 'began', date: link.valid_from},
    {change: 'ended', date: link.valid_to}
  ] AS each
  WITH subject, link, matter, each, today, each.date + substring('-01-01', size(each.date) - 4) AS first,
       each.date + substring('-12-31', size(each.date) - 4) AS last
  WHERE last >= $since AND first <= today
  OPTIONAL MATCH (product:Product {id: link.product})
  WITH subject, link, matter, product, each,
       [at IN range(0, size(link.known) - 1) WHERE link.known[at] = link.known_inferred | link.sources[at]] AS first
  RETURN CASE
           WHEN each.change <> 'known' THEN each.change
           WHEN EXISTS { (source:Source) WHERE source.id IN first AND source.published IS NOT NULL } THEN 'known'
           ELSE 'recorded'
         END AS change, each.date AS date, type(link) AS type, subject,
         [thing IN [matter, product] WHERE thing IS NOT NULL] AS matter, [link] AS evidence, link.key AS tie
  UNION ALL
  MATCH (policy:Policy)
  WHERE $what IS NULL OR policy.id = $what
    OR EXISTS { (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(:Lichain {id: $what}) }
  WITH policy, toString(date()) AS today
  UNWIND [
    {change: 'issued', date: policy.issued},
    {change: 'in_force', date: policy.in_force_from},
    {change: 'expired', date: policy.in_force_to}
  ] AS each
  WITH policy, each, today, each.date + substring('-01-01', size(each.date) - 4) AS first,
       each.date + substring('-12-31', size(each.date) - 4) AS last
  WHERE last >= $since AND first <= today AND (each.change <> 'expired' OR last < today)
  RETURN each.change AS change, each.date AS date, 'Policy' AS type, policy AS subject, [] AS matter,
         COLLECT { MATCH (policy)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS evidence, policy.id AS tie
  UNION ALL
  MATCH (by:Policy)-[link:SUSPENDS]->(policy:Policy)
  WHERE $what IS NULL OR $what IN [by.id, policy.id]
    OR EXISTS { (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(:Lichain {id: $what}) }
  WITH by, link, policy, coalesce(link.valid_from, by.in_force_from) AS date, toString(date()) AS today
  WHERE date + substring('-12-31', size(date) - 4) >= $since AND date + substring('-01-01', size(date) - 4) <= today
  RETURN 'suspended' AS change, date, 'Policy' AS type, policy AS subject, [by] AS matter, [link] AS evidence, link.key AS tie
  UNION ALL
  MATCH (number:Indicator)-[:OF {role: 'subject'}]->(subject:Lichain)
  WHERE number.nature IN ['actual', 'estimate'] AND $since <= number.period_end <= toString(date())
    AND ($what IS NULL OR EXISTS { (number)-[:OF]->(:Lichain {id: $what}) })
  RETURN 'figure' AS change, number.period_end AS date, 'Indicator' AS type, subject, [number] AS matter,
         COLLECT { MATCH (number)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS evidence, number.id AS tie
}
RETURN change, date, type, subject, matter, evidence
ORDER BY date DESC, change, type, tie
