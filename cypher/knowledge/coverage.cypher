// ---
// title_zh: 知道什么、不知道什么
// title_en: What is known, and where knowledge stops
// about_zh: 每个地区的每个环节，或每家企业的每个方面（供应商、客户、股东、持股、设施、产品、产能、总部）：已知（有记录的事实及其数量）、已查无记录、不予披露、已查到而尚未录入、未查；查过多次的以最近一次为准。地区包括其下属全部地区，环节包括其组成部分；企业与设施按总部（含旧址）和所在地计入。既无记录也未查过的地区，仅在指定时列出。“已知”指有记录，不等于查全。
// about_en: "For each segment in each region, or each direction of each enterprise (suppliers, customers, owners, holdings, sites, products, capacity, head office): known, with how many facts; searched and nothing found; withheld; found but not yet recorded; or not looked into; of several searches the latest counts. A region includes everything inside it and a segment its parts; enterprises and facilities count where they sit or sat. Regions of which nothing is known and nobody asked are listed only when named. Known means that something is recorded, not that all is."
// parameters:
//   of: {type: text, values: coverage_of, default: regions, zh: 按地区或按企业, en: regions or enterprises}
//   level: {type: text, values: region_kind, zh: 地区级别（不填为所指地区本级，否则为省级）, en: 'level of the regions (else that of the region named, else province)'}
//   where: {type: Region, zh: 地区（含其下属地区）, en: "only in this region, with all inside it"}
//   segment: {type: Segment, zh: 环节, en: only this segment and its parts}
//   enterprise: {type: Enterprise, zh: 企业, en: only this enterprise}
// columns:
//   subject: {type: [Region, Enterprise], zh: 主体, en: subject}
//   matter: {type: Segment, zh: 事项, en: matter, values: coverage_direction}
//   state: {zh: 状态, en: state, values: {known: {zh: 已知, en: known}, empty: {zh: 已查无记录, en: nothing found}, withheld: {zh: 不予披露, en: withheld}, elsewhere: {zh: 已查到、尚未录入, en: 'found, not yet recorded'}, not_looked_into: {zh: 未查, en: not looked into}}}
//   facts: {zh: 事实数, en: facts}
//   recorded: {zh: 最近记录, en: last recorded}
//   looked: {zh: 查阅日期, en: looked on}
//   outcome: {zh: 查阅结果, en: outcome, values: coverage_outcome}
//   evidence: {zh: 证据, en: evidence}
// fold: {by: subject, into: state, item: matter, count: facts, dates: [recorded, looked]}
// example: {where: cn-360000}
// nothing_zh: 没有这样的地区或企业可供列出；换一个级别或地区再问。
// nothing_en: There is no such region or enterprise to list; ask for another level or region.
// ---
// :param {of: 'regions', level: null, where: 'cn-360000', segment: null, enterprise: null}
MATCH (region:Region)
WHERE region.kind = coalesce($level, COLLECT { MATCH (asked:Region {id: $where}) RETURN asked.kind }[0], 'province')
  AND $of = 'regions' AND $enterprise IS NULL
  AND ($where IS NULL OR EXISTS { (region)-[:PART_OF*0..8]->(:Region {id: $where}) })
WITH region, COLLECT {
  MATCH (region)<-[:PART_OF*0..8]-(place:Region)<-[:LOCATED_IN|HEADQUARTERED_IN]-(who:Lichain)-[active:ACTIVE_IN]->(part:Segment)
  RETURN DISTINCT active
  UNION
  MATCH (region)<-[:PART_OF*0..8]-(place:Region)-[active:ACTIVE_IN]->(part:Segment)
  RETURN DISTINCT active
} AS actives, COLLECT {
  MATCH (region)-[look:LOOKED_INTO]->(:Source) RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
} AS looks
WHERE $where IS NOT NULL OR actives <> [] OR looks <> []
MATCH (segment:Segment)
WHERE segment.stage <> 'whole'
  AND ($segment IS NULL OR EXISTS { (segment)-[:PART_OF*0..4]->(:Segment {id: $segment}) })
