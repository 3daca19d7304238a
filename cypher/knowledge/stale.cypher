// ---
// title_zh: 哪些内容需要复核
// title_en: What needs another look
// about_zh: 会变化而最近一次有来源提及已早于给定日期的事实：未结束的供应、尚未投产或停产停建的设施与项目、未注明终止的持股；期限已过而未见下文的供应、目标和暂停；以及早于该日期、其后未再做的检索。“最近提及”取各来源发布日期的最晚者，来源无日期的取记录日期；只有年月的日期按期末计。
// about_en: "Facts that change and of which no source has spoken since the day given: supply that has not ended, facilities and projects that are not yet or no longer at work, stakes without an end; supply, targets and suspensions whose time is over with nothing recorded since; and searches made before that day and not since. Last heard is the latest date of publication among the sources, or the date of record where they have none; a year or month counts as its last day."
// parameters:
//   before: {type: since, required: true, zh: 早于此日期, en: not heard of since this day}
//   what: {type: any, zh: 任何事物, en: only what this thing has part in}
// columns:
//   reason: {zh: 原因, en: reason, values: {supply_open: {zh: 供应是否继续, en: whether supply goes on}, supply_over: {zh: 供应期已届满, en: supply period has ended}, not_operating: {zh: 是否已投产, en: whether it has started operating}, restart: {zh: 是否复产或复工, en: whether work was resumed}, stake: {zh: 持股是否变化, en: whether the stake has changed}, target_passed: {zh: 目标期已过，尚无实际数据, en: "target is due, nothing actual recorded"}, suspension_over: {zh: 暂停期已届满, en: suspension period has ended}, looked: {zh: 需重新检索, en: to be searched again}}}
//   subject: {type: any, zh: 主体, en: subject}
//   matter: {type: any, zh: 事项, en: matter}
//   until: {zh: 截止, en: until}
//   heard: {zh: 最近提及, en: last heard}
//   evidence: {zh: 证据, en: evidence}
// example: {before: "2025-01-01"}
// nothing_zh: 没有早于该日期、需要复核的内容。
// nothing_en: Nothing that would need another look is older than that day.
// ---
// :param {before: '2025-01-01', what: null}
MATCH (supplier:Enterprise)-[link:SUPPLIES]->(customer:Enterprise)
WHERE link.status IN ['announced', 'contracted', 'delivering']
  AND ($what IS NULL OR $what IN [supplier.id, customer.id, link.product])
OPTIONAL MATCH (product:Product {id: link.product})
WITH supplier, link, customer, product, link.valid_to + substring('-12-31', size(link.valid_to) - 4) AS ends,
     reduce(last = '', day IN link.known | CASE WHEN day > last THEN day ELSE last END) AS heard
WHERE (link.valid_to IS NULL AND heard < $before) OR (ends < $before AND NOT EXISTS {
  MATCH (supplier)-[later:SUPPLIES]->(customer)
  WHERE later.key <> link.key AND coalesce(later.product, '') = coalesce(link.product, '')
    AND (later.status IN ['ended', 'cancelled'] OR later.valid_from >= link.valid_to)
})
RETURN CASE WHEN link.valid_to IS NULL THEN 'supply_open' ELSE 'supply_over' END AS reason,
       supplier AS subject, [each IN [customer, product] WHERE each IS NOT NULL] AS matter,
       link.valid_to AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (who:Facility|Project)-[link:ACTIVE_IN]->(segment:Segment)
WHERE link.status IN ['exploration', 'announced', 'signed', 'planned', 'construction', 'paused', 'idle'] AND link.valid_to IS NULL
  AND ($what IS NULL OR $what IN [who.id, segment.id])
  AND NOT EXISTS {
    MATCH (who)-[later:ACTIVE_IN]->(segment)
    WHERE later.valid_from > coalesce(link.valid_from, '')
       OR (later.valid_from IS NULL AND later.status IN ['operating', 'closed', 'cancelled'])
  }
WITH who, link, segment, reduce(last = '', day IN link.known | CASE WHEN day > last THEN day ELSE last END) AS heard
WHERE heard < $before
RETURN CASE WHEN link.status IN ['paused', 'idle'] THEN 'restart' ELSE 'not_operating' END AS reason,
       who AS subject, [segment] AS matter, null AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (owner:Organization|Person)-[link:OWNS]->(owned:Lichain)
WHERE link.valid_to IS NULL AND ($what IS NULL OR $what IN [owner.id, owned.id])
WITH owner, link, owned, reduce(last = '', day IN link.known | CASE WHEN day > last THEN day ELSE last END) AS heard
WHERE heard < $before
RETURN 'stake' AS reason, owner AS subject, [owned] AS matter, null AS until, heard, [link] AS evidence
ORDER BY heard, link.key
UNION ALL
MATCH (target:Indicator {nature: 'target'})-[of:OF {role: 'subject'}]->(subject:Lichain)
WITH target, subject,
     COLLECT { MATCH (target)-[:OF {role: 'scope'}]->(scope:Lichain) RETURN scope.id ORDER BY scope.id } AS scope
WHERE target.period_end < $before AND ($what IS NULL OR subject.id = $what OR $what IN scope)
  AND NOT EXISTS {
    MATCH (subject)<-[:OF {role: 'subject'}]-(actual:Indicator {metric: target.metric})
    WHERE actual.nature IN ['actual', 'estimate'] AND actual.period_end >= target.period_end
      AND COLLECT { MATCH (actual)-[:OF {role: 'scope'}]->(other:Lichain) RETURN other.id ORDER BY other.id } = scope
  }
WITH target, subject, COLLECT { MATCH (target)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS links,
     reduce(last = '', day IN reduce(days = [], known IN COLLECT {
  MATCH (target)-[link:EVIDENCED_BY]->(:Source) RETURN link.known
} | days + known) | CASE WHEN day > last THEN day ELSE last END) AS heard
RETURN 'target_passed' AS reason, subject, [target] AS matter, target.period_end AS until, heard, links AS evidence
ORDER BY until, target.id
UNION ALL
MATCH (by:Policy)-[link:SUSPENDS]->(policy:Policy)
WHERE link.valid_to + substring('-12-31', size(link.valid_to) - 4) < $before AND ($what IS NULL OR $what IN [by.id, policy.id])
  AND NOT EXISTS { (policy)<-[later:SUSPENDS]-(:Policy) WHERE later.valid_to > link.valid_to }
WITH by, link, policy, reduce(last = '', day IN link.known | CASE WHEN day > last THEN day ELSE last END) AS heard
RETURN 'suspension_over' AS reason, policy AS subject, [by] AS matter, link.valid_to AS until, heard, [link] AS evidence
ORDER BY until, link.key
UNION ALL
MATCH (who:Lichain)-[link:LOOKED_INTO]->(source:Source)
WHERE link.looked_on + substring('-12-31', size(link.looked_on) - 4) < $before AND ($what IS NULL OR who.id = $what)
  AND NOT EXISTS {
    MATCH (who)-[newer:LOOKED_INTO]->(:Source)
    WHERE newer.looked_on > link.looked_on AND coalesce(newer.direction, '') = coalesce(link.direction, '')
      AND coalesce(newer.segment, '') = coalesce(link.segment, '')
  }
RETURN 'looked' AS reason, who AS subject, [source] AS matter, null AS until, link.looked_on AS heard, [link] AS evidence
ORDER BY heard, link.key
