// ---
// title_zh: 有哪些设施
// title_en: Which facilities there are
// about_zh: 矿山、盐湖、冶炼厂、工厂、回收厂、研发中心等，及其运营方、产品、环节、所在地与数字。地区包括其下属全部地区，产品包括其各类变体，运营方包括其控股（超过 50%，或比例未知而登记为子公司）的企业。
// about_en: Mines, brines, refineries, plants, recycling works, research centres with their operators, products, segments, places and numbers. A region includes everything inside it, a product its kinds, an operator the firms it controls (more than 50 %, or a subsidiary whose share is not known).
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   operator: {type: Organization, zh: 运营方或所有者，含其控股企业, en: "who operates or owns of it, with the firms it controls"}
//   product: {type: Product, zh: 生产或回收的产品, en: "what it makes or recovers, with its kinds"}
// columns:
//   facility: {type: Facility, zh: 设施, en: facility}
//   kind: {zh: 类别, en: kind, values: facility_kind}
//   operators: {type: Organization, zh: 运营方, en: operators}
//   products: {type: Product, zh: 产品, en: products}
//   segments: {type: Segment, zh: 环节, en: segments}
//   place: {type: Region, zh: 所在地, en: place}
//   numbers: {type: Indicator, zh: 数字, en: numbers}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-430000}
// nothing_zh: 没有记录这样的设施。这不等于没有：所在地、运营方或产品可能未知，或尚未查阅。
// nothing_en: No such facility is recorded. That is not the same as none; its place, operator or products may be unknown, or nobody has looked yet.
// ---
// :param {where: 'cn-430000', operator: null, product: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (facility:Facility)
WHERE ($where IS NULL OR EXISTS {
    MATCH (facility)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
    WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
      AND at['known_' + $min_confidence] <= $known_at
  })
  AND ($operator IS NULL OR EXISTS {
    MATCH (facility)<-[runs:OPERATES|OWNS]-(:Organization)<-[stakes:OWNS*0..4]-(:Organization {id: $operator})
    WHERE ($as_of IS NULL OR coalesce(runs.valid_from, '') <= $as_of <= coalesce(runs.valid_to + '~', '~'))
      AND runs['known_' + $min_confidence] <= $known_at
      AND all(stake IN stakes WHERE coalesce(stake.status, 'held') = 'held'
        AND (stake.share > 50 OR (stake.share IS NULL AND endNode(stake).form = 'subsidiary'))
        AND ($as_of IS NULL OR coalesce(stake.valid_from, '') <= $as_of <= coalesce(stake.valid_to + '~', '~'))
        AND stake['known_' + $min_confidence] <= $known_at)
  })
  AND ($product IS NULL OR EXISTS {
    MATCH (facility)-[makes:PRODUCES|RECOVERS]->(:Product)-[:KIND_OF*0..4]->(:Product {id: $product})
    WHERE ($as_of IS NULL OR coalesce(makes.valid_from, '') <= $as_of <= coalesce(makes.valid_to + '~', '~'))
      AND makes['known_' + $min_confidence] <= $known_at
  })
WITH facility, COLLECT {
  MATCH (facility)-[link:OPERATES|OWNS|PRODUCES|RECOVERS|ACTIVE_IN|LOCATED_IN]-(:Lichain)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS links, COLLECT {
  MATCH (facility)<-[:OF {role: 'subject'}]-(number:Indicator)-[shown:EVIDENCED_BY]->(:Source)
  WHERE shown['known_' + $min_confidence] <= $known_at
  WITH DISTINCT number
  RETURN number ORDER BY number.metric, number.id
} AS numbers
WHERE links <> [] OR EXISTS { (facility)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
RETURN facility, facility.kind AS kind,
       COLLECT {
         UNWIND [link IN links WHERE type(link) IN ['OPERATES', 'OWNS'] | startNode(link)] AS operator
         WITH DISTINCT operator
         RETURN operator ORDER BY operator.id
       } AS operators,
       COLLECT {
         UNWIND [link IN links WHERE type(link) IN ['PRODUCES', 'RECOVERS'] | endNode(link)] AS product
         WITH DISTINCT product
         RETURN product ORDER BY product.id
       } AS products,
       COLLECT {
         UNWIND [link IN links WHERE type(link) = 'ACTIVE_IN' | endNode(link)] AS each
         WITH DISTINCT each
         RETURN each ORDER BY each.position, each.id
       } AS segments,
       COLLECT {
         UNWIND [link IN links WHERE type(link) = 'LOCATED_IN' | endNode(link)] AS region
         WITH DISTINCT region
         RETURN region ORDER BY region.id
       } AS place,
       numbers, links + COLLECT {
         UNWIND numbers AS number
         MATCH (number)-[link:OF {role: 'subject'}]->(facility)
         RETURN link ORDER BY link.key
       } + COLLECT { MATCH (facility)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS evidence
ORDER BY facility.id
