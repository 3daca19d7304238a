// ---
// title_zh: 某企业对某地区的依赖有多深
// title_en: How exposed an enterprise is to a region
// about_zh: 某企业在某地区（含其下属全部地区）的设施、各级供应商、客户、股东与持股，各附路径与证据，并给出同类中已知几家、几家在此地、几家地点未知，便于如实表述比例。供应商以供应地为准，其次产地设施，未知时以总部代替并注明；客户与股东按总部。持股路径至多四级，各级比例均已知时给出连乘比例；已结束或取消的供应不计。
// about_en: "What an enterprise has in a region with all inside it: sites, suppliers by tier, customers, owners and stakes, each with its path and evidence, and of each kind how many are known, how many of them are there and of how many the place is not known, so that a share can be stated honestly. A supplier counts by the place of supply, else its site, else its head office, marked so; customers and owners by head office. Paths of stakes go up to four steps, with the product of the shares where all are known; supply that ended or was cancelled does not count."
// parameters:
//   of: {type: Enterprise, required: true, zh: 企业, en: the enterprise}
//   to: {type: Region, required: true, zh: 地区, en: "the region, with all inside it"}
//   tiers: {type: integer, default: 2, min: 1, max: 6, zh: 供应商级数, en: tiers of suppliers}
// columns:
//   kind: {zh: 关系, en: tie, values: {site: {zh: 自有或运营设施, en: own site}, supplier: {zh: 供应商, en: supplier}, customer: {zh: 客户, en: customer}, owner: {zh: 股东, en: owner}, stake: {zh: 对外持股, en: stake}}}
//   tier: {zh: 级, en: tier}
//   finding: {zh: 结果, en: finding, values: {there: {zh: 在此地, en: there}, none_known: {zh: 已知的都不在此地或地点未知, en: 'none of those known is known to be there'}}}
//   here: {zh: 同类在此地, en: of this kind there}
//   known: {zh: 同类已知, en: of this kind known}
//   unplaced: {zh: 其中地点未知, en: of them place not known}
//   who: {type: any, zh: 主体, en: who}
//   products: {type: Product, zh: 产品, en: products}
//   place: {type: Region, zh: 地点, en: place}
//   place_basis: {zh: 地点依据, en: place basis, values: {supply: {zh: 供应地, en: place of supply}, site: {zh: 产地设施, en: site}, head_office: {zh: 总部（供应地未知）, en: head office (place of supply unknown)}, seat: {zh: 总部, en: head office}, located: {zh: 所在地, en: where it is}}}
//   path: {type: any, zh: 路径, en: path}
//   share: {zh: 连乘持股（%）, en: share along the path (%)}
//   evidence: {zh: 证据, en: evidence}
// step: exposure
// example: {of: catl, to: cn-510000}
// nothing_zh: 没有记录该企业的任何设施、供应商、客户、股东或持股。这不等于没有依赖。
// nothing_en: No site, supplier, customer, owner or stake of it is recorded. That is not the same as no exposure.
// limits_zh: 只看得到来源提到的关系；份额按家数计，不按金额或数量；地点比该地区更宽的（如只知在中国）计为地点未知。
// limits_en: It sees only ties that a source names; counts are of parties, not of money or tonnes; a place wider than the region (China, where a province is asked) counts as not known.
// ---
// :param {of: 'catl', to: 'cn-510000', tiers: 2, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// Below are the facts that the program makes its rows of: supply, stakes, seats and places. tiers: $tiers.
MATCH (thing:Lichain {id: $of})
RETURN thing, [] AS near, [] AS links
ORDER BY thing.id
UNION ALL
MATCH (thing:Region {id: $to})
RETURN thing, [] AS near,
       COLLECT { MATCH (thing)-[:PART_OF*0..8]->(:Region)-[link:PART_OF]->(:Region) RETURN DISTINCT link ORDER BY link.key }
       + COLLECT { MATCH (thing)<-[:PART_OF*0..8]-(:Region)<-[link:PART_OF]-(:Region) RETURN DISTINCT link ORDER BY link.key } AS links
ORDER BY thing.id
UNION ALL
MATCH (:Enterprise {id: $of})<-[:SUPPLIES*0..5]-(customer:Enterprise)
WITH DISTINCT customer
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer)
WHERE ($tiers > 1 OR customer.id = $of)
  AND NOT supplies.status IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
OPTIONAL MATCH (product:Product {id: supplies.product})
OPTIONAL MATCH (region:Region {id: supplies.region})
OPTIONAL MATCH (site:Facility {id: supplies.site})
RETURN supplier AS thing, [customer, product, region] AS near,
       [supplies] + COLLECT {
         MATCH (site)-[stands:LOCATED_IN]->(:Region)
         WHERE ($as_of IS NULL OR coalesce(stands.valid_from, '') <= $as_of <= coalesce(stands.valid_to + '~', '~'))
           AND stands['known_' + $min_confidence] <= $known_at
         RETURN stands ORDER BY stands.key
       } AS links
ORDER BY supplies.key
UNION ALL
MATCH (thing:Enterprise {id: $of})-[supplies:SUPPLIES]->(customer:Enterprise)
WHERE NOT supplies.status IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
OPTIONAL MATCH (product:Product {id: supplies.product})
RETURN thing, [customer, product] AS near, [supplies] AS links
ORDER BY supplies.key
UNION ALL
MATCH (:Enterprise {id: $of})-[:OWNS*0..3]->(owner:Lichain)
WITH DISTINCT owner
MATCH (owner)-[stake:OWNS]->(thing:Lichain)
WHERE coalesce(stake.status, 'held') = 'held'
  AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
  AND stake['known_' + $min_confidence] <= $known_at
RETURN thing, [owner] AS near, [stake] AS links
ORDER BY thing.id, stake.key
UNION ALL
MATCH (:Enterprise {id: $of})<-[:OWNS*0..3]-(thing:Lichain)
WITH DISTINCT thing
MATCH (owner:Organization|Person)-[stake:OWNS]->(thing)
WHERE coalesce(stake.status, 'held') = 'held'
  AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
  AND stake['known_' + $min_confidence] <= $known_at
RETURN thing, [owner] AS near, [stake] AS links
ORDER BY thing.id, stake.key
UNION ALL
MATCH (:Enterprise {id: $of})-[runs:OPERATES]->(thing:Facility)
WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
  AND runs['known_' + $min_confidence] <= $known_at
RETURN thing, [] AS near, [runs] AS links
ORDER BY thing.id, runs.key
UNION ALL
MATCH (from:Enterprise {id: $of})
CALL (from) {
  MATCH (from)<-[:SUPPLIES*1..6]-(thing:Enterprise)
  RETURN DISTINCT thing
  UNION
  MATCH (from)-[:SUPPLIES]->(thing:Enterprise)
  RETURN DISTINCT thing
  UNION
  MATCH (from)-[:OWNS*1..4]->(thing:Lichain)
  RETURN DISTINCT thing
  UNION
  MATCH (from)<-[:OWNS*1..4]-(thing:Lichain)
  RETURN DISTINCT thing
  UNION
  MATCH (from)-[:OPERATES]->(thing:Facility)
  RETURN DISTINCT thing
}
MATCH (thing)-[seat:HEADQUARTERED_IN|LOCATED_IN]->(place:Region)
WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
  AND seat['known_' + $min_confidence] <= $known_at
RETURN thing, [place] AS near, [seat] AS links
ORDER BY thing.id, seat.key
