// ---
// title_zh: 关于某事物的每一条依据
// title_en: What every statement about a thing rests on
// about_zh: 该事物的出处，以及它参与的每一项事实；一条声明一行，给出来源、原文位置、可信度与备注。
// about_en: Where the thing is named or described, and every fact it has part in; one row a claim with its source, the place in it, the confidence and our note.
// parameters:
//   what: {type: any, required: true, zh: 任何事物, en: anything in the graph}
// columns:
//   fact: {type: any, zh: 事实, en: fact}
//   claim: {zh: 声明, en: claim}
//   source: {type: Source, zh: 来源, en: source}
//   locator: {zh: 位置, en: place in it}
//   confidence: {zh: 事实可信度, en: confidence of the fact, values: confidence}
//   recorded: {zh: 记录日期, en: recorded}
//   note: {zh: 备注, en: note}
//   evidence: {zh: 证据, en: evidence}
// example: {what: catl}
// nothing_zh: 图谱中没有关于它的任何声明。
// nothing_en: The graph holds no claim about it at all.
// ---
// :param {what: 'catl'}
MATCH (thing:Lichain {id: $what})-[link]-(:Lichain)
WHERE link.key IS NOT NULL AND link.claims IS NOT NULL
WITH DISTINCT link
UNWIND range(0, size(link.claims) - 1) AS at
OPTIONAL MATCH (source:Source {id: link.sources[at]})
RETURN [startNode(link), link, endNode(link)] AS fact, link.claims[at] AS claim, source, link.locators[at] AS locator,
       link.confidence AS confidence, link.recorded_at AS recorded, link.notes[at] AS note, [link] AS evidence
ORDER BY type(link) = 'EVIDENCED_BY' DESC, link.key, source.id, locator, claim
