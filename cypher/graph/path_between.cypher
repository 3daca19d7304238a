// ---
// title_zh: 两者之间有什么联系，最薄弱处在哪里
// title_en: How two things are connected, and by which weakest link
// about_zh: 两者之间最短的联系及次短的联系（不计方向，不经过来源，不计已结束或已取消者，最多六步）。先列经由企业、设施、项目之间事实（供应、持有、运营、投资、合作）的，再列经由地区、环节、产品等的，后者可能只因同处一国一链，意义较小；每种每个长度最多 15 条，途经相同者只列最可靠的一条。最薄弱的一环是可信度最低、其次最早为人所知的一环；长度相同时最可靠者在前。
// about_en: "The shortest connections between two things and the next longer ones, in either direction, not through sources nor deals that ended or were called off, of six steps at most. First those through facts between enterprises, facilities and projects (supply, stakes, operation, investment, partnership), then those through places, segments, products and the like, which may mean no more than the same country or chain. At most 15 of each length and sort; of those through the same things only the surest. The weakest link is the least sure, then the one known longest ago; of equal length the surest comes first."
// parameters:
//   start: {type: any, required: true, zh: 一端, en: one end}
//   end: {type: any, required: true, zh: 另一端, en: the other end}
//   through: {type: text, values: path_through, default: both, zh: 经由什么, en: through what}
// distinct: [start, end]
// columns:
//   steps: {zh: 步数, en: steps}
//   through: {zh: 经由, en: through, values: path_through}
//   path: {type: any, zh: 路径, en: path}
//   weakest: {type: any, zh: 最薄弱的一环, en: weakest link}
//   known: {zh: 该环最早为人所知, en: it has been known since}
//   evidence: {zh: 证据, en: evidence}
// example: {start: ganfeng, end: byd}
// nothing_zh: 六步之内没有已知联系。这不等于没有联系：中间的事实可能未被来源提及。
// nothing_en: No connection within six steps is known. That is not the same as none; a fact in between may not have been named by any source.
// limits_zh: 看不到未被来源提及的联系；一条路径只说明有联系，不说明一端影响另一端。
// limits_en: Connections that no source names are not seen; a path says that two things are connected, not that one affects the other.
// ---
// :param {start: 'ganfeng', end: 'byd', through: 'both', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (a:Lichain {id: $start})
MATCH (b:Lichain {id: $end})
WHERE a <> b
CALL (a, b) {
  WITH a, b
  WHERE $through <> 'anything'
  MATCH path = SHORTEST 2 GROUPS (a)(()-[link:INVESTS_IN|OPERATES|OWNS|PARTNERS_WITH|SUPPLIES
      WHERE NOT coalesce(link.status, '') IN ['ended', 'cancelled']
        AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
        AND link['known_' + $min_confidence] <= $known_at]-()){1,6}(b)
  RETURN path, 'facts' AS through
  UNION ALL
  WITH a, b
  WHERE $through <> 'facts'
  MATCH path = SHORTEST 2 GROUPS (a)(()-[link:ACTIVE_IN|BELONGS_TO|COVERS|FEEDS|HAS_PROVISION|HAS_RESOURCE|HEADQUARTERED_IN|HOLDS_ROLE|INPUT_TO|INVESTS_IN|ISSUED|KIND_OF|LOCATED_IN|OF|OPERATES|OWNS|PARTNERS_WITH|PART_OF|PRODUCES|RECOVERS|SETS|SUPERSEDES|SUPPLIES|SUSPENDS|TOOK_PART_IN
      WHERE NOT coalesce(link.status, '') IN ['ended', 'cancelled']
        AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
        AND link['known_' + $min_confidence] <= $known_at]-()){1,6}(b)
  WITH path
  WHERE $through = 'anything' OR any(link IN relationships(path)
    WHERE NOT type(link) IN ['INVESTS_IN', 'OPERATES', 'OWNS', 'PARTNERS_WITH', 'SUPPLIES'])
  RETURN path, 'anything' AS through
}
WITH path, through
WHERE all(node IN nodes(path) WHERE single(other IN nodes(path) WHERE other = node))
WITH path, through, [link IN relationships(path) |
       [CASE WHEN link.known_disclosed <= $known_at THEN 0 WHEN link.known_reported <= $known_at THEN 1 ELSE 2 END,
        link['known_' + $min_confidence], link]] AS links
WITH path, through, length(path) AS steps, reduce(worst = links[0], each IN links[1..] | CASE
       WHEN each[0] > worst[0] OR each[0] = worst[0] AND each[1] < worst[1] THEN each ELSE worst
     END) AS worst
ORDER BY through DESC, steps, worst[0], worst[1] DESC, [link IN relationships(path) | link.key]
WITH through, steps, [node IN nodes(path) | node.id] AS route, collect([path, worst])[0] AS best
ORDER BY through DESC, steps, best[1][0], best[1][1] DESC, route
WITH through, steps, collect(best)[..15] AS surest
UNWIND surest AS each
WITH through, steps, each[0] AS path, each[1] AS worst
RETURN steps, through, path, [startNode(worst[2]), worst[2], endNode(worst[2])] AS weakest, worst[1] AS known,
       relationships(path) AS evidence
ORDER BY through DESC, steps, worst[0], known DESC, [node IN nodes(path) | node.id], [link IN relationships(path) | link.key]
