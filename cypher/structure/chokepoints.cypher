// ---
// title_zh: 从源头到电芯，已知的路都要经过谁
// title_en: What every known way along the chain leads through
// about_zh: 以已知的供应关系（或产品投入关系）为有向图，从起点环节的全部成员走到终点环节的全部成员：列出有终点只能经由其到达的节点（支配点），以及去掉后已知网络断开的节点（割点）。按企业、产品或国家（以总部计）。已结束或取消的供应不计。
// about_en: "Over known supply (or product inputs) as a directed graph, from all in the one segment to all in the other: nodes through which alone some of those at the end are reached (dominators), and nodes without which the known network falls apart (articulation points). By enterprise, product or country (by head office). Supply that ended or was cancelled does not count."
// parameters:
//   start: {type: Segment, default: mining, zh: 起点环节（含其组成部分）, en: "the segment to start from, with its parts"}
//   to: {type: Segment, default: cell, zh: 终点环节（含其组成部分）, en: "the segment to arrive at, with its parts"}
//   level: {type: text, values: chokepoint_level, default: enterprise, zh: 按企业、产品或国家, en: "nodes: enterprises, products or countries"}
// columns:
//   node: {type: any, zh: 节点, en: node}
//   only_through: {zh: 只能经由其到达的终点数, en: targets reached only through it}
//   targets: {zh: 可到达的终点总数, en: targets reached in all}
//   which: {type: any, zh: 其中（至多 10 个）, en: 'which (10 at most)'}
//   cut: {zh: 是否割点, en: articulation point}
//   betweenness: {zh: 中介中心度（仅供参考）, en: 'betweenness (a hint)'}
//   alternatives: {type: any, zh: 已知替代者（同类产品）, en: known alternatives (same product)}
//   evidence: {zh: 证据, en: evidence}
// step: chokepoints
// distinct: [start, to]
// example: {start: mining, to: cell}
// nothing_zh: 已知的关系中没有从起点走到终点的路，或没有任何节点是必经的。这不等于没有瓶颈。
// nothing_en: No known way leads from the one to the other, or none of the nodes stands on every way. That is not the same as no chokepoint.
// limits_zh: 已知的网络是稀疏的：已知中的必经点未必是现实中的必经点；没有来源说出的供应关系不在图中，企业供应的产品也未必沿路加工。
// limits_en: The known graph is sparse; a chokepoint of what is known need not be one of what is, since supply that no source names is missing, and what a firm receives need not go into what it delivers.
// ---
// :param {start: 'mining', to: 'cell', level: 'enterprise', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// Below are the facts that the program makes its rows of: both ends, and what leads from one to the other.
UNWIND [{side: 'from', segment: $start}, {side: 'to', segment: $to}] AS end
MATCH (:Segment {id: end.segment})<-[:PART_OF*0..4]-(part:Segment)
MATCH (part)<-[active:ACTIVE_IN]-(who:Enterprise)
WHERE $level IN ['enterprise', 'country']
  AND NOT coalesce(active.status, '') IN ['closed', 'cancelled']
  AND ($as_of IS NULL OR coalesce(active.valid_from, '') <= $as_of <= coalesce(active.valid_to + '~', '~'))
  AND active['known_' + $min_confidence] <= $known_at
WITH DISTINCT end.side AS side, who
CALL (who) {
  WITH who
  WHERE $level = 'enterprise'
  RETURN who AS thing
  UNION
  MATCH (who)-[seat:HEADQUARTERED_IN]->(:Region)-[:PART_OF*0..8]->(thing:Region {kind: 'country'})
  WHERE $level = 'country' AND seat.valid_to IS NULL
    AND ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
    AND seat['known_' + $min_confidence] <= $known_at
  RETURN thing
}
RETURN DISTINCT thing, side, [] AS near, [] AS links
ORDER BY side, thing.id
UNION ALL
UNWIND [{side: 'from', segment: $start}, {side: 'to', segment: $to}] AS end
MATCH (:Segment {id: end.segment})<-[:PART_OF*0..4]-(:Segment)<-[:BELONGS_TO]-(thing:Product)
WHERE $level = 'product'
RETURN DISTINCT thing, end.side AS side, [] AS near, [] AS links
ORDER BY side, thing.id
UNION ALL
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(thing:Enterprise)
WHERE $level IN ['enterprise', 'country']
  AND NOT supplies.status IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
RETURN thing, '' AS side, [supplier] AS near, [supplies] AS links
ORDER BY supplies.key
UNION ALL
MATCH (thing:Enterprise)-[seat:HEADQUARTERED_IN]->(place:Region)
WHERE $level = 'country'
  AND ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
  AND seat['known_' + $min_confidence] <= $known_at
RETURN thing, '' AS side, [place] AS near, [seat] AS links
ORDER BY seat.key
UNION ALL
MATCH (thing:Region)-[within:PART_OF]->(wider:Region)
WHERE $level = 'country'
RETURN thing, '' AS side, [wider] AS near, [within] AS links
ORDER BY within.key
UNION ALL
MATCH (thing:Product)-[input:INPUT_TO|KIND_OF]->(other:Product)
WHERE $level = 'product'
RETURN thing, '' AS side, [other] AS near, [input] AS links
ORDER BY input.key
