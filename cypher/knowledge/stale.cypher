// ---
// title_zh: 哪些内容需要再查
// title_en: What needs another look
// about_zh: 会变化而最近一次有来源提及已早于给定日期的事实：未结束的供应、未到运营的设施与项目、未注明终止的持股；期限已过而未见下文的供应、目标和暂停；以及早于该日期的查阅。“最近提及”取各来源发布日期的最晚者，来源无日期的取记录日期。
// about_en: "Facts that change and of which no source has spoken since the day given: supply that has not ended, facilities and projects not yet operating, stakes without an end; supply, targets and suspensions whose time is over with nothing heard since; and searches made before that day. Last heard is the latest date of publication among the sources, or the date of record where they have none."
// parameters:
//   before: {type: date, required: true, zh: 早于此日期, en: not heard of since this day}
//   what: {type: any, zh: 任何事物, en: only what this thing has part in}
// columns:
//   reason: {zh: 原因, en: reason, values: {supply_open: {zh: 供应是否继续, en: whether supply goes on}, supply_over: {zh: 供应期已满, en: time of supply is over}, not_operating: {zh: 是否已投产, en: whether it operates by now}, stake: {zh: 持股是否变化, en: whether the stake has changed}, target_passed: {zh: 目标期已过无实绩, en: "target is due, nothing actual known"}, suspension_over: {zh: 暂停期已满, en: time of suspension is over}, looked: {zh: 需重新查阅, en: to be looked into again}}}
//   subject: {zh: 主体, en: subject}
//   matter: {zh: 事项, en: matter}
//   until: {zh: 截止, en: until}
//   heard: {zh: 最近提及, en: last heard}
//   evidence: {zh: 证据, en: evidence}
// example: {before: "2025-01-01"}
// nothing_zh: 没有早于该日期、需要再查的内容。
// nothing_en: Nothing that would need another look is older than that day.
// ---
// :param {before: '2025-01-01', what: null}
MATCH (supplier:Enterprise)-[link:SUPPLIES]->(customer:Enterprise)
WHERE link.status IN ['announced', 'contracted', 'delivering'] AND ($what IS NULL OR $what IN [supplier.id, customer.id, link.product])
OPTIONAL MATCH (product:Product {id: link.product})
WITH supplier, link, customer, product, reduce(last = '', date IN COLLECT {
  MATCH (source:Source) WHERE source.id IN link.sources RETURN coalesce(source.published, link.recorded_at)
} | CASE WHEN date > last THEN date ELSE last END) AS heard
WHERE link.valid_to < $before OR (link.valid_to IS NULL AND heard < $before)
RETURN CASE WHEN link.valid_to IS NULL THEN 'supply_open' ELSE 'supply_over' END AS reason,
       supplier AS subject, [each IN [customer, product] WHERE each IS NOT NULL] AS matter,
       link.valid_to AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (who:Lichain)-[link:ACTIVE_IN]->(segment:Segment)
WHERE link.status IN ['exploration', 'announced', 'signed', 'planned', 'construction', 'paused', 'idle'] AND link.valid_to IS NULL
  AND ($what IS NULL OR $what IN [who.id, segment.id])
  AND NOT EXISTS { (who)-[later:ACTIVE_IN]->(segment) WHERE later.valid_from > coalesce(link.valid_from, '') }
WITH who, link, segment, reduce(last = '', date IN COLLECT {
  MATCH (source:Source) WHERE source.id IN link.sources RETURN coalesce(source.published, link.recorded_at)
} | CASE WHEN date > last THEN date ELSE last END) AS heard
WHERE heard < $before
RETURN 'not_operating' AS reason, who AS subject, [segment] AS matter, null AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (owner:Organization)-[link:OWNS]->(owned:Lichain)
WHERE link.valid_to IS NULL AND ($what IS NULL OR $what IN [owner.id, owned.id])
WITH owner, link, owned, reduce(last = '', date IN COLLECT {
  MATCH (source:Source) WHERE source.id IN link.sources RETURN coalesce(source.published, link.recorded_at)
} | CASE WHEN date > last THEN date ELSE last END) AS heard
WHERE heard < $before
RETURN 'stake' AS reason, owner AS subject, [owned] AS matter, null AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (target:Indicator {nature: 'target'})-[of:OF {role: 'subject'}]->(subject:Lichain)
WHERE target.period_end < $before AND ($what IS NULL OR subject.id = $what)
  AND NOT EXISTS {
    MATCH (subject)<-[:OF {role: 'subject'}]-(actual:Indicator {metric: target.metric})
    WHERE actual.nature IN ['actual', 'estimate'] AND actual.period_end >= target.period_end
  }
WITH target, subject, COLLECT { MATCH (target)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS links
RETURN 'target_passed' AS reason, subject, [target] AS matter, target.period_end AS until,
       COLLECT { UNWIND links AS link RETURN max(coalesce(endNode(link).published, link.recorded_at)) }[0] AS heard, links AS evidence
ORDER BY until, target.id
UNION ALL
MATCH (by:Policy)-[link:SUSPENDS]->(policy:Policy)
WHERE link.valid_to < $before AND ($what IS NULL OR $what IN [by.id, policy.id])
WITH by, link, policy, reduce(last = '', date IN COLLECT {
  MATCH (source:Source) WHERE source.id IN link.sources RETURN coalesce(source.published, link.recorded_at)
} | CASE WHEN date > last THEN date ELSE last END) AS heard
RETURN 'suspension_over' AS reason, policy AS subject, [by] AS matter, link.valid_to AS until, heard, [link] AS evidence
ORDER BY until, link.key
UNION ALL
MATCH (who:Lichain)-[link:LOOKED_INTO]->(source:Source)
WHERE link.looked_on < $before AND ($what IS NULL OR who.id = $what)
RETURN 'looked' AS reason, who AS subject, [source] AS matter, null AS until, link.looked_on AS heard, [link] AS evidence
ORDER BY heard, link.key
