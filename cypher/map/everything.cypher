// ---
// title_zh: 整张图谱
// title_en: The whole graph
// about_zh: 每个事物及从它出发的全部关系，供绘制地图；来源也在其中。
// about_en: Every thing with all relationships that start from it, to draw a map from; sources are among them.
// columns:
//   node: {type: any, zh: 事物, en: thing}
//   relationships: {zh: 关系, en: relationships}
// nothing_zh: 图谱是空的：尚未载入任何数据。
// nothing_en: The graph is empty; nothing has been loaded yet.
// ---
MATCH (node:Lichain)
RETURN node, COLLECT {
  MATCH (node)-[link]->(:Lichain) WHERE link.key IS NOT NULL RETURN link ORDER BY link.key
} AS relationships
ORDER BY node.id
