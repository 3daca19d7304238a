// ---
// title_zh: 某事物与什么直接相连
// title_en: What a thing is directly connected with
// about_zh: 它参与的全部关系，箭头为事实的方向，包括其出处。
// about_en: Every relationship it has part in, with the arrow in the direction of the fact, its sources among them.
// parameters:
//   what: {type: any, required: true, zh: 任何事物, en: anything in the graph}
// columns:
//   fact: {type: any, zh: 事实, en: fact}
//   neighbour: {type: any, zh: 相邻, en: neighbour}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {what: svolt}
// nothing_zh: 它在图谱中没有任何关系。
// nothing_en: It has no relationship in the graph.
// ---
// :param {what: 'svolt', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (thing:Lichain {id: $what})-[link]-(neighbour:Lichain)
WHERE link.key IS NOT NULL
  AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
  AND link['known_' + $min_confidence] <= $known_at
RETURN [startNode(link), link, endNode(link)] AS fact, neighbour,
       link.valid_from AS from, link.valid_to AS until, [link] AS evidence
ORDER BY type(link), startNode(link) = thing DESC, neighbour.id, link.key
