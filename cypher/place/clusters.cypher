// ---
// title_zh: 有哪些集群与基地
// title_en: Which clusters and bases there are
// about_zh: 来源提到的产业集群、基地、示范区，及其级别、是否已建成、所在地与环节；地区包括其下属全部地区，环节包括其组成部分。
// about_en: Industrial clusters, bases and demonstration zones that sources name, with their level, whether they stand or are aimed at, places and segments. A region includes everything inside it, a segment its parts.
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   segment: {type: Segment, zh: 环节, en: "the segment, with its parts"}
// columns:
//   cluster: {type: Cluster, zh: 集群与基地, en: cluster or base}
//   level: {zh: 级别, en: level, values: level}
//   standing: {zh: 状态, en: standing, values: standing}
//   place: {type: Region, zh: 所在地, en: place}
//   segments: {type: Segment, zh: 环节, en: segments}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-360000}
// nothing_zh: 没有来源提到这样的集群或基地。这不等于没有。
// nothing_en: No source at hand names such a cluster or base. That is not the same as there being none.
// ---
// :param {where: 'cn-360000', segment: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (cluster:Cluster)
WHERE ($where IS NULL OR EXISTS {
    MATCH (cluster)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
    WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
      AND at['known_' + $min_confidence] <= $known_at
  })
  AND ($segment IS NULL OR EXISTS {
    MATCH (cluster)-[works:ACTIVE_IN]->(:Segment)-[:PART_OF*0..8]->(:Segment {id: $segment})
    WHERE ($as_of IS NULL OR coalesce(works.valid_from, '') <= $as_of <= coalesce(works.valid_to + '~', '~'))
      AND works['known_' + $min_confidence] <= $known_at
  })
  AND EXISTS { (cluster)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
RETURN cluster, cluster.level AS level, cluster.standing AS standing,
       COLLECT {
         MATCH (cluster)-[at:LOCATED_IN]->(region:Region)
         WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
           AND at['known_' + $min_confidence] <= $known_at
         RETURN DISTINCT region ORDER BY region.id
       } AS place,
       COLLECT {
         MATCH (cluster)-[works:ACTIVE_IN]->(each:Segment)
         WHERE ($as_of IS NULL OR coalesce(works.valid_from, '') <= $as_of <= coalesce(works.valid_to + '~', '~'))
           AND works['known_' + $min_confidence] <= $known_at
         RETURN DISTINCT each ORDER BY each.position, each.id
       } AS segments,
       COLLECT { MATCH (cluster)-[link:LOCATED_IN|ACTIVE_IN|EVIDENCED_BY]->(:Lichain) RETURN link ORDER BY link.key } AS evidence
ORDER BY cluster.id
