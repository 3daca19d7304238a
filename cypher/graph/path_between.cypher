// ---
// title_zh: 两者之间有什么联系
// title_en: How two things are connected
// about_zh: 两者之间最短的事实路径（不计方向，不经过来源，最多六步），一条路径一行，最多列出 50 条。
// about_en: The shortest paths of facts between two things, in either direction, not through sources, of six steps at most; one row a path, 50 at most.
// parameters:
//   start: {type: any, required: true, zh: 一端, en: one end}
//   end: {type: any, required: true, zh: 另一端, en: the other end}
// distinct: [start, end]
// columns:
//   steps: {zh: 步数, en: steps}
//   path: {type: any, zh: 路径, en: path}
//   evidence: {zh: 证据, en: evidence}
// example: {start: ganfeng, end: byd}
// nothing_zh: 六步之内没有已知联系。这不等于没有联系：中间的事实可能未被来源提及。
// nothing_en: No connection within six steps is known. That is not the same as none; a fact in between may not have been named by any source.
// ---
// :param {start: 'ganfeng', end: 'byd', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (a:Lichain {id: $start})
MATCH (b:Lichain {id: $end})
WHERE a <> b
MATCH path = allShortestPaths((a)-[:ACTIVE_IN|BELONGS_TO|COVERS|FEEDS|HAS_PROVISION|HAS_RESOURCE|HEADQUARTERED_IN|HOLDS_ROLE|INPUT_TO|INVESTS_IN|ISSUED|KIND_OF|LOCATED_IN|OF|OPERATES|OWNS|PARTNERS_WITH|PART_OF|PRODUCES|RECOVERS|SETS|SUPERSEDES|SUPPLIES|SUSPENDS|TOOK_PART_IN*..6]-(b))
WHERE all(link IN relationships(path) WHERE link['known_' + $min_confidence] <= $known_at
  AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~')))
RETURN length(path) AS steps, path, relationships(path) AS evidence
ORDER BY [node IN nodes(path) | node.id], [link IN relationships(path) | link.key]
LIMIT 50
