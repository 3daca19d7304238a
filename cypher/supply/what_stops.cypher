// ---
// title_zh: 某企业、设施或地区停摆，下游什么会停
// title_en: What stops downstream when an enterprise, facility or region stops
// about_zh: 第 0 级为自身停摆者：该设施，或该企业运营、该地区内的设施；以及供应地位于其中的供应——供应地先看注明的地区，再看产地设施，都不知则以供应商总部（再次为其所在地）代替并注明；问设施而产地未注明的，如该设施是供应商唯一已知生产该产品的设施，则以此代替。客户在其已知采购的某产品（含其各类变体）上失去一家已知供应商为“受影响”，若再无其他已知供应商为“断供”；来源未注明产品的另列。默认只有断供的企业其全部供应随之停止并传到下一级。断供在前，依次按级别、已知客户数排序，自身停摆者列在最后。已结束或已取消的供应不计。传导在程序中计算；Cypher 返回原始事实。
// about_en: "Tier 0 is what itself stops: the facility, or those that the enterprise operates or that lie in the region; and the supply that comes from there. Where supply comes from is the region named, else the site, else, as a stand-in that is marked, the supplier's head office or seat; asked about a facility, supply of unknown origin counts if it is the only facility of the supplier known to make the product. A customer is hit in a product that it is known to buy when it loses a known supplier of it or of a kind of it, and cut off when no other known supplier remains; where the source names no product, that is told apart. Unless asked otherwise only an enterprise that is cut off stops supplying, whatever it sells, and passes the stop on. Cut off comes first, then by tier and number of known customers; what itself stops comes last. Supply that ended or was called off is left out. The program works out the spread; the Cypher returns the facts."
// parameters:
//   when: {type: [Enterprise, Facility, Region], required: true, zh: 停摆的企业、设施或地区, en: "what stops: an enterprise, facility, region or country"}
//   tiers: {type: integer, default: 3, min: 1, max: 6, zh: 级数（1 至 6）, en: "tiers downstream, 1 to 6"}
//   product: {type: Product, zh: 只看该产品（含变体）停止, en: "only its output of this product, with its kinds, stops"}
//   spread: {type: text, values: stop_spread, default: cut_off, zh: 何时向下一级传导, en: "what passes the stop on"}
// step: what_stops
// columns:
//   tier: {zh: 级, en: tier}
//   state: {zh: 影响, en: effect, values: {cut_off: {zh: 断供（无其他已知供应商）, en: cut off (no other known supplier)}, hit: {zh: 受影响, en: hit}, unnamed: {zh: 失去供应商（产品未注明）, en: loses a supplier (product not named)}, stops: {zh: 自身停摆, en: itself stops}}}
//   who: {type: any, zh: 谁, en: who}
//   product: {type: Product, zh: 产品, en: product}
//   lost: {type: Enterprise, zh: 失去的供应商, en: lost suppliers, values: {does_not_apply: {zh: 不适用, en: does not apply}}}
//   remaining: {type: Enterprise, zh: 其余已知供应商, en: other known suppliers, values: {none_known: {zh: 无已知, en: none known}, does_not_apply: {zh: 不适用, en: does not apply}}}
//   perhaps: {type: Enterprise, zh: 或可供应者（产品较宽或未注明）, en: others that may supply it (product wider or not named), values: {none_known: {zh: 无已知, en: none known}, does_not_apply: {zh: 不适用, en: does not apply}}}
//   customers: {zh: 已知客户数, en: known customers}
//   basis: {zh: 所凭, en: rests on, values: {itself: {zh: 自身, en: itself}, operated: {zh: 由其运营, en: operated by it}, supply: {zh: 供应地, en: place of supply}, site: {zh: 设施所在地, en: site}, only_maker: {zh: 唯一已知生产设施（产地未知）, en: only facility known to make it (origin unknown)}, head_office: {zh: 总部（供应地未知）, en: head office (place of supply unknown)}, located: {zh: 企业所在地（供应地未知）, en: where the supplier is (place of supply unknown)}}}
//   status: {zh: 设施状态, en: status of the facility, values: status}
//   evidence: {zh: 证据, en: evidence}
// example: {when: catl}
// nothing_zh: 没有已知的设施或供应会因此停止。这不等于没有影响：其设施、客户或供应地可能未被来源提及，或尚未查阅。
// nothing_en: No facility or supply is known to stop. That is not the same as no effect; its facilities, customers or places of supply may not be named by any source, or nobody has looked yet.
// limits_zh: 看不到未被来源提及的供应商、库存与替代品；“断供”只表示没有其他已知供应商。断供者的全部产品都算停止，不论所缺之物是否用于该产品；子公司不随母公司停摆。
// limits_en: Suppliers that no source names, stocks and substitutes are not seen; cut off means no other known supplier. All that a cut-off enterprise sells is taken to stop, whether or not what it lacks goes into it; subsidiaries do not stop with their parent.
// ---
// :param {when: 'catl', tiers: 3, product: null, spread: 'cut_off', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// $tiers and $spread are applied by the program. First the facilities that stop, then all supply, with a basis where it stops.
MATCH (asked:Lichain {id: $when})
CALL (asked) {
  MATCH (asked:Facility)
  RETURN asked AS facility, 'itself' AS basis, [] AS place
  UNION
  MATCH (asked)-[runs:OPERATES]->(facility:Facility)
  WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
    AND runs['known_' + $min_confidence] <= $known_at
  RETURN facility, 'operated' AS basis, collect(runs) AS place
  UNION
  MATCH (asked:Region)<-[:PART_OF*0..8]-(part:Region)
  WITH DISTINCT part
  MATCH (part)<-[stands:LOCATED_IN]-(facility:Facility)
  WHERE ($as_of IS NULL OR coalesce(stands.valid_from, '') <= $as_of <= coalesce(stands.valid_to + '~', '~'))
    AND stands['known_' + $min_confidence] <= $known_at
  RETURN facility, 'site' AS basis, collect(stands) AS place
}
OPTIONAL MATCH (facility)-[makes:PRODUCES|RECOVERS]->(product:Product)
WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
  AND makes['known_' + $min_confidence] <= $known_at
