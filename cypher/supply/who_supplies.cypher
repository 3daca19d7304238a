// ---
// title_zh: 谁在哪里向谁供应什么
// title_en: Who supplies what to whom, and where
// about_zh: 企业间的供应关系，一项事实一行；四项均可不填。企业包括其控股（超过 50%，或比例未知而登记为子公司）的企业，产品包括其各类变体（来源未注明产品的，只在不限产品时列出），地区包括其下属全部地区。
// about_en: Supply between enterprises, one row a fact; each of the four may be left out. An enterprise stands for the firms that it controls too (more than 50 %, or a subsidiary whose share is not known). A product includes its kinds (where the source names none, the row shows only when no product is asked for), a region everything inside it.
// parameters:
//   what: {type: Product, zh: 产品, en: the product supplied}
//   to: {type: Enterprise, zh: 客户，含其控股企业, en: "the customer, with the firms it controls"}
//   where: {type: Region, zh: 供应地所在地区, en: where it comes from}
//   by: {type: Enterprise, zh: 供应商，含其控股企业, en: "the supplier, with the firms it controls"}
// columns:
//   supplier: {type: Enterprise, zh: 供应商, en: supplier}
//   product: {type: Product, zh: 产品, en: product}
//   customer: {type: Enterprise, zh: 客户, en: customer}
//   site: {type: Facility, zh: 产地设施, en: site}
//   place: {type: Region, zh: 供应地, en: place}
//   place_basis: {zh: 地点依据, en: place basis, values: {supply: {zh: 供应地, en: place of supply}, site: {zh: 设施所在地, en: site}, head_office: {zh: 总部（供应地未知）, en: head office (place of supply unknown)}, located: {zh: 企业所在地（供应地未知）, en: where the supplier is (place of supply unknown)}}}
//   status: {zh: 状态, en: status, values: supply_status}
//   volume: {zh: 数量, en: volume, unit: volume_unit}
//   volume_unit: {zh: 单位, en: unit}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {to: catl}
// nothing_zh: 图谱中没有记录这样的供应关系。这不等于不存在：来源没有说，或尚未查阅。
// nothing_en: No such supply is recorded here. That is not the same as none; the sources do not say, or nobody has looked yet.
// ---
// :param {what: null, to: 'catl', where: null, by: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// A head office only stands in for a place that is not known: a row rests on it only if a place was asked for.
WITH COLLECT {
  MATCH path = (:Organization {id: $to})-[:OWNS*0..4]->(:Enterprise)
  WHERE all(stake IN relationships(path) WHERE coalesce(stake.status, 'held') = 'held'
    AND (stake.share > 50 OR (stake.share IS NULL AND endNode(stake).form = 'subsidiary'))
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN path ORDER BY length(path), [stake IN relationships(path) | stake.key]
} AS buyers, COLLECT {
  MATCH path = (:Organization {id: $by})-[:OWNS*0..4]->(:Enterprise)
  WHERE all(stake IN relationships(path) WHERE coalesce(stake.status, 'held') = 'held'
    AND (stake.share > 50 OR (stake.share IS NULL AND endNode(stake).form = 'subsidiary'))
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN path ORDER BY length(path), [stake IN relationships(path) | stake.key]
} AS sellers
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer:Enterprise)
WHERE ($to IS NULL OR any(path IN buyers WHERE last(nodes(path)) = customer))
  AND ($by IS NULL OR any(path IN sellers WHERE last(nodes(path)) = supplier))
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
WITH supplier, supplies, customer,
     coalesce([path IN sellers WHERE last(nodes(path)) = supplier | relationships(path)][0], []) +
     coalesce([path IN buyers WHERE last(nodes(path)) = customer | relationships(path)][0], []) AS stakes
OPTIONAL MATCH (product:Product {id: supplies.product})
OPTIONAL MATCH (site:Facility {id: supplies.site})
OPTIONAL MATCH (region:Region {id: supplies.region})
WITH supplier, supplies, stakes, customer, product, site, region,
     COLLECT {
       MATCH (site)-[stands:LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(stands.valid_from, '') <= $as_of <= coalesce(stands.valid_to + '~', '~'))
         AND stands['known_' + $min_confidence] <= $known_at
       RETURN stands ORDER BY stands.key
     } AS stands,
     COLLECT {
       MATCH (supplier)-[seat:HEADQUARTERED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
         AND seat['known_' + $min_confidence] <= $known_at
       RETURN seat ORDER BY seat.key
     } AS seats,
     COLLECT {
       MATCH (supplier)-[lies:LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(lies.valid_from, '') <= $as_of <= coalesce(lies.valid_to + '~', '~'))
         AND lies['known_' + $min_confidence] <= $known_at
       RETURN lies ORDER BY lies.key
     } AS lies
WITH supplier, supplies, stakes, customer, product, site, region, stands, seats, lies,
     CASE
       WHEN region IS NOT NULL THEN 'supply'
       WHEN stands <> [] THEN 'site'
       WHEN seats <> [] THEN 'head_office'
       WHEN lies <> [] THEN 'located'
     END AS place_basis
WITH supplier, supplies, stakes, customer, product, site, region, place_basis,
     CASE place_basis WHEN 'site' THEN stands WHEN 'head_office' THEN seats WHEN 'located' THEN lies ELSE [] END AS links
WITH supplier, supplies, stakes, customer, product, site, place_basis, links,
     CASE place_basis WHEN 'supply' THEN [region] ELSE [link IN links | endNode(link)] END AS place
WHERE ($what IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $what}) })
  AND ($where IS NULL OR any(each IN place WHERE EXISTS { (each)-[:PART_OF*0..8]->(:Region {id: $where}) }))
RETURN supplier, product, customer, site, place, place_basis, supplies.status AS status,
       supplies.volume AS volume, supplies.volume_unit AS volume_unit,
       supplies.valid_from AS from, supplies.valid_to AS until,
       [supplies] + stakes + CASE WHEN $where IS NULL AND place_basis <> 'site' THEN [] ELSE links END AS evidence
ORDER BY customer.id, product.id, supplier.id, from, supplies.key
