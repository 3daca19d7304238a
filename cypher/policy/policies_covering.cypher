// ---
// title_zh: 哪些政策覆盖某地区、环节、产品或企业，某日是否有效
// title_en: Which policies cover a region, segment, product or enterprise, and whether they were in force on a day
// about_zh: 政策本身或其条款所覆盖的；更大的地区、更宽的环节或种类视为完整覆盖，只覆盖其中一部分的注明“部分”。同时问几项时须都被覆盖；都不填则列出全部政策。问企业时，企业本身、其总部和设施所在的地区、从事的环节、生产的产品被覆盖都算，并注明经由什么；政策既限定地区又限定环节或产品的，两方面都须相符；不涉及其总部所在地、只涉及其设施、环节或产品的为“部分”。被暂停、未施行、已失效的仍列出并注明；来源未给出施行日期的，绝不当作有效。
// about_en: Policies that cover it themselves or by a provision. What covers a larger region, a wider segment or kind covers the whole of it; what covers only something inside it is marked as part. Asked for several, all must be covered; asked for none, every policy is listed. An enterprise is covered itself, or through the regions of its seat and sites, its segments and its products, and the row says through what; a policy that names both places and segments or products must fit it in both. It is covered in part where its seat is not, only a site, segment or product. Suspended, future and expired ones stay visible with their status; where no source gives a date of entry, it is never taken as in force.
// parameters:
//   region: {type: Region, zh: 地区, en: the region}
//   segment: {type: Segment, zh: 环节, en: the segment}
//   product: {type: Product, zh: 产品, en: the product}
//   enterprise: {type: Enterprise, zh: 企业（含其总部、设施、环节和产品）, en: 'the enterprise, with its seat, sites, segments and products'}
//   as_of: {type: date, zh: 日期（不填为今天）, en: the day (today if left out)}
// columns:
//   policy: {type: Policy, zh: 政策, en: policy}
//   status: {zh: 当日状态, en: status on that day, values: {in_force: {zh: 有效, en: in force}, suspended: {zh: 暂停, en: suspended}, not_yet: {zh: 尚未施行, en: not yet in force}, expired: {zh: 已失效, en: expired}, superseded: {zh: 已被取代, en: superseded}, unknown: {zh: 施行日期不详, en: date of entry not known}, unclear: {zh: 日期不够精确，无法判断, en: dates too coarse to tell}}}
//   extent: {zh: 覆盖程度, en: extent, values: {whole: {zh: 全部, en: whole}, part: {zh: 部分, en: part}}}
//   kind: {zh: 类别, en: kind, values: policy_kind}
//   number: {zh: 文号, en: number}
//   issuers: {type: Organization, zh: 发布者, en: issued by}
//   issued: {zh: 发布日期, en: issued}
//   in_force_from: {zh: 施行, en: in force from}
//   in_force_to: {zh: 失效, en: in force to}
//   horizon: {zh: 规划期, en: horizon}
//   suspended_by: {type: Policy, zh: 暂停依据, en: suspended by}
//   suspended_from: {zh: 暂停起, en: suspended from}
//   suspended_to: {zh: 暂停止, en: suspended to}
//   covers: {type: any, zh: 覆盖对象, en: covers}
//   provisions: {type: Provision, zh: 相符的条款, en: provisions matched}
//   through: {type: any, zh: 经由, en: through}
//   evidence: {zh: 证据, en: evidence}
// example: {region: cn-431000, segment: lithium-battery-chain}
// nothing_zh: 没有记录覆盖它的政策。这不等于没有政策：图谱只收录已查阅的来源中的政策。
// nothing_en: No policy that covers it is recorded. That is not the same as there being none; only policies in the sources read so far are here.
// ---
// :param {region: 'cn-431000', segment: 'lithium-battery-chain', product: null, enterprise: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
WITH [id IN [$region, $segment, $product] WHERE id IS NOT NULL] AS asked
WITH asked, COLLECT {
  UNWIND asked AS id
  MATCH (:Lichain {id: id})-[:PART_OF|KIND_OF|BELONGS_TO*0..8]->(wider:Lichain)
  RETURN DISTINCT {id: id, within: wider}
} AS wider, COLLECT {
  MATCH (firm:Enterprise {id: $enterprise})
  RETURN {anchor: firm, reach: firm, seat: true, own: true} AS hit
  UNION
  MATCH (:Enterprise {id: $enterprise})-[at:HEADQUARTERED_IN|LOCATED_IN]->(anchor:Region)-[:PART_OF*0..8]->(reach:Region)
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT {anchor: anchor, reach: reach, seat: true, own: false} AS hit
  UNION
  MATCH (:Enterprise {id: $enterprise})-[runs:OPERATES]->(site:Facility)
  WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
    AND runs['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT {anchor: site, reach: site, seat: false, own: true} AS hit
  UNION
  MATCH (:Enterprise {id: $enterprise})-[runs:OPERATES]->(anchor:Facility)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(reach:Region)
  WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
    AND runs['known_' + $min_confidence] <= $known_at
    AND ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
  RETURN DISTINCT {anchor: anchor, reach: reach, seat: false, own: false} AS hit
  UNION
  MATCH (firm:Enterprise {id: $enterprise})-[runs:OPERATES*0..1]->(:Enterprise|Facility)
        -[works:ACTIVE_IN|PRODUCES|RECOVERS]->(anchor:Segment|Product)
  WHERE all(link IN runs WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
      AND link['known_' + $min_confidence] <= $known_at)
    AND ($as_of IS NULL OR coalesce(works.valid_from, '') <= $as_of <= coalesce(works.valid_to + '~', '~'))
    AND works['known_' + $min_confidence] <= $known_at
  MATCH (anchor)-[:PART_OF|KIND_OF|BELONGS_TO*0..8]->(reach:Segment|Product)
  RETURN DISTINCT {anchor: anchor, reach: reach, seat: false, own: false} AS hit
} AS reaches
MATCH (policy:Policy)
WHERE EXISTS { (policy)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
OPTIONAL MATCH path = (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(target:Lichain)
WHERE all(link IN relationships(path) WHERE link['known_' + $min_confidence] <= $known_at)
WITH policy, path, target, asked, [each IN reaches WHERE each.reach = target] AS met,
     [each IN wider WHERE each.within = target | each.id] AS whole, COLLECT {
  MATCH (target)-[:PART_OF|KIND_OF|BELONGS_TO|LOCATED_IN|HEADQUARTERED_IN*0..8]->(outer:Lichain)
  WHERE outer.id IN asked
  RETURN DISTINCT outer.id
} AS part
WHERE (asked = [] AND $enterprise IS NULL) OR whole <> [] OR part <> [] OR met <> []
WITH policy, path, target, asked, whole, part, met
ORDER BY length(path), target.id, [link IN relationships(path) | link.key]
WITH policy, asked, collect(DISTINCT target) AS covers, collect(path) AS paths,
     reduce(all = [], ids IN collect(whole) | all + ids) AS whole,
     reduce(all = [], ids IN collect(part) | all + ids) AS part,
     reduce(all = [], each IN collect(met) | all + each) AS met
WHERE all(id IN asked WHERE id IN whole OR id IN part)
  AND ($enterprise IS NULL OR any(each IN met WHERE each.own) OR (met <> []
    AND (any(each IN met WHERE each.reach:Region) OR NOT EXISTS {
      (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(:Region)
    })
    AND (any(each IN met WHERE NOT each.reach:Region) OR NOT EXISTS {
      (policy)-[:HAS_PROVISION*0..1]->(:Policy|Provision)-[:COVERS]->(:Segment|Product)
    })))
WITH policy, covers, paths, COLLECT {
       UNWIND met AS each
       WITH DISTINCT each.anchor AS anchor
       RETURN anchor ORDER BY anchor.id
     } AS through, CASE
       WHEN asked = [] AND $enterprise IS NULL THEN null
       WHEN all(id IN asked WHERE id IN whole) AND ($enterprise IS NULL OR any(each IN met WHERE each.seat)) THEN 'whole'
       ELSE 'part'
     END AS extent,
     coalesce($as_of, toString(date())) AS day,
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
WITH policy, covers, paths, through, extent, day,
     [stop IN stops WHERE stop.type = 'SUSPENDS' | stop] AS suspensions, stops,
     [stop IN stops WHERE stop.latest <= day AND stop.ends_earliest >= day | stop.type] AS surely,
     [stop IN stops WHERE stop.earliest <= day AND stop.ends_latest >= day | stop.type] AS perhaps,
     policy.in_force_from + substring('-01-01', size(policy.in_force_from) - 4) AS enters_earliest,
     policy.in_force_from + substring('-12-31', size(policy.in_force_from) - 4) AS enters_latest,
     policy.in_force_to + substring('-01-01', size(policy.in_force_to) - 4) AS ends_earliest,
     policy.in_force_to + substring('-12-31', size(policy.in_force_to) - 4) AS ends_latest,
     policy.issued + substring('-01-01', size(policy.issued) - 4) AS issued_earliest
RETURN policy,
       CASE
         WHEN ends_latest < day THEN 'expired'
         WHEN 'SUPERSEDES' IN surely THEN 'superseded'
         WHEN 'SUSPENDS' IN surely THEN 'suspended'
         WHEN enters_earliest > day THEN 'not_yet'
         WHEN enters_earliest IS NULL AND issued_earliest > day THEN 'not_yet'
         WHEN enters_earliest IS NULL THEN 'unknown'
         WHEN enters_latest > day OR ends_earliest < day OR perhaps <> [] THEN 'unclear'
         ELSE 'in_force'
       END AS status,
       extent, policy.kind AS kind, policy.number AS number,
       COLLECT { MATCH (policy)<-[:ISSUED]-(issuer:Organization) RETURN DISTINCT issuer ORDER BY issuer.id } AS issuers,
       policy.issued AS issued, policy.in_force_from AS in_force_from, policy.in_force_to AS in_force_to,
       policy.horizon AS horizon, [stop IN suspensions | stop.by] AS suspended_by,
       [stop IN suspensions | stop.first] AS suspended_from, [stop IN suspensions | stop.last] AS suspended_to, covers,
       COLLECT {
         UNWIND [path IN paths WHERE length(path) = 2 | nodes(path)[1]] AS provision
         WITH DISTINCT provision
         RETURN provision ORDER BY provision.id
       } AS provisions, through,
       reduce(all = [], path IN paths | all + relationships(path)) + [stop IN stops | stop.link] + COLLECT {
         MATCH (policy)-[link:ISSUED|EVIDENCED_BY]-(:Lichain) RETURN link ORDER BY link.key
       } AS evidence
ORDER BY issued, policy.id
