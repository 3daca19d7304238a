// ---
// title_zh: 某地强在哪些环节与产品（强链）
// title_en: In which segments and products a region is strong
// about_zh: 按环节、再按产品（含其各类变体）列出某地（含其下属全部地区）的企业数、在产/在建/规划工厂数、年产能及其占全国已知总量的份额、在同级地区中的名次，以及链主（产能最大、上市、政策点名的企业）和政策目标。产能取各厂最近的实际数，没有才用估计数，只加同一单位同一口径；产能未知时按在产工厂数排名。企业按总部或在当地运营的工厂计入。问国家时与各国比较。
// about_en: "By segment, then by product with its kinds, what a region with all inside it has: enterprises, plants at work, under construction and planned, capacity a year with its share of what is known of the country, its rank among regions of its level, lead firms (largest capacity, listed, named by a policy) and targets. Capacity is each plant's latest actual figure (an estimate only where there is none), added within one unit and basis only; where none is known the rank goes by plants at work. Enterprises count by head office or by a plant they run there. A country is compared with all countries."
// parameters:
//   where: {type: Region, required: true, zh: 地区, en: "the region, with all inside it"}
// columns:
//   segment: {type: Segment, zh: 环节, en: segment}
//   product: {type: Product, zh: 产品（空为环节整体）, en: product (blank for the segment as a whole)}
//   rank: {zh: 同级地区名次, en: rank among regions of its level}
//   among: {zh: 有数的同级地区, en: regions of its level with any}
//   measure: {zh: 排名依据, en: ranked by, values: {capacity: {zh: 产能, en: capacity}, sites: {zh: 在产工厂数, en: plants at work}}}
//   share: {zh: 占全国已知量（%）, en: share of the country's known total (%)}
//   enterprises: {zh: 企业, en: enterprises}
//   at_work: {zh: 在产工厂, en: plants at work}
//   building: {zh: 在建, en: under construction}
//   planned: {zh: 规划, en: planned}
//   unsure: {zh: 状态不明, en: state not known}
//   capacity: {zh: 年产能, en: capacity, unit: unit}
//   unit: {zh: 单位, en: unit}
//   counts: {zh: 吨位口径, en: what a tonnage counts, values: basis}
//   country: {zh: 全国已知产能, en: known capacity of the country, unit: country_unit}
//   country_unit: {zh: 单位, en: unit}
//   estimates: {zh: 其中估计数, en: estimates among the figures}
//   latest: {zh: 数字最近期间, en: latest period}
//   without: {zh: 产能未知的在产工厂, en: plants at work without a figure}
//   largest: {type: any, zh: 产能最大的企业, en: largest by capacity}
//   listed: {type: any, zh: 上市企业, en: listed}
//   named: {type: any, zh: 政策点名的企业, en: named by a policy}
//   targets: {type: Indicator, zh: 政策目标, en: targets}
//   evidence: {zh: 证据, en: evidence}
// step: strengths_of
// example: {where: cn-430000}
// nothing_zh: 没有记录此地的任何企业或工厂从事哪个环节。这不等于没有：可能尚未查阅。
// nothing_en: No enterprise or plant of a segment is recorded there. That is not the same as none; nobody may have looked yet.
// limits_zh: 名次与份额只就图谱所知：未录入的工厂、产能未知或只知道在哪个国家的工厂不在其中，各地查阅的深浅也不同。
// limits_en: Rank and share are of what is known here; plants that are not recorded, have no figure or are placed in a country only are left out, and regions have been looked into more or less deeply.
// ---
// :param {where: 'cn-430000', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// Below are the facts that the program makes its rows of: plants of the country, enterprises seated there, targets, and the frame.
MATCH (region:Region {id: $where})
MATCH (region)-[:PART_OF*0..8]->(country:Region {kind: 'country'})
WITH DISTINCT CASE region.kind WHEN 'country' THEN null ELSE country.id END AS country
MATCH (thing:Facility)
WHERE EXISTS {
  MATCH (thing)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(whole:Region {kind: 'country'})
  WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
    AND at['known_' + $min_confidence] <= $known_at
    AND (country IS NULL OR whole.id = country)
}
WITH thing, COLLECT {
  MATCH (thing)<-[:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})
  WHERE number.nature IN ['actual', 'estimate']
    AND EXISTS { (number)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
  RETURN number ORDER BY number.id
} AS numbers, COLLECT {
  MATCH (thing)-[link:PRODUCES|RECOVERS|ACTIVE_IN|LOCATED_IN|OPERATES]-(:Lichain)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS links
RETURN thing,
       links + COLLECT {
         UNWIND numbers AS number
         MATCH (number)-[link:OF]->(:Lichain)
         RETURN link ORDER BY link.key
       } AS links,
       numbers + [link IN links WHERE type(link) = 'OPERATES' | startNode(link)] AS near
ORDER BY thing.id
UNION ALL
MATCH (:Region {id: $where})<-[:PART_OF*0..8]-(place:Region)<-[seat:HEADQUARTERED_IN]-(thing:Enterprise)
WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
  AND seat['known_' + $min_confidence] <= $known_at
WITH DISTINCT thing
RETURN thing, COLLECT {
  MATCH (thing)-[link:PRODUCES|RECOVERS|ACTIVE_IN|HEADQUARTERED_IN]->(:Lichain)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS links, [] AS near
ORDER BY thing.id
UNION ALL
MATCH (policy:Policy|Provision)-[covers:COVERS]->(thing:Enterprise)
RETURN thing, [covers] AS links, [policy] AS near
ORDER BY thing.id, covers.key
UNION ALL
MATCH (:Region {id: $where})<-[:PART_OF*0..8]-(place:Region)<-[:OF {role: 'subject'}]-(thing:Indicator {nature: 'target'})
WHERE EXISTS { (thing)-[shown:EVIDENCED_BY WHERE shown['known_' + $min_confidence] <= $known_at]->(:Source) }
WITH DISTINCT thing
RETURN thing, COLLECT { MATCH (thing)-[link:OF]->(:Lichain) RETURN link ORDER BY link.key } AS links, [] AS near
ORDER BY thing.id
UNION ALL
MATCH (thing:Region)
RETURN thing, COLLECT { MATCH (thing)-[link:PART_OF]->(:Region) RETURN link ORDER BY link.key } AS links, [] AS near
ORDER BY thing.id
UNION ALL
MATCH (thing:Product|Segment)
RETURN thing, COLLECT {
  MATCH (thing)-[link:KIND_OF|INPUT_TO|BELONGS_TO|PART_OF]->(:Product|Segment) RETURN link ORDER BY link.key
} AS links, [] AS near
ORDER BY thing.id
