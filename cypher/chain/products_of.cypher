// ---
// title_zh: 某环节有哪些产品，或某企业、设施、项目生产什么
// title_en: Which products belong to a segment, or come from an enterprise, facility or project
// about_zh: 环节：归属于它或其组成部分的产品。企业：自身、其运营的设施或其投资的项目所生产、回收的产品，以及它所供应的产品。依据一栏说明是哪一种。
// about_en: "Of a segment: products that belong to it or its parts. Of an enterprise: what it, a facility it operates or a project it invests in makes or recovers, and what it supplies. The basis says which."
// parameters:
//   what: {type: [Segment, Organization, Facility, Project], required: true, zh: 环节、企业、设施或项目, en: "the segment, enterprise, facility or project"}
// columns:
//   product: {type: Product, zh: 产品, en: product}
//   basis: {zh: 依据, en: basis}
//   through: {type: [Segment, Organization, Facility, Project], zh: 来自, en: through}
//   status: {zh: 状态, en: status, values: status}
//   from: {zh: 起, en: from}
//   until: {zh: 止, en: until}
//   evidence: {zh: 证据, en: evidence}
// example: {what: cathode}
// nothing_zh: 没有记录它的产品。这不等于没有产品：来源没有说，或尚未查阅。
// nothing_en: No product of it is recorded. That is not the same as none; the sources do not say, or nobody has looked yet.
// ---
// :param {what: 'cathode', as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (asked:Lichain {id: $what})
CALL (asked) {
  MATCH (part:Segment)-[:PART_OF*0..8]->(asked)
  MATCH (product:Product)-[basis:BELONGS_TO]->(part)
  RETURN product, basis, part AS through, [] AS links
  UNION
  MATCH (asked)-[links:OPERATES|OWNS|INVESTS_IN*0..1]->(through:Enterprise|Facility|Project)
  WHERE all(link IN links WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at)
  MATCH (through)-[basis:PRODUCES|RECOVERS]->(product:Product)
  WHERE (links = [] OR NOT through:Enterprise)
    AND ($as_of IS NULL OR coalesce(basis.valid_from, '') <= $as_of <= coalesce(basis.valid_to + '~', '~'))
    AND basis['known_' + $min_confidence] <= $known_at
  RETURN product, basis, through, links
  UNION
  MATCH (asked)-[basis:SUPPLIES]->(:Enterprise)
  WHERE ($as_of IS NULL OR coalesce(basis.valid_from, '') <= $as_of <= coalesce(basis.valid_to + '~', '~'))
    AND basis['known_' + $min_confidence] <= $known_at
  MATCH (product:Product {id: basis.product})
  RETURN product, basis, asked AS through, [] AS links
}
WITH DISTINCT product, basis, through, links
ORDER BY [link IN links | link.key]
WITH product, basis, through, collect(links)[0] AS links
RETURN product, basis, through, CASE type(basis) WHEN 'PRODUCES' THEN basis.status END AS status,
       basis.valid_from AS from, basis.valid_to AS until, [basis] + links AS evidence
ORDER BY product.id, through.id, basis.key
