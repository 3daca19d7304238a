// ---
// title_zh: 某环节或产品的下游是什么
// title_en: What lies downstream of a segment or product
// about_zh: 它直接或间接供给的环节，或由它制成的产品，每项一行，给出最短的一条路线与层级。组成部分和产品变体与其整体同属一层，不另计层级。
// about_en: The segments that it feeds, or the products made from it, directly or not; one row each with its tier and a shortest route. Parts and kinds stand on the tier of the whole that they belong to.
// parameters:
//   what: {type: [Segment, Product], required: true, zh: 环节或产品, en: the segment or product}
//   tiers: {type: integer, default: 3, min: 1, max: 6, zh: 最多几层（1 至 6）, en: how many tiers at most (1 to 6)}
// columns:
//   tier: {zh: 层级, en: tier}
//   thing: {type: [Segment, Product], zh: 下游, en: downstream}
//   route: {type: any, zh: 路线, en: route}
//   evidence: {zh: 证据, en: evidence}
// example: {what: lithium-carbonate}
// nothing_zh: 没有记录它的下游。它可能是终点，也可能是下游尚未录入。
// nothing_en: Nothing downstream of it is recorded. It may be an end point, or what comes after it has not been entered.
// ---
// :param {what: 'lithium-carbonate', tiers: 3}
MATCH (own)-[:PART_OF|KIND_OF*0..8]->(:Lichain {id: $what})
WITH DISTINCT own
MATCH path = (own)-[:FEEDS|INPUT_TO|PART_OF|KIND_OF*0..10]->(thing)
WHERE own:Segment OR own:Product
WITH thing, path, size([step IN relationships(path) WHERE type(step) IN ['FEEDS', 'INPUT_TO']]) AS tier
ORDER BY tier, length(path), [node IN nodes(path) | node.id]
WITH thing, collect(tier)[0] AS tier, collect(path)[0] AS route
WHERE tier >= 1 AND tier <= $tiers AND tier <= 6 AND (thing:Segment OR thing:Product)
RETURN tier, thing, route, relationships(route) AS evidence
ORDER BY tier, thing.position, thing.id
