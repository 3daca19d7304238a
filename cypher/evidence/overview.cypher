// ---
// title_zh: 图谱里有什么
// title_en: What the graph holds
// about_zh: 各类事物与各类事实的数量，以及支持它们的来源数。企业单独计数，不再计入机构。
// about_en: How many things and facts of each type there are, and on how many sources they rest. Enterprises are counted on their own, not among organizations.
// columns:
//   sort: {zh: 分类, en: sort, values: {thing: {zh: 事物, en: thing}, fact: {zh: 事实, en: fact}}}
//   type: {zh: 类型, en: type, values: types}
//   count: {zh: 数量, en: count}
//   sources: {zh: 来源数, en: sources}
// nothing_zh: 图谱是空的：尚未载入任何数据。
// nothing_en: The graph is empty; nothing has been loaded yet.
// ---
CALL () {
  MATCH (thing:Lichain)
  WITH thing, CASE WHEN thing:Enterprise THEN 'Enterprise' ELSE head([label IN labels(thing) WHERE label IN [
    'Organization', 'Person', 'Region', 'Segment', 'Product', 'Facility', 'Project', 'Cluster', 'Policy', 'Provision',
    'Event', 'Indicator', 'Source'
  ]]) END AS type
  OPTIONAL MATCH (thing)-[:EVIDENCED_BY]->(source:Source)
  RETURN 'thing' AS sort, type, count(DISTINCT thing) AS count, count(DISTINCT source) AS sources
  UNION ALL
  MATCH (:Lichain)-[fact]->(:Lichain)
  WHERE fact.key IS NOT NULL
  UNWIND fact.sources AS source
  RETURN 'fact' AS sort, type(fact) AS type, count(DISTINCT fact) AS count, count(DISTINCT source) AS sources
}
RETURN sort, type, count, sources
ORDER BY sort DESC, count DESC, type
