// ---
// title_zh: 谁能替代某供应商
// title_en: Who else could supply what a supplier supplies
// about_zh: 与该供应商无关联、同样生产或供应某产品（或其变体）的企业；不指定产品时，为该供应商已知供应（指定客户的，为供应该客户）或生产的全部产品。无关联指二者之间没有已知的持股路径，也没有共同的控股方（逐级持股均超过 50%）。所在地先看其生产该产品的设施或注明的供应地，都不知则以总部（再次为企业所在地）代替并注明；与该供应商比远近取其最远的一处。仅在指定地区之内者不列，所在地未知者列出。产能为企业自身或其设施就该产品已记录的数字。
// about_en: "Enterprises, not affiliated with the supplier, that make or supply the same product or a kind of it; without a product, all that the supplier is known to supply (to the customer, where one is named) or to make. Not affiliated means that no known stake leads from one to the other, and nobody controls both (more than 50 % at each step). Places are those of the facilities that make it or of the supply, else, marked as a stand-in, the head office or seat; the farthest of them counts. Whoever is known only inside the region to avoid is left out, whoever's place is unknown is not. Capacity is any number recorded for the product, of the enterprise or of its facilities."
// parameters:
//   supplier: {type: Enterprise, required: true, zh: 被替代的供应商, en: the supplier to replace}
//   product: {type: Product, zh: 产品（含变体）, en: "only this product, with its kinds"}
//   customer: {type: Enterprise, zh: 客户, en: for this customer}
//   outside: {type: Region, zh: 须在该地区之外, en: only outside this region}
// distinct: [supplier, customer]
// step: substitutes_for
// columns:
//   product: {type: Product, zh: 产品, en: product}
//   substitute: {type: Enterprise, zh: 可替代者, en: substitute}
//   how: {zh: 依据, en: known to, values: {supplies: {zh: 已知供应, en: supply it}, makes: {zh: 已知生产, en: make it}, not_yet: {zh: 尚未投产（规划或在建）, en: 'plan it (announced or building)'}}}
//   kinds: {type: Product, zh: 具体产品, en: what exactly}
//   place: {type: Region, zh: 所在地, en: place}
//   place_basis: {zh: 地点依据, en: place basis, values: {site: {zh: 生产设施或供应地, en: site or place of supply}, head_office: {zh: 总部（产地未知）, en: head office (origin unknown)}, located: {zh: 企业所在地（产地未知）, en: where the enterprise is (origin unknown)}}}
//   apart: {zh: 与该供应商相比, en: against the supplier, values: {country: {zh: 在另一国, en: in another country}, province: {zh: 在另一省, en: in another province}, same: {zh: 在同一省, en: in the same province}, same_country: {zh: 同国，省份未知, en: 'same country, province unknown'}}}
//   capacity: {type: Indicator, zh: 已知产能, en: known capacity}
//   customers: {type: Enterprise, zh: 该产品的已知客户, en: known customers of it}
//   already: {zh: 是否已供应该客户, en: already supplies the customer, values: {it: {zh: 已供应该产品, en: this product}, other: {zh: 供应其他产品, en: something else}, none_known: {zh: 未见记录, en: not known to}, not_asked: {zh: 未指定客户, en: no customer asked for}}}
//   unknown: {zh: 尚不知道, en: not known about it, values: {capacity: {zh: 产能, en: capacity}, place: {zh: 产地, en: origin}, owners: {zh: 股东, en: owners}, customers: {zh: 客户, en: customers}, nothing: {zh: 上述均有记录, en: all of these are recorded}}}
//   evidence: {zh: 证据, en: evidence}
// example: {supplier: hunan-yuneng}
// nothing_zh: 没有已知的可替代者，或不知道该供应商供应、生产什么。这不等于没有：其他企业的产品可能未被来源提及。
// nothing_en: No substitute is known, or it is not known what the supplier supplies or makes. That is not the same as none; no source may name what other enterprises make.
// limits_zh: 不知其是否有余量、是否通过客户认证、价格与品质是否相当；股权未知者可能有未见的关联。
// limits_en: Whether they have capacity to spare, are qualified by the customer, or match in price and quality is not seen; where owners are unknown, an affiliation may be unseen.
// ---
// :param {supplier: 'hunan-yuneng', product: null, customer: null, outside: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
// The rows here are the facts, those of the supplier itself among them; the program makes a row a product and substitute of them.
MATCH (asked:Enterprise {id: $supplier})
WITH asked, COLLECT {
  MATCH (product:Product {id: $product})
  RETURN product
  UNION
  MATCH (asked)-[supplies:SUPPLIES]->(customer:Enterprise)
  WHERE $product IS NULL AND ($customer IS NULL OR customer.id = $customer)
    AND NOT coalesce(supplies.status, '') IN ['ended', 'cancelled']
    AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
    AND supplies['known_' + $min_confidence] <= $known_at
  MATCH (product:Product {id: supplies.product})
  RETURN product
  UNION
  MATCH (asked)-[via:OPERATES*0..1]->(:Enterprise|Facility)-[makes:PRODUCES|RECOVERS]->(product:Product)
  WHERE $product IS NULL AND $customer IS NULL
    AND ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND all(runs IN via WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
      AND runs['known_' + $min_confidence] <= $known_at)
  RETURN product
} AS products, COLLECT {
  MATCH (asked)-[stakes:OWNS*1..8]->(held:Enterprise)
  WHERE all(stake IN stakes WHERE coalesce(stake.status, 'held') = 'held'
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN DISTINCT held.id AS id
  UNION
  MATCH (asked)<-[stakes:OWNS*1..8]-(owner:Enterprise)
  WHERE all(stake IN stakes WHERE coalesce(stake.status, 'held') = 'held'
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN DISTINCT owner.id AS id
  UNION
  MATCH (asked)<-[over:OWNS*1..8]-(owner:Lichain)
  WHERE all(stake IN over WHERE coalesce(stake.status, 'held') = 'held' AND stake.share > 50
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  WITH DISTINCT owner
  MATCH (owner)-[under:OWNS*1..8]->(sister:Enterprise)
  WHERE all(stake IN under WHERE coalesce(stake.status, 'held') = 'held' AND stake.share > 50
    AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
    AND stake['known_' + $min_confidence] <= $known_at)
  RETURN DISTINCT sister.id AS id
} AS affiliates, COLLECT {
  MATCH (:Enterprise)-[supplies:SUPPLIES]->(:Enterprise)
  WHERE NOT coalesce(supplies.status, '') IN ['ended', 'cancelled']
    AND ($as_of IS NULL OR coalesce(supplies.valid_from, '') <= $as_of <= coalesce(supplies.valid_to + '~', '~'))
    AND supplies['known_' + $min_confidence] <= $known_at
  RETURN supplies
} AS supply
UNWIND products AS product
MATCH (product)<-[:KIND_OF*0..4]-(kind:Product)
WITH DISTINCT asked, affiliates, supply, product, kind
CALL (kind, supply) {
  UNWIND supply AS makes
  WITH makes, startNode(makes) AS who, kind
  WHERE makes.product = kind.id
  RETURN who, makes, null AS via, null AS site
  UNION
  MATCH (who:Enterprise)-[makes:PRODUCES|RECOVERS]->(kind)
  WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND NOT coalesce(makes.status, '') IN ['cancelled', 'closed', 'idle']
    AND NOT EXISTS {
      MATCH (who)-[later:PRODUCES]->(kind)
      WHERE coalesce(later.valid_from, '') > coalesce(makes.valid_from, '') AND type(makes) = 'PRODUCES'
        AND ($as_of IS NULL OR coalesce(later.valid_from, '') <= $as_of <= coalesce(later.valid_to + '~', '~'))
        AND later['known_' + $min_confidence] <= $known_at
    }
  RETURN who, makes, null AS via, null AS site
  UNION
  MATCH (who:Enterprise)-[via:OPERATES]->(site:Facility)-[makes:PRODUCES|RECOVERS]->(kind)
  WHERE ($as_of IS NULL OR coalesce(via.valid_from, '') <= $as_of <= coalesce(via.valid_to + '~', '~'))
    AND via['known_' + $min_confidence] <= $known_at
    AND ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
    AND makes['known_' + $min_confidence] <= $known_at
    AND NOT coalesce(makes.status, '') IN ['cancelled', 'closed', 'idle']
    AND NOT EXISTS {
      MATCH (site)-[later:PRODUCES]->(kind)
      WHERE coalesce(later.valid_from, '') > coalesce(makes.valid_from, '') AND type(makes) = 'PRODUCES'
        AND ($as_of IS NULL OR coalesce(later.valid_from, '') <= $as_of <= coalesce(later.valid_to + '~', '~'))
        AND later['known_' + $min_confidence] <= $known_at
    }
  RETURN who, makes, via, site
}
WITH asked, affiliates, product, kind, who, makes, via, site
WHERE who = asked OR NOT who.id IN affiliates
WITH DISTINCT asked, product, kind, who, makes, via, site
ORDER BY makes.key, via.key
WITH asked, product, who, collect(DISTINCT kind) AS kinds, collect(makes) AS made, collect(via) AS via,
     collect(coalesce(site.id, makes.site)) AS sites, collect(makes.region) AS regions
WITH asked, product, who, kinds, made, via, sites,
     COLLECT { UNWIND regions AS id MATCH (region:Region {id: id}) RETURN DISTINCT region } AS regions,
     COLLECT {
       UNWIND sites AS id
       MATCH (:Facility {id: id})-[stands:LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(stands.valid_from, '') <= $as_of <= coalesce(stands.valid_to + '~', '~'))
         AND stands['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT stands
     } AS stands,
     COLLECT {
       MATCH (who)-[seat:HEADQUARTERED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
         AND seat['known_' + $min_confidence] <= $known_at
       RETURN seat ORDER BY seat.key
     } AS seats,
     COLLECT {
       MATCH (who)-[lies:LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(lies.valid_from, '') <= $as_of <= coalesce(lies.valid_to + '~', '~'))
         AND lies['known_' + $min_confidence] <= $known_at
       RETURN lies ORDER BY lies.key
     } AS lies,
     COLLECT {
       UNWIND sites + [who.id] AS id
       MATCH (:Lichain {id: id})<-[of:OF {role: 'subject'}]-(number:Indicator {metric: 'capacity'})
       WHERE EXISTS { (number)-[:OF {role: 'scope'}]->(scope:Product) WHERE scope IN kinds OR scope = product }
         AND EXISTS { (number)-[shown:EVIDENCED_BY]->(:Source) WHERE shown['known_' + $min_confidence] <= $known_at }
       WITH DISTINCT number, of
       RETURN [number, of] ORDER BY number.id
     } AS numbers,
     EXISTS {
       MATCH (who)<-[stake:OWNS]-(:Lichain)
       WHERE coalesce(stake.status, 'held') = 'held'
         AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
         AND stake['known_' + $min_confidence] <= $known_at
     } AS owned,
     COLLECT {
       MATCH (who)-[sells:SUPPLIES]->(customer:Enterprise)
       WHERE NOT coalesce(sells.status, '') IN ['ended', 'cancelled']
         AND ($as_of IS NULL OR coalesce(sells.valid_from, '') <= $as_of <= coalesce(sells.valid_to + '~', '~'))
         AND sells['known_' + $min_confidence] <= $known_at
       RETURN DISTINCT [sells.product, customer.id]
     } AS sold,
     COLLECT {
       MATCH (who)-[sells:SUPPLIES]->(customer:Enterprise)
       WHERE sells.product IN [each IN kinds | each.id] AND NOT coalesce(sells.status, '') IN ['ended', 'cancelled']
         AND ($as_of IS NULL OR coalesce(sells.valid_from, '') <= $as_of <= coalesce(sells.valid_to + '~', '~'))
         AND sells['known_' + $min_confidence] <= $known_at
       WITH DISTINCT customer
       RETURN customer ORDER BY customer.id
     } AS customers,
     COLLECT {
       MATCH (asked)-[seat:HEADQUARTERED_IN|LOCATED_IN]->(:Region)
       WHERE ($as_of IS NULL OR coalesce(seat.valid_from, '') <= $as_of <= coalesce(seat.valid_to + '~', '~'))
         AND seat['known_' + $min_confidence] <= $known_at
       RETURN seat ORDER BY type(seat), seat.key
     } AS home
WITH asked, product, who, kinds, made, via, numbers, owned, sold, customers, regions, stands, home,
     CASE WHEN seats <> [] THEN seats ELSE lies END AS seats
WITH *, CASE
     WHEN regions <> [] OR stands <> [] THEN 'site'
     WHEN seats <> [] THEN CASE type(seats[0]) WHEN 'HEADQUARTERED_IN' THEN 'head_office' ELSE 'located' END
   END AS place_basis
WITH *, CASE WHEN place_basis = 'site' THEN stands ELSE seats END AS links,
     [seat IN home WHERE type(seat) = type(home[0]) | endNode(seat)] AS home
WITH *, CASE WHEN place_basis = 'site' THEN regions ELSE [] END + [link IN links | endNode(link)] AS spots
RETURN product, who, kinds, made, via, numbers, owned, sold, customers, place_basis, links, spots,
       [spot IN spots WHERE $outside IS NOT NULL AND EXISTS { (spot)-[:PART_OF*0..8]->(:Region {id: $outside}) } | spot.id] AS inside,
       home, COLLECT {
         UNWIND spots + home AS spot
         MATCH (spot)-[:PART_OF*0..8]->(wide:Region)
         WHERE wide.kind IN ['country', 'province']
         RETURN DISTINCT [spot.id, wide.kind, wide.id]
       } AS frame
ORDER BY product.id, who.id
