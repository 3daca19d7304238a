// ---
// title_zh: 某地区包括哪些地区
// title_en: Which regions lie inside a region
// about_zh: 直接或间接属于它的全部地区（省、市、县、开发区、区域），并给出各自的直接上级与层级。
// about_en: Every region that is part of it, directly or not (provinces, prefectures, counties, zones, named areas), with its own next larger region and how many steps down it is.
// parameters:
//   where: {type: Region, required: true, zh: 地区, en: the region}
// columns:
//   region: {type: Region, zh: 地区, en: region}
//   kind: {zh: 类别, en: kind, values: region_kind}
//   code: {zh: 代码, en: code}
//   steps: {zh: 层数, en: steps down}
//   within: {type: Region, zh: 直接上级, en: next larger}
//   evidence: {zh: 证据, en: evidence}
// example: {where: cn-360000}
// nothing_zh: 没有记录它的下级地区。图谱只收录用到的地区，并非全部行政区划。
// nothing_en: No region inside it is recorded. The graph holds only the regions that facts need, not every division.
// ---
// :param {where: 'cn-360000'}
MATCH path = (region:Region)-[:PART_OF*1..8]->(asked:Region {id: $where})
WHERE region <> asked
WITH region, path
ORDER BY length(path), [node IN nodes(path) | node.id]
WITH region, collect(path)[0] AS path
RETURN region, region.kind AS kind, region.code AS code, length(path) AS steps,
       nodes(path)[1] AS within, relationships(path) AS evidence
ORDER BY steps, region.code, region.id
