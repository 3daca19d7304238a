// ---
// title_zh: 某事物周围的图谱
// title_en: The graph around a thing
// about_zh: 若干步之内的事物（不经过来源）及它们之间的全部关系，连同各自的出处，供绘制地图。
// about_en: The things within some steps, not through sources, and all relationships among them, each with where it is evidenced, to draw a map from.
// parameters:
//   what: {type: any, required: true, zh: 中心事物, en: the thing in the middle}
//   hops: {type: integer, default: 2, min: 1, max: 3, zh: 步数（1 至 3）, en: how many steps (1 to 3)}
// columns:
//   away: {zh: 步数, en: steps away}
//   node: {type: any, zh: 事物, en: thing}
//   relationships: {zh: 关系, en: relationships}
//   evidence: {zh: 证据, en: evidence}
// example: {what: cn-431000, hops: 1}
// nothing_zh: 图谱中没有这个事物。
// nothing_en: There is no such thing in the graph.
// ---
// :param {what: 'cn-431000', hops: 1, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (middle:Lichain {id: $what})
MATCH path = (middle)-[:ACTIVE_IN|BELONGS_TO|COVERS|FEEDS|HAS_PROVISION|HAS_RESOURCE|HEADQUARTERED_IN|HOLDS_ROLE|INPUT_TO|INVESTS_IN|ISSUED|KIND_OF|LOCATED_IN|OF|OPERATES|OWNS|PARTNERS_WITH|PART_OF|PRODUCES|RECOVERS|SETS|SUPERSEDES|SUPPLIES|SUSPENDS|TOOK_PART_IN*0..3]-(node:Lichain)
WHERE all(link IN relationships(path) WHERE link['known_' + $min_confidence] <= $known_at
  AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~')))
WITH node, min(length(path)) AS away
WHERE away <= $hops
WITH collect({node: node, away: away}) AS found, collect(node) AS nodes
UNWIND found AS each
WITH each.node AS node, each.away AS away, nodes
WITH node, away, COLLECT {
  MATCH (node)-[link]->(other:Lichain)
  WHERE link.key IS NOT NULL AND (other IN nodes OR other:Source)
    AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS relationships
RETURN away, node, relationships, relationships AS evidence
ORDER BY away, node.id
