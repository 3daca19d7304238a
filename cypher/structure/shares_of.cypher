// ---
// title_zh: 某产品由谁供给，各占多少
// title_en: Who holds which share of a product
// about_zh: 某产品（含其各类变体）的全部持有者按份额排列，规则同 concentration：以实际年产能计，没有才用估计数，规划与目标不计；已知不足两家时改按在产工厂数。不同单位、不同口径分别排名。产能未知的持有者列在最后，份额留空。
// about_en: "All holders of a product (with its kinds) ranked by share, by the rules of concentration: actual capacity a year, an estimate only where there is none, plans and targets never; where fewer than two are known, the number of plants at work. Units and bases are ranked apart. Holders without a figure come last, their share blank."
// parameters:
//   product: {type: Product, required: true, zh: 产品（含其各类变体）, en: "the product, with its kinds"}
//   by: {type: text, values: holder_kind, default: enterprise, zh: 按企业、最终股东、地区或国家, en: "holders: enterprises, ultimate owners, regions or countries"}
//   where: {type: Region, zh: 只计位于此地区的工厂, en: "only plants in this region, with all inside it"}
// columns:
//   rank: {zh: 名次, en: rank}
//   holder: {type: any, zh: 持有者（合办者并列）, en: holder (several where run jointly)}
//   share: {zh: 占已知量（%）, en: share of what is known (%)}
//   amount: {zh: 数量, en: amount, unit: unit}
//   unit: {zh: 单位, en: unit}
//   counts: {zh: 吨位口径, en: what a tonnage counts, values: basis}
//   basis: {zh: 依据, en: basis, values: {plants: {zh: 工厂之和, en: sum of its plants}, total: {zh: 企业自身总数（含其工厂与控股企业）, en: 'its own total (with plants and majority-held companies)'}, both: {zh: 下属企业的总数与工厂数相加（互不重叠）, en: totals of some companies and plants of others}, sites: {zh: 在产工厂数, en: plants at work}, joint: {zh: 只有与其他产品的合计数, en: only a figure for several products}, unknown: {zh: 在产，产能未知, en: 'at work, no figure'}}}
//   nature: {zh: 性质, en: nature, values: {actual: {zh: 实际, en: actual}, estimate: {zh: 估计, en: estimate}, mixed: {zh: 部分为估计, en: partly estimates}}}
//   earliest: {zh: 数字最早期间, en: earliest period}
//   latest: {zh: 数字最近期间, en: latest period}
//   makers: {type: any, zh: 工厂, en: plants}
//   evidence: {zh: 证据, en: evidence}
// step: shares_of
// example: {product: lfp-cathode}
// nothing_zh: 没有记录任何一家在产的制造方。这不等于没有人生产。
// nothing_en: No maker at work is recorded. That is not the same as nobody making it.
// limits_zh: 份额是已知产能中的份额，不是市场份额；未录入的制造方不在其中。
// limits_en: Shares are of the capacity known, not of the market; makers that are not recorded are not among them.
// ---
// :param {product: 'lfp-cathode', by: 'enterprise', where: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// Below are the facts that the program makes its rows of: the products, who makes them, and who owns whom.
MATCH (product:Product)
WHERE ($product IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $product}) })
RETURN product AS thing,
       COLLECT { MATCH (product)-[link:KIND_OF|INPUT_TO]->(:Product) RETURN link ORDER BY link.key } AS links,
       [] AS near
ORDER BY product.id
UNION ALL
MATCH (product:Product)
WHERE ($product IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $product}) })
CALL (product) {
  MATCH (product)<-[makes:PRODUCES|RECOVERS]-(thing:Facility|Enterprise)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
  RETURN thing
  UNION
  MATCH (product)<-[:OF {role: 'scope'}]-(number:Indicator {metric: 'capacity'})-[:OF {role: 'subject'}]->(thing:Facility|Enterprise)
  WHERE EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
  RETURN thing
}
WITH DISTINCT thing
WHERE $where IS NULL OR EXISTS {
  MATCH (thing:Facility)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
}
WITH thing, COLLECT {
  MATCH (thing)<-[:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})
  WHERE number.nature IN ['actual', 'estimate']
    AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
  RETURN number ORDER BY number.id
} AS numbers, COLLECT {
  MATCH (thing)-[link:PRODUCES|RECOVERS]->(:Product)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
  UNION ALL
  MATCH (thing:Facility)-[link:ACTIVE_IN]->(:Segment)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
  UNION ALL
  MATCH (thing:Facility)-[link:LOCATED_IN]->(:Region)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
  UNION ALL
  MATCH (thing:Facility)<-[link:OPERATES|OWNS]-(:Lichain)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS links
RETURN thing,
       links + COLLECT { UNWIND numbers AS number MATCH (number)-[link:OF]->(:Lichain) RETURN link ORDER BY link.key } AS links,
       numbers + [link IN links WHERE type(link) IN ['OPERATES', 'OWNS'] | startNode(link)]
       + [link IN links WHERE type(link) = 'LOCATED_IN' | endNode(link)] AS near
ORDER BY thing.id
UNION ALL
MATCH (region:Region)-[within:PART_OF]->(wider:Region)
WHERE $by IN ['region', 'country']
RETURN region AS thing, [within] AS links, [wider] AS near
ORDER BY region.id, within.key
UNION ALL
MATCH (owner:Organization|Person)-[stake:OWNS]->(thing:Enterprise|Facility)
WHERE $by IN ['enterprise', 'owner'] AND stake.share IS NOT NULL
  AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
  AND stake['known_' + $min_confidence] <= $known_at
RETURN thing, [stake] AS links, [owner] AS near
ORDER BY thing.id, stake.key
