// ---
// title_zh: 某环节或产品的上游是什么
// title_en: What lies upstream of a segment or product
// about_zh: 直接或间接供给它的环节，或制成它所需的产品，每项一行，给出最短的一条路线与层级。组成部分和产品变体与其整体同属一层，不另计层级。
// about_en: The segments that feed it, or the products it is made from, directly or not; one row each with its tier and a shortest route. Parts and kinds stand on the tier of the whole that they belong to.
// parameters:
//   what: {type: [Segment, Product], required: true, zh: 环节或产品, en: the segment or product}
//   tiers: {type: integer, default: 3, min: 1, max: 6, zh: 最多几层（1 至 6）, en: how many tiers at most (1 to 6)}
// columns:
//   tier: {zh: 层级, en: tier}
//   thing: {type: [Segment, Product], zh: 上游, en: upstream}
//   route: {type: any, zh: 路线, en: route}
//   evidence: {zh: 证据, en: evidence}
// example: {what: cell}
// nothing_zh: 没有记录它的上游。它可能是起点，也可能是上游尚未录入。
// nothing_en: Nothing upstream of it is recorded. It may be a starting point, or what comes before it has not been entered.
// ---
// :param {what: 'cell', tiers: 3}
MATCH (asked:Lichain {id: $what})
MATCH path = (thing)-[:FEEDS|INPUT_TO|PART_OF|KIND_OF*1..10]->(asked)
WHERE thing <> asked
WITH thing, path, size([step IN relationships(path) WHERE type(step) IN ['FEEDS', 'INPUT_TO']]) AS tier
ORDER BY tier, length(path), [node IN nodes(path) | node.id]
WITH thing, collect(tier)[0] AS tier, collect(path)[0] AS route
WHERE tier >= 1 AND tier <= $tiers AND tier <= 6 AND (thing:Segment OR thing:Product)
RETURN tier, thing, route, relationships(route) AS evidence
ORDER BY tier, thing.position, thing.id
