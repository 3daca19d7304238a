// ---
// title_zh: 有哪些设施
// title_en: Which facilities there are
// about_zh: 矿山、盐湖、冶炼厂、工厂、回收厂、研发中心等，及其运营方、产品、环节、所在地与数字。地区包括其下属全部地区，产品包括其各类变体。
// about_en: Mines, brines, refineries, plants, recycling works, research centres with their operators, products, segments, places and numbers. A region includes everything inside it, a product its kinds.
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   operator: {type: Organization, zh: 运营方或所有者, en: who operates or owns of it}
//   product: {type: Product, zh: 生产或回收的产品, en: "what it makes or recovers, with its kinds"}
// columns:
//   facility: {zh: 设施, en: facility}
//   kind: {zh: 类别, en: kind, values: facility_kind}
//   operators: {zh: 运营方, en: operators}
//   products: {zh: 产品, en: products}
//   segments: {zh: 环节, en: segments}
//   place: {zh: 所在地, en: place}
//   numbers: {zh: 数字, en: numbers}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-430000}
// nothing_zh: 没有记录这样的设施。这不等于没有：所在地、运营方或产品可能未知，或尚未查阅。
// nothing_en: No such facility is recorded. That is not the same as none; its place, operator or products may be unknown, or nobody has looked yet.
// ---
// :param {where: 'cn-430000', operator: null, product: null}
MATCH (facility:Facility)
WHERE ($where IS NULL OR EXISTS { (facility)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where}) })
  AND ($operator IS NULL OR EXISTS { (facility)<-[:OPERATES|OWNS]-(:Organization {id: $operator}) })
  AND ($product IS NULL OR EXISTS { (facility)-[:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(:Product {id: $product}) })
RETURN facility, facility.kind AS kind,
       COLLECT { MATCH (facility)<-[:OPERATES|OWNS]-(operator:Organization) RETURN DISTINCT operator ORDER BY operator.id } AS operators,
       COLLECT { MATCH (facility)-[:PRODUCES|RECOVERS]->(product:Product) RETURN DISTINCT product ORDER BY product.id } AS products,
       COLLECT { MATCH (facility)-[:ACTIVE_IN]->(each:Segment) RETURN DISTINCT each ORDER BY each.position, each.id } AS segments,
       COLLECT { MATCH (facility)-[:LOCATED_IN]->(region:Region) RETURN DISTINCT region ORDER BY region.id } AS place,
       COLLECT { MATCH (facility)<-[:OF {role: 'subject'}]-(number:Indicator) RETURN number ORDER BY number.metric, number.id } AS numbers,
       COLLECT {
         MATCH (facility)-[link:OPERATES|OWNS|PRODUCES|RECOVERS|ACTIVE_IN|LOCATED_IN|OF|EVIDENCED_BY]-(:Lichain)
         RETURN link ORDER BY link.key
       } AS evidence
ORDER BY facility.id
