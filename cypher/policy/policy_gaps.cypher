// ---
// title_zh: 某地区哪些环节没有当日有效的政策覆盖
// title_en: Which segments of a region no policy in force covers
// about_zh: 每个环节一行。只看覆盖该地区或其所属更大地区的政策；政策或其条款覆盖该环节、其上位环节（如全产业链）为完整覆盖，只覆盖其组成部分或产品的为部分覆盖。被暂停、已失效、被取代、施行日期不详或尚未施行的分列，不算有效。“专门针对”指点名该环节本身，而非仅因全产业链而及。
// about_en: "One row a segment. Only policies that cover the region or something it lies in count. One that covers the segment or something wider, such as the whole chain, covers it whole; one that covers only a part or a product of it, in part. Those suspended, expired, superseded, without a known date of entry or not yet in force stand apart and do not count as in force. Aimed at it means that they name the segment itself, and do not reach it only through the whole chain."
// parameters:
//   where: {type: Region, required: true, zh: 地区, en: the region}
//   segment: {type: Segment, zh: 环节, en: "only this segment, with its parts"}
//   as_of: {type: date, zh: 日期（不填为今天）, en: the day (today if left out)}
// columns:
//   segment: {type: Segment, zh: 环节, en: segment}
//   state: {zh: 覆盖情况, en: state, values: {none: {zh: 没有记录的政策, en: no policy recorded}, not_in_force: {zh: 只有未生效或已停用的, en: only such as are not in force}, part: {zh: 有效，但只覆盖部分, en: in force for part of it}, chain: {zh: 有效，仅因全产业链而及, en: in force by the whole chain only}, aimed: {zh: 有效且专门针对, en: in force and aimed at it}}}
//   count: {zh: 有效政策数, en: policies in force}
//   aimed: {type: Policy, zh: 专门针对（有效）, en: 'aimed at it, in force'}
//   chain: {type: Policy, zh: 因上位环节而及（有效）, en: 'by something wider, in force'}
//   part: {type: Policy, zh: 只覆盖部分（有效）, en: 'for part of it, in force'}
//   suspended: {type: Policy, zh: 被暂停, en: suspended}
//   over: {type: Policy, zh: 已失效或被取代, en: expired or superseded}
//   undated: {type: Policy, zh: 施行日期不详, en: date of entry not known}
//   coming: {type: Policy, zh: 尚未施行, en: not yet in force}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-430000, as_of: "2025-12-01"}
// nothing_zh: 没有这样的地区或环节。
// nothing_en: There is no such region or segment.
// limits_zh: 没有记录的政策不等于没有政策：图谱只收录已查阅的来源。没有注明地区的政策不计入。覆盖不等于支持，可能是限制、管制或加税。
// limits_en: No policy recorded is not the same as none; only policies in the sources read so far are here. Policies that name no region do not count. To cover is not to support; a policy may restrict, control or tax.
// ---
// :param {where: 'cn-430000', segment: null, as_of: '2025-12-01', known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (asked:Region {id: $where})
WITH asked, coalesce($as_of, toString(date())) AS day, COLLECT {
  MATCH (segment:Segment)
  WHERE segment.stage <> 'whole' AND ($segment IS NULL OR EXISTS { (segment)-[:PART_OF*0..8]->(:Segment {id: $segment}) })
  WITH segment,
       COLLECT { MATCH (segment)-[:PART_OF*0..8]->(wider:Segment) RETURN DISTINCT wider.id } AS wider, COLLECT {
         MATCH (segment)<-[:PART_OF*1..8]-(inside:Segment)
         RETURN DISTINCT inside.id
         UNION
         MATCH (segment)<-[:PART_OF*0..8]-(:Segment)<-[:BELONGS_TO]-(:Product)<-[:KIND_OF*0..4]-(inside:Product)
         RETURN DISTINCT inside.id
       } AS inside
  RETURN {segment: segment, wider: wider, inside: inside}
} AS segments
CALL (asked, day) {
  MATCH path = (asked)-[:PART_OF*0..8]->(:Region)<-[:COVERS]-(:Policy|Provision)<-[:HAS_PROVISION*0..1]-(policy:Policy)
  WHERE all(link IN relationships(path) WHERE type(link) = 'PART_OF' OR link['known_' + $min_confidence] <= $known_at)
    AND EXISTS { (policy)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
  WITH policy, day, path ORDER BY length(path), [link IN relationships(path) | link.key]
  WITH policy, day, [link IN relationships(collect(path)[0]) WHERE type(link) <> 'PART_OF'] AS placed
  WITH policy, day, placed,
       COLLECT {
         MATCH (policy)<-[link:SUSPENDS|SUPERSEDES]-(by:Policy)
         WITH link, by, coalesce(link.valid_from, by.in_force_from) AS first,
              CASE type(link) WHEN 'SUSPENDS' THEN link.valid_to END AS last
         ORDER BY first, link.key
         RETURN {
           link: link, by: by, type: type(link), first: first, last: last,
           earliest: coalesce(first + substring('-01-01', size(first) - 4), '0000'),
           latest: coalesce(first + substring('-12-31', size(first) - 4), '9999'),
           ends_earliest: coalesce(last + substring('-01-01', size(last) - 4), '9999'),
           ends_latest: coalesce(last + substring('-12-31', size(last) - 4), '9999')
         }
       } AS stops
  WITH policy, stops, day, placed,
       [stop IN stops WHERE stop.latest <= day AND stop.ends_earliest >= day | stop.type] AS surely,
       [stop IN stops WHERE stop.earliest <= day AND stop.ends_latest >= day | stop.type] AS perhaps,
       policy.in_force_from + substring('-01-01', size(policy.in_force_from) - 4) AS enters_earliest,
       policy.in_force_from + substring('-12-31', size(policy.in_force_from) - 4) AS enters_latest,
       policy.in_force_to + substring('-01-01', size(policy.in_force_to) - 4) AS ends_earliest,
       policy.in_force_to + substring('-12-31', size(policy.in_force_to) - 4) AS ends_latest,
       policy.issued + substring('-01-01', size(policy.issued) - 4) AS issued_earliest
  RETURN collect({policy: policy, links: placed + [stop IN stops | stop.link], status:
       CASE
         WHEN ends_latest < day THEN 'expired'
         WHEN 'SUPERSEDES' IN surely THEN 'superseded'
         WHEN 'SUSPENDS' IN surely THEN 'suspended'
         WHEN enters_earliest > day THEN 'not_yet'
         WHEN enters_earliest IS NULL AND issued_earliest > day THEN 'not_yet'
         WHEN enters_earliest IS NULL THEN 'unknown'
         WHEN enters_latest > day OR ends_earliest < day OR perhaps <> [] THEN 'unclear'
         ELSE 'in_force'
       END, covers: COLLECT {
         MATCH path = (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(target:Segment|Product)
         WHERE all(link IN relationships(path) WHERE link['known_' + $min_confidence] <= $known_at)
         RETURN {target: target.id, links: relationships(path)} ORDER BY length(path), [link IN relationships(path) | link.key]
       }}) AS policies
}
UNWIND segments AS each
WITH each.segment AS segment, each.wider AS wider, each.inside AS inside, policies
WITH segment, COLLECT {
       UNWIND policies AS one
       WITH one, [cover IN one.covers WHERE cover.target IN wider OR cover.target IN inside] AS met
       WHERE met <> []
       WITH one, met, [cover IN met | cover.target] AS targets
       RETURN {
         policy: one.policy, status: one.status, aimed: segment.id IN targets,
         whole: any(id IN targets WHERE id IN wider), links: reduce(all = one.links, cover IN met | all + cover.links)
       } ORDER BY one.policy.id
     } AS found
WITH segment, found, [one IN found WHERE one.status = 'in_force'] AS alive
WITH segment, found, alive, [one IN alive WHERE one.aimed | one.policy] AS aimed,
     [one IN alive WHERE one.whole AND NOT one.aimed | one.policy] AS chain, [one IN alive WHERE NOT one.whole | one.policy] AS part
RETURN segment, CASE
         WHEN aimed <> [] THEN 'aimed'
         WHEN chain <> [] THEN 'chain'
         WHEN part <> [] THEN 'part'
         WHEN found <> [] THEN 'not_in_force'
         ELSE 'none'
       END AS state,
       size(alive) AS count, aimed, chain, part,
       [one IN found WHERE one.status = 'suspended' | one.policy] AS suspended,
       [one IN found WHERE one.status IN ['expired', 'superseded'] | one.policy] AS over,
       [one IN found WHERE one.status IN ['unknown', 'unclear'] | one.policy] AS undated,
       [one IN found WHERE one.status = 'not_yet' | one.policy] AS coming,
       reduce(all = [], one IN found | all + one.links) AS evidence
ORDER BY segment.position, segment.id
