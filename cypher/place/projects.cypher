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
//   project: {zh: 项目, en: project}
//   kind: {zh: 类别, en: kind, values: project_kind}
//   parties: {zh: 各方, en: parties}
//   place: {zh: 所在地, en: place}
//   segments: {zh: 环节, en: segments}
//   products: {zh: 产品, en: products}
//   signed: {zh: 签约, en: signed}
//   started: {zh: 开工, en: started}
//   numbers: {zh: 数字, en: numbers}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-361100}
// nothing_zh: 没有记录这样的项目。这不等于没有：所在地、环节或投资方可能未知，或尚未查阅。
// nothing_en: No such project is recorded. That is not the same as none; its place, segment or parties may be unknown, or nobody has looked yet.
// ---
// :param {where: 'cn-361100', segment: null, by: null}
MATCH (project:Project)
WHERE ($where IS NULL OR EXISTS { (project)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..8]->(:Region {id: $where}) })
  AND ($segment IS NULL OR EXISTS { (project)-[:ACTIVE_IN]->(:Segment)-[:PART_OF*0..8]->(:Segment {id: $segment}) })
  AND ($by IS NULL OR EXISTS { (project)<-[:INVESTS_IN|OWNS]-(:Organization {id: $by}) })
RETURN project, project.kind AS kind,
       COLLECT { MATCH (project)<-[:INVESTS_IN|OWNS]-(party:Organization) RETURN DISTINCT party ORDER BY party.id } AS parties,
       COLLECT { MATCH (project)-[:LOCATED_IN]->(region:Region) RETURN DISTINCT region ORDER BY region.id } AS place,
       COLLECT { MATCH (project)-[:ACTIVE_IN]->(each:Segment) RETURN DISTINCT each ORDER BY each.position, each.id } AS segments,
       COLLECT { MATCH (project)-[:PRODUCES]->(product:Product) RETURN DISTINCT product ORDER BY product.id } AS products,
       project.signed AS signed, project.started AS started,
       COLLECT { MATCH (project)<-[:OF {role: 'subject'}]-(number:Indicator) RETURN number ORDER BY number.metric, number.id } AS numbers,
       COLLECT {
         MATCH (project)-[link:INVESTS_IN|OWNS|LOCATED_IN|ACTIVE_IN|PRODUCES|OF|EVIDENCED_BY]-(:Lichain)
         RETURN link ORDER BY link.key
       } AS evidence
ORDER BY signed, started, project.id
