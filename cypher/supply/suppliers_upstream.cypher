// ---
// title_zh: 某企业的供应商、供应商的供应商，直至知识的尽头
// title_en: Who supplies an enterprise, tier by tier, and where knowledge stops
// about_zh: 沿供应关系向上游逐级查找，每家企业一行，列在其最近的一级（第 0 级为该企业自身）；产品为其向上一级各客户所售的全部已知产品，数量属于路径的第一段。“其供应商”一栏说明知识止于何处：已知、已查无记录、不予披露、已查到而尚未录入、未查。已结束或已取消的供应不计。本题在程序中求最短路径；Cypher 返回上游的全部供应关系。
// about_en: "Upstream along supply, one row an enterprise, at the nearest tier it is reached (tier 0 is the enterprise asked about). Products are all it is known to sell to customers one tier below; the volume is that of the path's first link. The state of its own suppliers says where knowledge stops: known, nothing found, withheld, found but not yet recorded, not looked into. Supply that ended or was called off is left out. The program finds the shortest paths; the Cypher returns all supply upstream."
// parameters:
//   of: {type: Enterprise, required: true, zh: 企业, en: the enterprise}
//   tiers: {type: integer, default: 3, min: 1, max: 6, zh: 级数（1 至 6）, en: "tiers upstream, 1 to 6"}
// step: suppliers_upstream
// columns:
//   tier: {zh: 级, en: tier}
//   enterprise: {type: Enterprise, zh: 企业, en: enterprise}
//   products: {type: Product, zh: 所售产品, en: products sold on the way}
//   path: {type: any, zh: 最短路径, en: a shortest path}
//   volume: {zh: 数量, en: volume, unit: volume_unit, bound: volume_bound}
//   volume_unit: {zh: 单位, en: unit}
//   volume_bound: {zh: 界限, en: bound}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   state: {zh: 其供应商, en: its own suppliers, values: {known: {zh: 已知, en: known}, empty: {zh: 已查无记录, en: nothing found}, withheld: {zh: 不予披露, en: withheld}, elsewhere: {zh: 已查到、尚未录入, en: 'found, not yet recorded'}, not_looked_into: {zh: 未查, en: not looked into}}}
//   suppliers: {zh: 已知供应商数, en: known suppliers}
//   looked: {zh: 查阅日期, en: looked on}
//   evidence: {zh: 证据, en: evidence}
// example: {of: catl}
// nothing_zh: 没有这家企业可供列出。
// nothing_en: There is no such enterprise to list.
// limits_zh: 未被来源提及的供应商看不到；“已知”指记录了至少一家供应商，不等于查全；路径上前后两段所售产品未必相关。
// limits_en: Suppliers that no source names are not seen. Known means that at least one is recorded, not that all are; what is sold on one step of a path need not go into what is sold on the next.
// ---
// :param {of: 'catl', tiers: 3, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// $tiers is applied by the program; in Neo4j Browser all six tiers are drawn.
MATCH (customer:Enterprise)-[chain:SUPPLIES*0..6]->(:Enterprise {id: $of})
WHERE $tiers IS NOT NULL AND all(link IN chain WHERE NOT coalesce(link.status, '') IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
  AND link['known_' + $min_confidence] <= $known_at)
WITH DISTINCT customer
OPTIONAL MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer)
WHERE NOT coalesce(supplies.status, '') IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
OPTIONAL MATCH (product:Product {id: supplies.product})
RETURN customer, supplier, supplies, product, COLLECT {
         MATCH (customer)-[look:LOOKED_INTO {direction: 'suppliers'}]->(:Source)
         RETURN look ORDER BY look.looked_on DESC, look.outcome DESC, look.key
       } AS looks
ORDER BY customer.id, supplies.key
