// ---
// title_zh: 有哪些项目
// title_en: Which projects there are
// about_zh: 投资项目及项目批次：各方、所在地、环节、产品、签约与开工日期，以及关于它的数字（规模、金额、数量）。地区包括其下属全部地区，环节包括其组成部分。
// about_en: Investments and batches of them with their parties, places, segments, products, dates of signing and start, and the numbers about them (capacity, amount, count). A region includes everything inside it, a segment its parts.
// parameters:
//   where: {type: Region, zh: 地区, en: "the region, with all inside it"}
//   segment: {type: Segment, zh: 环节, en: "the segment, with its parts"}
//   by: {type: Organization, zh: 投资方或股东, en: who invests in it or owns of it}
// columns:
//   project: {type: Project, zh: 项目, en: project}
//   kind: {zh: 类别, en: kind, values: project_kind}
//   parties: {type: Organization, zh: 各方, en: parties}
//   place: {type: Region, zh: 所在地, en: place}
//   segments: {type: Segment, zh: 环节, en: segments}
//   products: {type: Product, zh: 产品, en: products}
//   signed: {zh: 签约, en: signed}
//   started: {zh: 开工, en: started}
//   numbers: {type: Indicator, zh: 数字, en: numbers}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-361100}
// nothing_zh: 没有记录这样的项目。这不等于没有：所在地、环节或投资方可能未知，或尚未查阅。
// nothing_en: No such project is recorded. That is not the same as none; its place, segment or parties may be unknown, or nobody has looked yet.
// ---
// :param {where: 'cn-361100', segment: null, by: null, as_of: null, known_at: '9999-12-31', min_confidence: 'inferred'}
MATCH (project:Project)
WHERE ($where IS NULL OR EXISTS {
    MATCH (project)-[at:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where})
    WHERE ($as_of IS NULL OR coalesce(at.valid_from, '') <= $as_of <= coalesce(at.valid_to + '~', '~'))
      AND at['known_' + $min_confidence] <= $known_at
  })
  AND ($segment IS NULL OR EXISTS {
    MATCH (project)-[works:ACTIVE_IN]->(:Segment)-[:PART_OF*0..8]->(:Segment {id: $segment})
    WHERE ($as_of IS NULL OR coalesce(works.valid_from, '') <= $as_of <= coalesce(works.valid_to + '~', '~'))
      AND works['known_' + $min_confidence] <= $known_at
  })
  AND ($by IS NULL OR EXISTS {
    MATCH (project)<-[takes:INVESTS_IN|OWNS]-(:Organization {id: $by})
    WHERE ($as_of IS NULL OR coalesce(takes.valid_from, '') <= $as_of <= coalesce(takes.valid_to + '~', '~'))
      AND takes['known_' + $min_confidence] <= $known_at
  })
WITH project, COLLECT {
  MATCH (project)-[link:INVESTS_IN|OWNS|LOCATED_IN|ACTIVE_IN|PRODUCES]-(:Lichain)
  WHERE ($as_of IS NULL OR coalesce(link.valid_from, '') <= $as_of <= coalesce(link.valid_to + '~', '~'))
    AND link['known_' + $min_confidence] <= $known_at
  RETURN link ORDER BY link.key
} AS links, COLLECT {
  MATCH (project)<-[:OF {role: 'subject'}]-(number:Indicator)-[shown:EVIDENCED_BY]->(:Source)
  WHERE shown['known_' + $min_confidence] <= $known_at
  WITH DISTINCT number
  RETURN number ORDER BY number.metric, number.id
} AS numbers
WHERE links <> [] OR EXISTS { (project)-[named:EVIDENCED_BY WHERE named['known_' + $min_confidence] <= $known_at]->(:Source) }
RETURN project, project.kind AS kind,
       COLLECT {
         UNWIND [link IN links WHERE type(link) IN ['INVESTS_IN', 'OWNS'] | startNode(link)] AS party
         WITH DISTINCT party
         RETURN party ORDER BY party.id
       } AS parties,
       COLLECT {
         UNWIND [link IN links WHERE type(link) = 'LOCATED_IN' | endNode(link)] AS region
         WITH DISTINCT region
         RETURN region ORDER BY region.id
       } AS place,
       COLLECT {
         UNWIND [link IN links WHERE type(link) = 'ACTIVE_IN' | endNode(link)] AS each
         WITH DISTINCT each
         RETURN each ORDER BY each.position, each.id
       } AS segments,
       COLLECT {
         UNWIND [link IN links WHERE type(link) = 'PRODUCES' | endNode(link)] AS product
         WITH DISTINCT product
         RETURN product ORDER BY product.id
       } AS products,
       project.signed AS signed, project.started AS started, numbers,
       links + COLLECT {
         UNWIND numbers AS number
         MATCH (number)-[link:OF {role: 'subject'}]->(project)
         RETURN link ORDER BY link.key
       } + COLLECT { MATCH (project)-[link:EVIDENCED_BY]->(:Source) RETURN link ORDER BY link.key } AS evidence
ORDER BY signed, started, project.id
