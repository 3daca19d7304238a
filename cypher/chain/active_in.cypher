// ---
// title_zh: 谁活跃于某一环节或某一地区
// title_en: Who is active in a segment or a region
// about_zh: 企业、机构、设施、项目、集群与地区所从事的环节。环节包括其组成部分；地区包括其下属全部地区，按总部、所在地或地区自身判断。只问地区或主体时，也列出环节未知者。
// about_en: Enterprises, organizations, facilities, projects, clusters and regions with the segments they work in. A segment includes its parts, a region everything inside it, by head office, location or the region itself. Asked for a region or somebody alone, it also lists those whose segment is not known.
// parameters:
//   segment: {type: Segment, zh: 环节, en: "the segment, with its parts"}
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   who: {type: [Organization, Facility, Project, Cluster, Region], zh: 主体, en: who is asked about}
// columns:
//   who: {type: [Organization, Facility, Project, Cluster, Region], zh: 主体, en: who}
//   segment: {type: Segment, zh: 环节, en: segment}
//   role: {zh: 主副业, en: main or side, values: business_role}
//   status: {zh: 状态, en: status, values: status}
//   place: {type: Region, zh: 所在地, en: place}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {segment: lithium-battery-chain, where: cn-360000}
// nothing_zh: 没有记录谁在该环节或地区活动。这不等于没有：可能是所在地或环节未知，或尚未查阅。
// nothing_en: Nobody is recorded there. That is not the same as nobody; places or segments may be unknown, or nobody has looked yet.
// ---
// :param {segment: 'lithium-battery-chain', where: 'cn-360000', who: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (who:Organization|Facility|Project|Cluster|Region)
WHERE $who IS NULL OR who.id = $who
OPTIONAL MATCH (who)-[active:ACTIVE_IN]->(segment:Segment)
WHERE ($segment IS NULL OR EXISTS { (segment)-[:PART_OF*0..8]->(:Segment {id: $segment}) })
  AND ($as_of IS NULL OR coalesce(active.valid_from, '') <= $as_of <= coalesce(active.valid_to + '~', '~'))
  AND active['known_' + $min_confidence] <= $known_at
WITH who, active, segment
WHERE active IS NOT NULL OR ($segment IS NULL AND ($where IS NOT NULL OR $who IS NOT NULL) AND NOT who:Region)
WITH who, active, segment,
     COLLECT {
       MATCH (who)-[at:HEADQUARTERED_IN|LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
         AND at['known_' + $min_confidence] <= $known_at
       RETURN at ORDER BY at.key
     } AS seats
WITH who, active, segment, seats, CASE WHEN who:Region THEN [who] ELSE COLLECT {
  UNWIND seats AS seat
  WITH DISTINCT endNode(seat) AS region
  RETURN region ORDER BY region.id
} END AS place
WHERE $where IS NULL OR any(each IN place WHERE EXISTS { (each)-[:PART_OF*0..8]->(:Region {id: $where}) })
RETURN who, segment, active.role AS role, active.status AS status, place,
       active.valid_from AS from, active.valid_to AS until,
       CASE WHEN active IS NULL THEN seats ELSE [active] + seats END AS evidence
ORDER BY segment.position, segment.id, who.id, active.key
