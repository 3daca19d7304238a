// ---
// title_zh: 各产品的产能集中在少数几家手中吗
// title_en: How concentrated the making of each product is
// about_zh: 每个产品每个单位一行：HHI（各家份额百分数的平方和，10000 为独占）、前三名份额与名单。以实际年产能计（没有实际数才用估计数，规划与目标一律不计，同一主体多个数字取最近的实际数）；有数字的不足两家时，改按在产工厂数计（无已知工厂的在产企业算一处）。产品包括其各类变体；不同单位、不同口径分行，不相加。企业自身总数与其工厂（含控股企业）之和只取较大者，不相加；合办工厂算作合办各方的一家。股东指逐级持股过半的最终持有者，无人过半的合资企业算其自身。按地区（省级）或国家，以及限定地区时，只计所在地已知的工厂。
// about_en: "One row a product and unit: HHI (the sum of squared shares in percent, 10,000 where one holds all), the share of the first three and who they are. It goes by actual capacity a year (an estimate only where no actual is known, plans and targets never; of several figures of one thing the latest actual); where fewer than two holders have a figure, by the number of plants at work instead (an enterprise at work of which no plant is known is one). A product includes its kinds; units and bases stand in rows of their own and are never added. Of an enterprise's own total and the sum of its plants and majority-held companies the larger counts, never both; a plant run jointly counts once, for those who run it together. The owner is the last one up the stakes over 50%; a joint venture without one stays itself. By region (province) or country, and within a region, only plants whose place is known count."
// parameters:
//   product: {type: Product, zh: 产品（含其各类变体）, en: "the product, with its kinds"}
//   segment: {type: Segment, zh: 环节（含其组成部分）, en: "products of this segment, with its parts"}
//   by: {type: text, values: holder_kind, default: enterprise, zh: 按企业、最终股东、地区或国家, en: "holders: enterprises, ultimate owners, regions or countries"}
//   where: {type: Region, zh: 只计位于此地区的工厂, en: "only plants in this region, with all inside it"}
// columns:
//   product: {type: Product, zh: 产品, en: product}
//   basis: {zh: 依据, en: basis, values: {capacity: {zh: 产能, en: capacity}, sites: {zh: 在产工厂数（产能不足两家已知）, en: plants at work (capacity known of fewer than two)}}}
//   hhi: {zh: HHI（0 至 10000）, en: 'HHI (0 to 10,000)'}
//   top3: {zh: 前三名份额（%）, en: share of the first three (%)}
//   leaders: {type: any, zh: 前三名, en: first three}
//   holders: {zh: 计入家数, en: holders counted}
//   total: {zh: 合计, en: total, unit: unit}
//   unit: {zh: 单位, en: unit}
//   counts: {zh: 吨位口径, en: what a tonnage counts, values: basis}
//   by_total: {zh: 以企业总数计的家数, en: counted by their own total}
//   estimates: {zh: 其中估计数, en: estimates among the figures}
//   earliest: {zh: 数字最早期间, en: earliest period}
//   latest: {zh: 数字最近期间, en: latest period}
//   undated: {zh: 未注明期间的数字, en: figures without a period}
//   without: {zh: 产能未知的家数, en: holders without a figure}
//   joint: {zh: 其中只有与其他产品合计数的, en: of them with a figure for several products only}
//   plants_without: {zh: 产能未知的在产工厂, en: plants at work without a figure}
//   nobody: {zh: 归属未知的制造方, en: makers whose holder is not known}
//   evidence: {zh: 证据, en: evidence}
// step: concentration
// example: {product: lfp-cathode}
// nothing_zh: 没有记录任何一家在产的制造方，集中度无从计算。这不等于没有人生产。
// nothing_en: No maker at work is recorded, so nothing can be said of concentration. That is not the same as nobody making it.
// limits_zh: 份额是已知产能中的份额，不是市场份额；产能未知的家数和工厂列在行内，未录入的不在其中，HHI 因此往往偏高。
// limits_en: Shares are of the capacity known, not of the market; holders and plants without a figure are counted in the row, those not recorded cannot be, and HHI tends to come out too high.
// ---
// :param {product: 'lfp-cathode', segment: null, by: 'enterprise', where: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// Below are the facts that the program makes its rows of: the products, who makes them, and who owns whom.
MATCH (product:Product)
WHERE ($product IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $product}) })
  AND ($segment IS NULL OR EXISTS { (product)-[:BELONGS_TO]->(:Segment)-[:PART_OF*0..4]->(:Segment {id: $segment}) })
RETURN product AS thing,
       COLLECT { MATCH (product)-[link:KIND_OF|INPUT_TO]->(:Product) RETURN link ORDER BY link.key } AS links,
       [] AS near
ORDER BY product.id
UNION ALL
MATCH (product:Product)
WHERE ($product IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $product}) })
  AND ($segment IS NULL OR EXISTS { (product)-[:BELONGS_TO]->(:Segment)-[:PART_OF*0..4]->(:Segment {id: $segment}) })
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