WITH facility, basis, place, makes, product
WHERE $product IS NULL OR EXISTS { (product)-[:KIND_OF*0..4]->(:Product {id: $product}) }
RETURN facility, makes, null AS supplier, null AS supplies, null AS customer, product, [] AS wider, basis,
       place + COLLECT {
         MATCH (facility)-[named:EVIDENCED_BY]->(:Source)
         WHERE named['known_' + $min_confidence] <= $known_at
         RETURN named ORDER BY named.key
       } AS place
ORDER BY facility.id, makes.key
UNION ALL
MATCH (asked:Lichain {id: $when})
WITH asked, COLLECT { MATCH (asked:Region)<-[:PART_OF*0..8]-(part:Region) RETURN DISTINCT part } AS inside
MATCH (supplier:Enterprise)-[supplies:SUPPLIES]->(customer:Enterprise)
WHERE $tiers IS NOT NULL AND $spread IS NOT NULL AND NOT coalesce(supplies.status, '') IN ['ended', 'cancelled']
  AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
  AND supplies['known_' + $min_confidence] <= $known_at
OPTIONAL MATCH (product:Product {id: supplies.product})
OPTIONAL MATCH (site:Facility {id: supplies.site})
OPTIONAL MATCH (region:Region {id: supplies.region})
WITH asked, inside, supplier, supplies, customer, product, site, region,
     COLLECT { MATCH (product)-[:KIND_OF*0..4]->(wider:Product) RETURN DISTINCT wider.id } AS wider
WITH asked, inside, supplier, supplies, customer, product, site, region, wider,
     asked:Region AND ($product IS NULL OR $product IN wider) AS placed
WITH asked, inside, supplier, supplies, customer, product, site, region, wider,
     COLLECT {
       MATCH (site)-[stands:LOCATED_IN]->(:Region)
       WHERE placed
         AND ($as_of IS NULL OR coalesce(stands.valid_from, '') <= $as_of <= coalesce(stands.valid_to + '~', '~'))
         AND stands['known_' + $min_confidence] <= $known_at
       RETURN stands ORDER BY stands.key
     } AS stands,
     COLLECT {
       MATCH (supplier)-[seat:HEADQUARTERED_IN]->(:Region)
       WHERE placed
         AND ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
         AND seat['known_' + $min_confidence] <= $known_at
       RETURN seat ORDER BY seat.key
     } AS seats,
     COLLECT {
       MATCH (supplier)-[lies:LOCATED_IN]->(:Region)
       WHERE placed
         AND ($as_of IS NULL OR coalesce(lies.valid_from, '') <= $as_of <= coalesce(lies.valid_to + '~', '~'))
         AND lies['known_' + $min_confidence] <= $known_at
       RETURN lies ORDER BY lies.key
     } AS lies,
     COLLECT {
       MATCH (supplier)-[runs:OPERATES]->(maker:Facility)-[makes:PRODUCES|RECOVERS]->(made:Product)
       WHERE asked:Facility AND site IS NULL AND region IS NULL
         AND EXISTS { (made)-[:KIND_OF*0..4]->(product) }
         AND ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
         AND runs['known_' + $min_confidence] <= $known_at
         AND ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
         AND makes['known_' + $min_confidence] <= $known_at
         AND NOT coalesce(makes.status, '') IN ['cancelled', 'closed', 'idle']
         AND NOT EXISTS {
           MATCH (maker)-[later:PRODUCES]->(made)
           WHERE coalesce(later.valid_from, '') > coalesce(makes.valid_from, '') AND type(makes) = 'PRODUCES'
             AND ($as_of IS NULL OR coalesce(later.valid_from, '') <= $as_of <= coalesce(later.valid_to + '~', '~'))
             AND later['known_' + $min_confidence] <= $known_at
         }
       WITH maker, makes, runs ORDER BY makes.key, runs.key
       RETURN [makes, runs]
     } AS makers
WITH asked, inside, supplier, supplies, customer, product, wider, makers,
     CASE
       WHEN region IS NOT NULL THEN 'supply'
       WHEN stands <> [] THEN 'site'
       WHEN seats <> [] THEN 'head_office'
       WHEN lies <> [] THEN 'located'
     END AS from, region, site, stands, seats, lies
WITH asked, inside, supplier, supplies, customer, product, wider, makers, from, region, site,
     CASE from WHEN 'site' THEN stands WHEN 'head_office' THEN seats WHEN 'located' THEN lies ELSE [] END AS links
WITH asked, inside, supplier, supplies, customer, product, wider, makers, from, site, links,
     CASE WHEN region IS NULL THEN [link IN links | endNode(link)] ELSE [region] END AS regions
WITH supplier, supplies, customer, product, wider, makers, links,
     CASE
       WHEN $product IS NOT NULL AND NOT $product IN wider THEN null
       WHEN supplier = asked THEN 'itself'
       WHEN site = asked THEN 'site'
       WHEN makers <> [] AND all(each IN makers WHERE startNode(each[0]) = asked) THEN 'only_maker'
       WHEN any(each IN regions WHERE each IN inside) THEN from
     END AS basis
RETURN null AS facility, null AS makes, supplier, supplies, customer, product, wider, basis,
       CASE WHEN basis = 'only_maker' THEN reduce(all = [], each IN makers | all + each) WHEN basis IS NULL THEN [] ELSE links END AS place
ORDER BY supplies.key