WITH region, segment, actives, [look IN looks WHERE look.segment = segment.id] AS looks,
     COLLECT { MATCH (part:Segment)-[:PART_OF*0..4]->(segment) RETURN DISTINCT part.id } AS parts
WITH region, segment, looks, [active IN actives WHERE endNode(active).id IN parts] AS links
RETURN region AS subject, segment AS matter,
       CASE
         WHEN links <> [] THEN 'known'
         WHEN looks = [] THEN 'not_looked_into'
         WHEN looks[0].outcome = 'found' THEN 'elsewhere'
         ELSE looks[0].outcome
       END AS state,
       size(links) AS facts,
       reduce(last = null, link IN links |
         CASE WHEN last IS NULL OR link.recorded_at > last THEN link.recorded_at ELSE last END) AS recorded,
       looks[0].looked_on AS looked, looks[0].outcome AS outcome,
       COLLECT { UNWIND links AS link WITH link ORDER BY link.key LIMIT 20 RETURN link } + looks AS evidence
ORDER BY region.id, segment.position, segment.id
UNION ALL
MATCH (enterprise:Enterprise)
WHERE ($of = 'enterprises' OR $enterprise IS NOT NULL)
  AND ($enterprise IS NULL OR enterprise.id = $enterprise)
  AND ($where IS NULL OR EXISTS {
    (enterprise)-[:HEADQUARTERED_IN|LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
  })
  AND ($segment IS NULL OR EXISTS { (enterprise)-[:ACTIVE_IN]->(:Segment)-[:PART_OF*0..4]->(:Segment {id: $segment}) })
WITH enterprise, [
  {direction: 'suppliers', links: COLLECT { MATCH (enterprise)<-[link:SUPPLIES]-(:Enterprise) RETURN link ORDER BY link.key }},
  {direction: 'customers', links: COLLECT { MATCH (enterprise)-[link:SUPPLIES]->(:Enterprise) RETURN link ORDER BY link.key }},
  {direction: 'owners', links: COLLECT { MATCH (enterprise)<-[link:OWNS]-(:Organization|Person) RETURN link ORDER BY link.key }},
  {direction: 'holdings', links: COLLECT { MATCH (enterprise)-[link:OWNS]->(:Lichain) RETURN link ORDER BY link.key }},
  {direction: 'sites', links: COLLECT { MATCH (enterprise)-[link:OPERATES]->(:Facility) RETURN link ORDER BY link.key }},
  {direction: 'products', links: COLLECT { MATCH (enterprise)-[link:PRODUCES|RECOVERS]->(:Product) RETURN link ORDER BY link.key }},
  {direction: 'capacity', links: COLLECT {
    MATCH (enterprise)<-[link:OF {role: 'subject'}]-(:Indicator {metric: 'capacity'}) RETURN link ORDER BY link.key
  }},
  {direction: 'head_office', links: COLLECT { MATCH (enterprise)-[link:HEADQUARTERED_IN]->(:Region) RETURN link ORDER BY link.key }}
] AS matters
UNWIND range(0, 7) AS at
WITH enterprise, at, matters[at].direction AS direction, matters[at].links AS links
WITH enterprise, at, direction, links, COLLECT {
  MATCH (enterprise)-[look:LOOKED_INTO {direction: direction}]->(:Source)
  RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
} AS looks
RETURN enterprise AS subject, direction AS matter,
       CASE
         WHEN links <> [] THEN 'known'
         WHEN looks = [] THEN 'not_looked_into'
         WHEN looks[0].outcome = 'found' THEN 'elsewhere'
         ELSE looks[0].outcome
       END AS state,
       size(links) AS facts,
       reduce(last = null, link IN links |
         CASE WHEN last IS NULL OR link.recorded_at > last THEN link.recorded_at ELSE last END) AS recorded,
       looks[0].looked_on AS looked, looks[0].outcome AS outcome,
       links[..20] + looks AS evidence
ORDER BY enterprise.id, at
